"""Scorers of form: rules kept, stock phrases, length, readability."""

import re

from afternote.check import blocking
from afternote.evaluate.record import Mark, Score
from afternote.evaluate.view import View
from afternote.text import sentences

EMAIL_WORDS = (40, 130)
LINKEDIN_CHARACTERS = 200
"""The limits of design.md, section 7; stated here again because a scorer that asks
the rule would not notice a change of the rule."""


def rules(view: View) -> Score:
    """No blocking rule is broken, judged strictly from the text as it stands."""
    broken = blocking(view.problems)
    marks = tuple(Mark(start=p.start, end=p.end, label=p.code) for p in broken)
    if not broken:
        return Score(ok=True, reason="keeps every blocking rule", value=0)
    first = "; ".join(f"{p.code} {p.name}: {p.message}" for p in broken[:3])
    return Score(ok=False, reason=first, value=len(broken), marks=marks)


STOCK = tuple(
    re.compile(rf"\b{phrase}\b", re.I)
    for phrase in (
        "thank you for (?:the|this|your) (?:opportunity|consideration)",
        "(?:i )?hope this (?:email|message|note) finds you well",
        "wish(?:ing)? you (?:all )?the (?:very )?best",
        "do(?:n.t| not) hesitate to", "please feel free to", "valuable experience",
        "future (?:opportunities|endeavou?rs)", "keep me in mind for (?:any )?future",
        "i wanted to (?:reach out|take a moment)", "take this opportunity",
        "sincere(?:st)? gratitude", "heartfelt", "truly (?:appreciate|enjoyed|inspir)",
        "invaluable", "resonated with me", "i am (?:excited|thrilled|passionate)",
        "while i am disappointed", "although i was disappointed",
        "deeply (?:grateful|impressed)",
        "not only .{1,40} but also", "testament to", "from the bottom of my heart",
    )
)  # fmt: skip
"""Phrases that any candidate's note could hold; found by reading such notes."""


def cliches(view: View) -> Score:
    """At most one stock phrase a note."""
    found = [m for p in STOCK for m in p.finditer(view.output.text)]
    marks = tuple(
        Mark(start=m.start(), end=m.end(), label="stock phrase") for m in found
    )
    said = ", ".join(repr(m[0]) for m in found[:4])
    reason = f"{len(found)} stock phrases: {said}" if found else "no stock phrase"
    return Score(ok=len(found) <= 1, reason=reason, value=len(found), marks=marks)


def length(view: View) -> Score:
    """The note keeps the limits of its channel."""
    if view.case.options.channel == "linkedin":
        size = len(view.output.text)
        ok = 0 < size <= LINKEDIN_CHARACTERS
        return Score(
            ok=ok, reason=f"{size} characters of {LINKEDIN_CHARACTERS}", value=size
        )
    size = len(view.body.split())
    low, high = EMAIL_WORDS
    return Score(
        ok=low <= size <= high,
        reason=f"{size} words, {low} to {high} wanted",
        value=size,
    )


def readable(view: View) -> Score:
    """Sentences of a length that reads well: 30 words at most, 6 to 24 on average."""
    sizes = [len(s.text.split()) for s in sentences(view.body)]
    if not sizes:
        return Score(ok=False, reason="there is no sentence")
    mean = sum(sizes) / len(sizes)
    ok = 6 <= mean <= 24 and max(sizes) <= 40
    reason = f"{mean:.0f} words a sentence, the longest {max(sizes)}"
    return Score(ok=ok, reason=reason, value=round(mean, 1))
