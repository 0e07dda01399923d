import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, phrases, rule, scored
from afternote.schema import Brief, Draft

# Words that nobody writes in capitals unless to raise the voice; abbreviations and
# names in capitals ("PSHE", "TARDIS") are left alone.
_LOUD = re.compile(
    r"\b(?:THANK(?:S| YOU)|REALLY|VERY|SO MUCH|NEVER|ALWAYS|EVER|BEST|AMAZING|GREAT|"
    r"LOVED?|PLEASE|KEEP|SORRY|TOTALLY|DEFINITELY|ABSOLUTELY|TRULY|HONESTLY|SUCH|"
    r"CHEERS|NOTED|MUCH|ONLY|MEAN|FINE|EVERYTHING|ANYTHING|NOTHING|WHY|BECAUSE|JUST|"
    r"HOPE|GLAD|HAPPY|WONDERFUL|FANTASTIC|KNOW|WANT|NEED|DESERVED?)\b(?![-/.])"
)

_CAPITALS = re.compile(r"\b[A-Z]{3,}\b|!!")


@rule(
    "T217",
    why="Capitals for emphasis read as a raised voice, even in praise.",
    source="CBS AMK; B4",
    repair="Write the words in ordinary letters and let them speak for themselves.",
    bad=(
        example(acknowledge="THANK YOU for letting me know about the decision."),
        example(
            appreciate="I REALLY enjoyed our conversation about the dbt migration."
        ),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration, and the SQL and "
                "ETL reviews gave me plenty to think about."
            )
        ),
    ),
)
def shouting(draft: Draft, brief: Brief) -> Iterator[Finding]:
    found = list(phrases(_LOUD, draft, "{found} sounds louder than you mean it"))
    yield from found
    for one in scored(
        draft, brief, "shouting", "{found} sounds louder than you mean it"
    ):
        if not found and _CAPITALS.search(draft.text, one.start, one.end):
            yield one
