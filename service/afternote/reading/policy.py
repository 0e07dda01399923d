"""Holds back what no model and no note may see, each stretch with its why.

Errs towards holding back. A whole remark is held, so that nothing of it is left;
addresses and numbers are held alone, since a pasted header names people beside them.
"""

import re
import unicodedata

from afternote.reading import leaning
from afternote.reading.about_me import ABOUT_ME, CHOSEN, GOES, chosen_one
from afternote.reading.asides import MATTER, MATTERS
from afternote.reading.clauses import Clause, clauses
from afternote.reading.closed import CLOSED_WORLD, LINE, closed_sections
from afternote.reading.contacts import contacts
from afternote.reading.private import COMPILED
from afternote.reading.sources import pasted
from afternote.reading.span import Stretch, flat, overlaps, trimmed
from afternote.reading.wrapped import whole
from afternote.schema import Held, Why
from afternote.text import sentences

_FORMAT = frozenset({"Cf", "Co", "Cs"})
_LEET = str.maketrans("013457", "oleast")
_MARKER_ALONE = re.compile(
    r"^(?:(?:but |so |and |please |that |which |this |it |all |strictly )*(?:don'?t|"
    r"do not|"
    r"not|stays?|keep|leave|is|nobody's|between|off|in confidence|private)\b.{0,40})$"
)
_HANGS_ON = re.compile(
    r"^(?:(?:but )?they (?!talk|spoke|show|ask)|which|who|whose|since|because|cos|"
    r"though|although|always|whatever|with|when|"
    r"until|never|again|even|after|before|so (?!i\b|we\b|she\b|he\b|they\b|the\b))\b"
)
_SPLICED = re.compile(
    r"(?:i|he|she|they|it)(?:'d|'s)? (?!talk|spoke|show|ask|lov|lik|gave|let|walk|told|"
    r"said|"
    r"explain|made|took|had|was (?:kind|lovely|great|nice)|learn|met|saw|met|sent|rang|"
    r"phon|email|offer|enjoy|admir|help)(?:\S+)(?: \S+){0,4}$"
)
"""The second half of a remark cut by a comma: "asked for 85k, they flinched"."""
_TOLD = re.compile(
    r"(?:and |so |but |also )*i (?:just |also )?(?:told|said|wrote|put)\b"
)
"""What a private clause hangs on: "i told them | i'm bipolar"."""
_KEEPS_ALONE: frozenset[Why] = frozenset({"contact"})


def held_back(notes: str) -> tuple[Held, ...]:
    """Return what must not be said of *notes*, in order, without overlap."""
    low = flat(whole(notes))
    spans: list[tuple[int, int, Why]] = [
        (found.start, found.end, "contact") for found in contacts(low)
    ]
    spans += _hidden_orders(notes, low)
    spans += _orders(low)
    spans += closed_sections(low)
    spans += _remarks(notes, low)
    return _merged(notes, spans)


def why_private(text: str) -> Why | None:
    """Return why *text*, read on its own, may not be said; None when it may."""
    found = held_back(text)
    return found[0].why if found else None


_INSTRUCTION = dict(COMPILED)["instruction"]


def _orders(low: str) -> list[tuple[int, int, Why]]:
    """Find orders to a machine: their line, or of a long line the sentence."""
    found: list[tuple[int, int, Why]] = []
    for sentence in sentences(low):
        if _INSTRUCTION.search(sentence.text):
            start, end = sentence.start, sentence.end
            line = _whole_line(low, start, end)
            short = line[1] - line[0] < _LINE_MOST
            found.append((*(line if short else (start, end)), "instruction"))
    return found


def _remarks(notes: str, low: str) -> list[tuple[int, int, Why]]:
    parts = clauses(low)
    theirs = [Stretch(*span) for span in pasted(low)]
    scores, near = leaning.scores(notes, low, parts), leaning.load().near
    whys = [
        _why(low[c.start : c.end], theirs=overlaps(c, theirs), near=s >= near)
        for c, s in zip(parts, scores, strict=True)
    ]
    leans = leaning.leans(low, parts, [why is not None for why in whys], scores)
    found: list[tuple[int, int, Why]] = []
    for i, (clause, why) in enumerate(zip(parts, whys, strict=True)):
        start, end = clause.start, clause.end
        if _heads(low, start, end):
            continue
        if why is None:
            chosen = CHOSEN.search(low, start, end)
            if chosen and not GOES.match(chosen[0]):
                begin = chosen_one(chosen)
                end = max(chosen.end(), _words_on(low, begin, end, 12))
                found.append((begin, end, "other_candidate"))
            elif leans[i]:
                found.append((start, _forward(low, parts, i, end), "confidence"))
            continue
        if i and parts[i - 1].sentence == clause.sentence:
            before = parts[i - 1]
            told = _TOLD.match(low[before.start : before.end])
            start = before.start if told and low[before.end : start] == " " else start
        if why == "confidence" and _MARKER_ALONE.match(low[start:end]):
            start = _back(low, parts, i)
        if why in ("other_employer", "confidence"):
            end = _sentence(low, parts, i, end)
        elif why != "other_candidate":
            end = _forward(low, parts, i, end)
        if i and _VERB_FIRST.match(low, start) and why not in ("contact", "pay"):
            start = _subject(low, parts, i, start)
        if i + 2 < len(parts) and whys[i + 1] is None and whys[i + 2] is not None:
            aside = parts[i + 1]
            bracket = low[parts[i].end : aside.start].strip() == "("
            if bracket and parts[i + 2].sentence == clause.sentence:
                end = max(end, aside.end)
        found.append((start, end, why))
    return found


def _heads(low: str, start: int, end: int) -> bool:
    """Return whether the clause is a heading or label that calls itself private."""
    if not CLOSED_WORLD.match(low[start:end]):
        return False
    before = low[max(0, start - 8) : start].strip(" *-")
    return before.endswith("#") or low[end : end + 3].lstrip("*")[:1] == ":"


_VERB_FIRST = re.compile(r"(?:is|was|has|had|are|were|does|did|keeps|will) ")


def _sentence(low: str, parts: list[Clause], i: int, end: int) -> int:
    """Return the end of the remark's sentence, where a name may stand."""
    last = end
    for following in parts[i + 1 : i + 6]:
        if following.sentence != parts[i].sentence:
            break
        last = following.end
    return last if len(low[parts[i].start : last].split()) < _SPOKEN else end


_SPOKEN = 40
"""Words of a sentence beyond which it is dictation, and ends nowhere."""


def _subject(low: str, parts: list[Clause], i: int, start: int) -> int:
    """Return where the subject of a clause that begins with its verb stands."""
    for before in parts[max(0, i - 2) : i]:
        gap = low[before.end : start]
        if before.sentence == parts[i].sentence and "\n" not in gap:
            return before.start
    return start


_LINE_MOST = 300


def _words_on(low: str, start: int, end: int, count: int) -> int:
    """Return the end of *count* words from *start*, or *end* when that is nearer."""
    match = re.compile(rf"\s*(?:\S+\s+){{0,{count - 1}}}\S+").match(low, start, end)
    return match.end() if match else end


_BUT_ORDERS = tuple(pair for pair in COMPILED if pair[0] != "instruction")


_THEIR_KIN = re.compile(r"^(?:his|her|their)\b")


def _why(clause: str, *, theirs: bool, near: bool) -> Why | None:
    """Return why a clause is private.

    *theirs*: the "I" in it is a mail's. *near*: it sounds a little private too, which
    the blunt patterns ask for: a relation may have given the tour.
    """
    matter = MATTER.match(clause) is not None
    for why, pattern in _BUT_ORDERS:
        if (theirs and why == "self_criticism") or (matter and why in MATTERS):
            continue
        found = pattern.search(clause)
        if found and (near or why != "family" or not _THEIR_KIN.search(found[0])):
            return why
    about_me = near and not theirs and ABOUT_ME.match(clause)
    return "self_criticism" if about_me else None


def _back(low: str, parts: list[Clause], i: int) -> int:
    """Return where the remark that a bare "don't mention" speaks of begins."""
    here = parts[i]
    for j in range(i - 1, max(-1, i - 4), -1):
        gap = low[parts[j].end : parts[j + 1].start]
        if "\n" in gap or here.sentence - parts[j].sentence > 1:
            break
        if parts[j].sentence != here.sentence or j == i - 1:
            here = parts[j] if parts[j].sentence == here.sentence else here
        if len(low[parts[j].start : parts[j].end].split()) >= 2:
            return parts[j].start
    return parts[i].start


def _forward(low: str, parts: list[Clause], i: int, end: int) -> int:
    """Return the end of the remark: clauses that hang on to it belong to it."""
    for following in parts[i + 1 : i + 4]:
        text = low[following.start : following.end]
        if following.sentence != parts[i].sentence:
            break
        spliced = low[end : following.start].strip() == "," and _SPLICED.match(text)
        if not (spliced or _HANGS_ON.match(text)):
            break
        if "\n" in low[end : following.start]:
            break
        end = following.end
    return end


def _whole_line(low: str, start: int, end: int) -> tuple[int, int]:
    begin = low.rfind("\n", 0, start) + 1
    stop = low.find("\n", end)
    inner = trimmed(low, begin, len(low) if stop < 0 else stop)
    return inner.start, inner.end


def _hidden_orders(notes: str, low: str) -> list[tuple[int, int, Why]]:
    """Find orders spelt so as to slip by: hidden signs, mixed alphabets, 1337."""
    found: list[tuple[int, int, Why]] = []
    instruction = dict(COMPILED)["instruction"]
    for line in LINE.finditer(low):
        raw = notes[line.start() : line.end()]
        plain = line[0]
        odd = not raw.isascii() and (
            any(unicodedata.category(c) in _FORMAT for c in raw) or _mixed(raw)
        )
        if any(c.isdigit() for c in plain) and instruction.search(
            plain.translate(_LEET)
        ):
            odd = odd or instruction.search(plain) is None
        if odd:
            inner = trimmed(low, line.start(), line.end())
            found.append((inner.start, inner.end, "instruction"))
    return found


def _mixed(line: str) -> bool:
    """Return whether a word of *line* mixes Latin letters with look-alikes."""
    for word in line.split():
        if word.isascii():
            continue
        latin = any("a" <= c.lower() <= "z" for c in word)
        if latin and any("\u0370" <= c <= "\u052f" for c in word):
            return True
    return False


def _merged(notes: str, spans: list[tuple[int, int, Why]]) -> tuple[Held, ...]:
    """Join overlapping spans; the first why stays, but contact gives way."""
    joined: list[tuple[int, int, Why]] = []
    for start, end, why in sorted(spans, key=lambda s: (s[0], -s[1])):
        if joined and start < joined[-1][1]:
            first = joined[-1]
            kept = why if first[2] in _KEEPS_ALONE else first[2]
            joined[-1] = (first[0], max(first[1], end), kept)
        else:
            joined.append((start, end, why))
    inner = [(trimmed(notes, s, e), why) for s, e, why in joined]
    return tuple(
        Held(quote=notes[s.start : s.end], start=s.start, end=s.end, why=why)
        for s, why in inner
        if s.start < s.end
    )


__all__ = ["Stretch", "held_back", "why_private"]
