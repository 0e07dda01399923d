from collections.abc import Iterator

from afternote.rules.base import Finding, example, grounded, rule
from afternote.schema import Brief, Draft


@rule(
    "F411",
    why="Nobody forgets what they did not say.",
    repair="Report only words that the brief holds.",
    bad=(example(appreciate="As you said, a wall never forgets a nail."),),
    good=(
        example(
            acknowledge=(
                "I am glad that you told me about the Data Engineer role so kindly."
            )
        ),
    ),
)
def reported_speech_unsupported(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from grounded(draft, brief, "reported-speech-unsupported")
