"""Finds what somebody advised: "never close a case on a Friday".

"Hermione said price the mistakes not the wood" -> "your advice to price the mistakes
not the wood". Only an order counts, and only one that ends with its clause.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from afternote.reading.layout import Line
from afternote.reading.page import Page

_DO = (
    r"(?:ask|stop|go|sit|price|count|label|keep|write|look|listen|check|read|show|"
    r"start|take|make|put|let|leave|walk|talk|treat|think|wet|cut|begin|learn|name|"
    r"close|delete|sequence|build|ship|test|measure|use|find|give|draw|tell|"
    r"hire|plan|wait|watch|cook|clean|teach|trust|follow|fix|do|say|set|work|run|bring|"
    r"speak|answer|open|pick|plant|feed|turn|carry|hold|practise|practice|season|visit)"
)
_BEFORE = (
    r"(?:\b(?:said|says|told me|tells me|told us|rule is|rule|motto|advice|tip|lesson|"
    r"line|point|saying|reminded me|taught me|advised me|learnt|learned|lesson is)"
    r"(?: was| is| that)?|(?<=\w))(?:\s?[:,=–—-]\s?|\s|:\s?)(?:to )?[\"“'‘]?"
)
_QUOTE = re.compile(
    rf"(?:{_BEFORE}|(?:^|(?<=[\s(*-]))[\"“])"
    rf"(?P<whole>(?:please )?(?P<lead>(?:you )?(?:never|always)|don'?t|do not|first|"
    rf"you)?\s?"
    rf"(?P<rest>(?:{_DO}|(?<=always )[a-z]+|(?<=never "
    rf")[a-z]+)\b[^.;!?\n\x00\"“”()]{{5,80}}))(?P<mark>[\"”'’]?)",
)
_SPOKE = re.compile(r"(?:said|says|told|tells|rule|motto|advice|tip|lesson|line|point|"
                    r"saying|reminded|taught|advised|learn)")  # fmt: skip
_STOP = re.compile(
    r"\s(?:and (?:i|she|he|they|we|it|then|that)|which|i (?:thought|liked|have|am)|"
    r"that'?s|but (?:i|she|he|they)|so (?:i|she|he)|because|cos|lol|haha|- |– )|"
    r",\s(?!not\b|then\b|ask\b|never\b)|\s[-–—=]\s"
)
_NO = re.compile(
    r"\b(?:i|me|my|we|us|our|she|he|her|him|his|they|sorry|no by|you|"
    r"again|another (?:go|run|shot|try))\b|\b(?:it|them|this|\d)$"
)


class Advice(NamedTuple):
    """A stretch that advises; *text* says it back to who advised."""

    start: int
    end: int
    text: str


def advice(page: Page, line: Line) -> Iterator[Advice]:
    """Yield the orders that *line* quotes or reports."""
    for match in _QUOTE.finditer(page.low, line.start, line.end):
        start, end = match.start("whole"), match.end("whole")
        head = match[0][: match.start("whole") - match.start()]
        told = bool(_SPOKE.search(head))
        named = head[-2:].strip() in (":", '"', "“") or '"' in head
        lead = (match["lead"] or "").strip()
        if not (told or (named and (lead or match["mark"]))):
            continue
        stop = _STOP.search(page.low, match.start("rest"), end)
        end = stop.start() if stop else end
        rest = page.notes[match.start("rest") : end].strip(" ,'’\"”")
        low = page.low[match.start("rest") : end]
        if _NO.search(low) or not 2 <= len(rest.split()) <= 12:
            continue
        if told and "told me" in head and re.match(r"(?:no|she|he|they)\b", low):
            continue
        order = f"to {rest}"
        if "never" in lead:
            order = f"never to {rest}"
        elif lead in ("don't", "dont", "do not"):
            order = f"not to {rest}"
        elif "always" in lead:
            order = f"always to {rest}"
        yield Advice(start, end, order)


_NEW = re.compile(
    r"\b(?:didn'?t know|did not know|never knew|had no (?:idea|clue)|'d no idea|no "
    r"idea|"
    r"who knew|til|learnt|learned|learn) (?:that )?(?:you|one) (?:could|can) "
    r"(?P<rest>[a-z][^.;,!?\n\x00()]{5,70})"
)


def surprises(page: Page, line: Line) -> Iterator[Advice]:
    """Yield what was new: "didn't know you could drop sand from a button"."""
    for match in _NEW.finditer(page.low, line.start, line.end):
        stop = _STOP.search(page.low, match.start("rest"), match.end("rest"))
        end = stop.start() if stop else match.end("rest")
        rest = page.notes[match.start("rest") : end].strip()
        if 2 <= len(rest.split()) <= 11 and not _NO.search(rest.lower()):
            yield Advice(match.start("rest"), end, f"how one can {rest}")
