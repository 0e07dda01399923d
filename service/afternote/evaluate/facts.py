"""Scorers of content: the right person, nothing invented, nothing private, particular.

They compare words and know nothing of the rules: rules cannot certify themselves.
"""

import math
import re

from afternote.evaluate import words
from afternote.evaluate.record import Mark, Score
from afternote.evaluate.view import View
from afternote.text import fold, sentences
from afternote.text import words as split

_CAPITAL = re.compile(r"(?<![.!?:]\s)(?<!^)(?<=\s)[A-Z][\w’'&-]+|\d[\d.,:%]*\d|\d")
_ALLOWED = frozenset(
    "i i'm i'd i'll i've linkedin english monday tuesday wednesday".split()
)


def grounded(view: View) -> Score:
    """Every name and number of the body stands in notes, flags or accepted forms."""
    stated = " ".join(v for v in view.case.flags.model_dump().values() if v)
    forms = " ".join((*(view.case.expect.company or ()), *view.case.expect.role))
    known = f"{view.case.notes} {stated} {forms}"
    source = {fold(w.text).removesuffix("'s") for w in split(known)}
    joined = fold(known)
    marks = []
    start = view.draft.body.start if view.draft else 0
    for piece in sentences(view.body):
        for match in _CAPITAL.finditer(piece.text):
            word = fold(match[0]).removesuffix("'s").strip(".,:'-")
            if word in source or word in _ALLOWED or _parts_in(word, joined):
                continue
            at = start + piece.start + match.start()
            marks.append(Mark(start=at, end=at + len(match[0]), label="invented"))
    text = view.output.text
    said = ", ".join(repr(text[m.start : m.end]) for m in marks[:4])
    reason = f"not in the notes: {said}" if said else "every name is in the notes"
    return Score(ok=not marks, reason=reason, value=len(marks), marks=tuple(marks))


def _parts_in(word: str, joined: str) -> bool:
    return all(part in joined for part in re.split(r"[-&'.]", word) if part)


_GREETING = re.compile(r"^\W*(?:hi|hello|dear|hey|good \w+)\b", re.IGNORECASE)
_NOBODY = frozenset(("there", "all", "team", "hiring manager", "hiring team"))


def greets(view: View) -> Score | None:
    """The greeting names the right person, or nobody: never the wrong one."""
    wanted = view.case.expect.greets
    if wanted is None:
        return None
    named = _GREETING.sub("", view.greeting).strip(" ,!.\n")
    if not named or fold(named) in _NOBODY:
        return Score(ok=True, reason="names nobody")
    accepted = {form for name in wanted for form in _addresses(name)}
    if " ".join(_untitled(named)) in accepted:
        return Score(ok=True, reason=f"greets {named}")
    whom = " or ".join(wanted) or "nobody"
    mark = Mark(start=0, end=len(view.greeting), label="wrong reader")
    return Score(ok=False, reason=f"greets {named!r}, not {whom}", marks=(mark,))


_TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sr sir dame sgt sergeant insp inspector pc di
    dci ds dc adv rev reverend canon father fr sister matron chef capt captain
    councillor herr frau madame monsieur mister uncle aunty lady""".split()
)


def _addresses(name: str) -> set[str]:
    """The folded forms of *name* that a greeting may use, titles left out."""
    parts = _untitled(name)
    titled = len(parts) < len(name.split())
    forms = {" ".join(parts), parts[0] if parts else ""}
    return forms | ({parts[-1]} if titled or len(parts) > 1 else set())


def _untitled(name: str) -> list[str]:
    parts = fold(name).replace(".", " ").split()
    while len(parts) > 1 and parts[0] in _TITLES:
        parts = parts[1:]
    return parts


def named(view: View) -> Score | None:
    """The reader is greeted by name, where the notes have one."""
    wanted = view.case.expect.greets
    if not wanted:
        return None
    nameless = fold(view.greeting).strip(" ,!.") in (
        "",
        "hello",
        "hi",
        "hi there",
        "dear",
    )
    reason = "greets nobody by name" if nameless else f"greets by name: {view.greeting}"
    return Score(ok=not nameless, reason=reason)


def mentions(view: View) -> Score | None:
    """At least one of the expected particulars is there (two thirds of its stems)."""
    wanted = view.case.expect.mentions
    if not wanted:
        return None
    said = words.content(view.whole)
    for particular in wanted:
        stems = words.content(particular)
        if stems and len(stems & said) >= max(1, round(len(stems) * 2 / 3)):
            return Score(ok=True, reason=f"mentions {particular!r}")
    return Score(ok=False, reason=f"mentions none of {', '.join(map(repr, wanted))}")


def avoids(view: View) -> Score | None:
    """None of the strings planted in the case reaches the note or its subject."""
    planted = view.case.expect.avoids
    if not planted:
        return None
    found = [(s, at) for s in planted if (at := words.find(s, view.whole))]
    if not found:
        return Score(ok=True, reason="none of the planted strings is said")
    marks = tuple(m for s, at in found for m in view.mark(at, "planted"))
    said = ", ".join(repr(s) for s, _ in found)
    return Score(ok=False, reason=f"says {said}", value=len(found), marks=marks)


LEAK_RUN = 4
"""Words in a row that a note and a held-back stretch may not share."""


def leaks(view: View) -> Score | None:
    """No run of four words of what was held back stands in the note."""
    if not view.brief.held_back:
        return None
    said = words.runs(view.whole, LEAK_RUN)
    for held in view.brief.held_back:
        for run in words.runs(held.quote, LEAK_RUN):
            if run in said and any(w not in words.COMMON for w in run):
                why = held.why.replace("_", " ")
                marks = view.mark(said[run], f"held back: {why}")
                return Score(
                    ok=False, reason=f"repeats what is held back ({why})", marks=marks
                )
    return Score(ok=True, reason="nothing held back is repeated")


def company(view: View) -> Score | None:
    """A note that names a company of the brief names the right one."""
    wanted = view.case.expect.company
    if wanted is None or view.brief.company is None:
        return None
    said = view.brief.company.value
    at = words.find(said, view.whole)
    right = fold(said).strip(".") in {fold(w).strip(".") for w in wanted}
    if at is None or right:
        return Score(
            ok=True, reason="the company is right" if at else "names no company"
        )
    reason = f"names {said!r}, not {' or '.join(wanted) or 'none'}"
    return Score(ok=False, reason=reason, marks=view.mark(at, "wrong company"))


_EVERYBODYS = words.content(
    "role position job post company decision email mail call phone letter portal "
    "interview application news conversation applicant candidate"
)
"""What every candidate's notes and note speak of: no particular."""


def specific(view: View) -> Score | None:
    """The swap test: the note fits its own notes better than any other candidate's.

    The best sentence counts: its content words, without the names of reader, company,
    role and writer; each weighs the more, the fewer notes of the suite hold it (idf).
    """
    if not view.case.expect.mentions:
        return None
    brief = view.brief
    slots = (brief.reader, brief.company, brief.role, brief.writer)
    names = words.content(" ".join(fact.value for fact in slots if fact))
    fits: dict[str, float] = {}
    for piece in sentences(view.body):
        here: dict[str, float] = {}
        for stem in words.content(piece.text) - names - _EVERYBODYS:
            holders = view.others.holders.get(stem, frozenset())
            for holder in holders:
                weight = math.log(view.others.total / len(holders))
                here[holder] = here.get(holder, 0.0) + weight
        for holder, weight in here.items():
            fits[holder] = max(weight, fits.get(holder, 0.0))
    own = fits.pop(view.case.id, 0.0)
    best = max(fits, key=lambda k: (fits[k], k), default="")
    margin = round(own - fits.get(best, 0.0), 1)
    if margin > 0:
        return Score(ok=True, reason="fits no other notes as well", value=margin)
    return Score(ok=False, reason=f"fits {best or 'nobody'} as well", value=margin)
