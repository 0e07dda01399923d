import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"\b(?:(?:counting|relying|banking|depending) on (?:this|it|you|that) (?:job|"
    r"role|post|to|for|and)|(?:you|has|have|had|really) let (?:me|us|"
    r"my \w+) down\b(?! (?:so |very )?(?:gently|lightly|easy|softly|kindly))|"
    r"(?:can(?:not|['’]t)|how (?:will|can|am|do) (?:i|we)|no idea how (?:i|we)|"
    r"struggling to|able to|way to|only hope to) (?:\w+ ){0,3}(?:pay|cover|make|"
    r"afford|meet) (?:the |my |our )?(?:rent|bills|mortgage|loan)\b|pay the rent\b|"
    r"(?:mouths to feed|food on the table|(?:my|our) (?:only|last|one) (?:hope|"
    r"chance)|last chance i)\b|how could you\b|hope you (?:can|know|realise|realize|"
    r"understand) (?:live|sleep|what (?:this|you|it))|(?:gave|got) (?:me|my|"
    r"us) (?:\w+ )?hopes?(?: up)?\b.{0,40}\b(?:only|then|for nothing|away)\b)"
)


@rule(
    "T208",
    why=(
        "Hardship told here makes the reader responsible for it, and people avoid "
        "what makes them feel guilty."
    ),
    source="ZAR BEAR AAM07 SMT; C6 C9",
    repair=(
        "Keep the hardship for somebody close to you; here, say only that you "
        "accept the decision."
    ),
    bad=(
        example(
            acknowledge=(
                "Thank you for telling me, although I was counting on this to pay "
                "the rent."
            )
        ),
        example(
            acknowledge=(
                "I turned down everything else because you gave me hope, and you "
                "let me down."
            )
        ),
    ),
    good=(
        example(
            acknowledge=(
                "Thank you for letting me down so gently about the role; I respect "
                "the choice you made."
            )
        ),
    ),
)
def guilt_laid(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(
        draft,
        brief,
        "guilt",
        "{found} makes the reader answer for your troubles",
        _SURE,
    )
