"""Deeds put together from different topics, or done for the reader by the writer."""

import re
from collections.abc import Iterator

from afternote.grounding.fault import Fault
from afternote.grounding.sources import (
    HITS,
    MADE,
    Source,
    best_source,
    clause,
    sources_of,
)
from afternote.grounding.support import Support
from afternote.grounding.tokens import Text
from afternote.grounding.tokens import tokens as words_of
from afternote.grounding.words import FUNCTION


def recombined(text: Text, held: Support) -> Iterator[Fault]:
    """Yield deeds whose doer and whose object stand in different topics.

    "The pupils built the centrifuge": the brief knows both, but not together.
    """
    sources: tuple[Source, ...] = ()
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        for at, verb in enumerate(sentence):
            if verb.stem not in MADE or at < 2:
                continue
            subject = sentence[at - 1]
            plural = subject.plain.endswith("s") and len(subject.plain) > 4
            if not plural or subject.plain in FUNCTION:
                continue
            if not any(
                t.plain in ("the", "your") for t in sentence[max(0, at - 4) : at]
            ):
                continue
            about = clause(sentence, at + 1, text.text)
            stems = {t.stem for t in about if t.plain not in FUNCTION}
            sources = sources or sources_of(held)
            best = best_source(about, sources)
            if best is None or len(stems & best.stems) < HITS:
                continue
            apart = subject.stem not in best.stems
            apart = apart and not held.other_form(subject.stem, best.stems)
            if apart and any(subject.stem in s.stems for s in sources):
                yield Fault(
                    "doing-unsupported",
                    f"the notes do not say that {subject.text!r} did this",
                    subject.start,
                    about[-1].end,
                )


_FOR_READER = re.compile(
    r"\b(?:I (?:bought|brought|gave|showed|made|drove|cooked|taught|lent|sent)|"
    r"(?:to|my) (?:buy|bring|show|drive|cook|teach|lend|buying|bringing|showing)) "
    r"you\b[^.,;:!?\n]{1,60}"
)


_TOGETHER = re.compile(
    r"\b(?:to|I|we) (?:share|shared|open|opened|cook|cooked|drink|drank|eat|ate|sing|"
    r"sang|play|played|build|built|taste|tasted|watch|watched|plant|planted) "
    r"[^.,;:!?\n]{1,40}? with you\b[^.,;:!?\n]{0,30}|"
    r"\byou (?:teaching|lending|buying|driving|cooking|baking|taught|lent|bought|drove|"
    r"cooked|baked) me\b[^.,;:!?\n]{1,50}"
)


def together(text: Text, held: Support) -> Iterator[Fault]:
    """Yield what writer and reader did together where no topic holds most of it."""
    for match in _TOGETHER.finditer(text.text):
        before = text.text[max(0, match.start() - 40) : match.start()]
        if _WISHED.search(before):
            continue
        wanted = {
            t.stem
            for t in words_of(match[0])
            if t.plain not in FUNCTION and len(t.plain) > 2
        }
        most = max((len(wanted & s.stems) for s in sources_of(held)), default=0)
        if most * 2 < len(wanted):
            yield Fault(
                "doing-unsupported",
                f"the notes do not hold {match[0]!r}",
                match.start(),
                match.end(),
            )


_WISHED = re.compile(r"\b(?:love|like|hope|glad|happy|pleased|if)\s*$|['’]d\b", re.I)


def for_reader(text: Text, held: Support) -> Iterator[Fault]:
    """Yield what the writer says to have done for the reader and no topic holds."""
    for match in _FOR_READER.finditer(text.text):
        words = words_of(match[0])
        verb = {t.stem for t in words[:3]} | {t.plain for t in words[:3]}
        rest = {t.stem for t in words[3:] if t.plain not in FUNCTION}
        if not any(verb & s.stems - {"i"} and rest & s.stems for s in sources_of(held)):
            yield Fault(
                "doing-unsupported",
                f"the notes do not hold {match[0]!r}",
                match.start(),
                match.end(),
            )
