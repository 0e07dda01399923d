import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, excerpt, lowered, rule, scored
from afternote.schema import Brief, Draft

# Phrases are stock by being listed: here a list is the right instrument, and only
# several of them together count.
_STOCK = re.compile(
    r"\b(?:i hope (?:this|that this|you|my) (?:\w+ ){0,2}finds? you|"
    r"finds you well\b|(?:true |living )?testament to\b|(?:heartfelt|sincere(?:st)?|"
    r"profound) (?:gratitude|appreciation|thanks)\b|unwavering\b|invaluable\b|"
    r"vibrant\b|tapestry\b|(?:truly |deeply )?resonat\w+|synerg\w+|leverag\w+|"
    r"dynamic\b|forward-(?:thinking|looking)\b|esteemed\b|enrich(?:ing|ed)\b|"
    r"transformative\b|journey\b|commitment to (?:excellence|quality|innovation)|"
    r"passion(?:ate)?(?:ly)?\b|reach(?:ing)? out\b|take (?:a|this) moment to\b|"
    r"take this opportunity\b|express my\b|rest assured\b|(?:moving|"
    r"going) forward\b|meaningful\b|actionable\b|insights?\b|"
    r"hono[u]?r and (?:a )?privilege\b|genuine privilege\b|next chapter\b|"
    r"stepping[- ]stone\b|(?:one|every|closed) (?:closed "
    r")?door\b.{0,20}\b(?:close[sd]?|opens?)\b|everything happens for a reason\b|"
    r"(?:cutting-edge|world-class|fast-paced|people-first|customer-centric|"
    r"best-in-class|game-chang\w+|state-of-the-art)\b|culture of\b|"
    r"sense of purpose\b|delv(?:e|ed|ing)\b|foster(?:s|ed|ing)?\b|embark\w*|"
    r"ecosystem\b|humbl(?:ed|ing)\b|collaborative (?:spirit|environment)|"
    r"exciting (?:opportunit|future|times)|thank you for your time and "
    r"consideration|professional growth\b|deeply (?:grateful|appreciative|inspired|"
    r"committed)\b|unparalleled\b|every step of the (?:way|process)\b|spearhead\w*)"
)
IN_SENTENCE, IN_NOTE = 3, 4
"""How many make a pile: two meet by chance in a good sentence, three do not."""


@rule(
    "T216",
    why="The eye skips stock phrases, and three together sound like a machine.",
    source="SMT COP HATH PSU PRIME; A10 B5",
    repair="Say it in plain words of your own; one true detail replaces them all.",
    bad=(
        example(
            appreciate=(
                "It was an invaluable journey and a testament to the vibrant culture "
                "that your esteemed team continues to foster."
            )
        ),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration, which was quite a "
                "journey, and your blameless post-mortems stayed with me."
            )
        ),
    ),
)
def stock_phrases(draft: Draft, brief: Brief) -> Iterator[Finding]:
    found = list(
        scored(draft, brief, "stock_phrases", "{found} piles up stock phrases")
    )
    yield from found
    all_of_them = {match[0] for match in _STOCK.finditer(lowered(draft.body.text))}
    if found or len(all_of_them) < IN_SENTENCE:
        return
    for sentence in draft.sentences:
        inside = {match[0] for match in _STOCK.finditer(lowered(sentence.text))}
        least = 1 if len(all_of_them) >= IN_NOTE else IN_SENTENCE
        if len(inside) >= least:
            said = excerpt(sentence.text)
            message = f"{said} piles up stock phrases"
            yield Finding(message, sentence.start, sentence.end)
            return
