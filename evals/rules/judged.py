"""Runs `check` over the labelled text; rows in, outcomes out.

An outcome holds codes and figures, never a word of the text, so that what is printed
about the frozen authors cannot give their rows away.
"""

import time
from typing import Any, NamedTuple

import labelled

from afternote.check import check, parse
from afternote.reading import read
from afternote.schema import Brief, Draft, DraftPart, Options, Problem

RULE_OF = {
    "bitter": ("T201",),
    "passive_aggressive": ("T202",),
    "sarcastic": ("T203",),
    "begging": ("T204",),
    "reconsider": ("T205",),
    "arguing": ("T206",),
    "asks_why": ("T207",),
    "guilt": ("T208",),
    "self_deprecating": ("T209",),
    "still_open": ("T210",),
    "reselling": ("T211",),
    "over_familiar": ("T212",),
    "threatening": ("T213",),
    "dwelling": ("T214",),
    "disappointment_twice": ("T215",),
    "stock_phrases": ("T216",),
    "shouting": ("T217", "L508"),
    "leak": ("P301", "P302", "P303", "P304", "P305", "P307", "T209", "T201"),
    "pay": ("P302",),
    "hired_person": ("P303",),
    "personal": ("P304",),
    "other_employer": ("P305",),
    "contact_data": ("P306", "F417"),
    "confidence": ("P307",),
    "cut_off": ("L504",),
    "placeholder": ("L505",),
    "markup": ("L506", "L507"),
    "assistant_talk": ("L509",),
    "missing_acknowledge": ("S101",),
    "missing_appreciate": ("S102",),
    "missing_keep_in_touch": ("S103",),
    "out_of_order": ("S104",),
    "doubled_greeting": ("S106",),
    "doubled_sign_off": ("S108",),
    "two_asks": ("S109",),
    "too_long": ("L501",),
    "too_short": ("L502",),
    "wrong_reader": ("F401",),
    "wrong_company": ("F402",),
    "wrong_role": ("F403", "F420"),
    "invented_person": ("F404",),
    "invented_number": ("F405",),
    "invented_date": ("F406",),
    "invented_place": ("F407",),
    "invented_topic": ("F408",),
    "invented_promise": ("F409",),
    "invented_compliment": ("F410",),
    "reported_speech": ("F411",),
    "attribution": ("F412",),
    "who_did_what": ("F413",),
    "wrong_channel": ("F414",),
    "wrong_reason": ("F415",),
    "wrong_pronoun": ("F416",),
}
"""The rules that answer for each fault of the labels."""


class Outcome(NamedTuple):
    """What `check` said of one row.

    *own* and *strict* are the codes that block it as a person's note and as a draft;
    *placed* those of them that point into the labelled span.
    """

    kind: str
    author: str
    fault: str | None
    family: str | None
    subtle: bool
    own: frozenset[str]
    strict: frozenset[str]
    placed: frozenset[str]
    ms: float


def of_notes(author: str) -> list[Outcome]:
    """Judge the whole notes of *author*, each beside the brief that `read` makes."""
    return [_note(author, row) for row in labelled.rows(author, "notes")]


def of_sentences(author: str) -> list[Outcome]:
    """Judge the single sentences of *author*: tone, privacy and form, no structure."""
    return [_sentence(author, row) for row in labelled.rows(author, "sentences")]


def _note(author: str, row: dict[str, Any]) -> Outcome:
    options = Options(
        to=row["to"],
        channel=row["channel"],
        ask_feedback="feedback" in row["asked"],
        connect="connect" in row["asked"],
    )
    brief = read(row["notes"])
    draft = parse(row["note"], options)
    started = time.perf_counter()
    own = _blocking(check(draft, brief, strict=False))
    ms = (time.perf_counter() - started) * 1000
    strict = _blocking(check(draft, brief, strict=True))
    start = row["note"].find(row["span"]) if row["span"] else 0
    end = start + len(row["span"]) if row["span"] else len(row["note"])
    kind = "good" if row["label"] == "good" else "fault"
    return Outcome(
        kind="invention" if row["family"] == "F" else kind,
        author=author,
        fault=row["fault"],
        family=row["family"],
        subtle=row["subtle"],
        own=frozenset(p.code for p in own),
        strict=frozenset(p.code for p in strict),
        placed=frozenset(
            p.code for p in (*own, *strict) if p.start <= end and p.end >= start
        ),
        ms=ms,
    )


def _sentence(author: str, row: dict[str, Any]) -> Outcome:
    text = row["text"]
    draft = Draft(text, (DraftPart("body", 0, len(text)),))
    found = _blocking(check(draft, Brief(), strict=False))
    codes = frozenset(p.code for p in found if p.code in _OF_SENTENCES)
    kind = "fault" if row["fault"] else "near" if row["near_miss"] else "good"
    return Outcome(
        kind=kind,
        author=author,
        fault=row["fault"] or row["near_miss"],
        family=RULE_OF[row["fault"]][0][0] if row["fault"] else None,
        subtle=row["subtle"],
        own=codes,
        strict=codes,
        placed=codes,
        ms=0.0,
    )


_OF_SENTENCES = frozenset(
    code for codes in RULE_OF.values() for code in codes if code[0] in "TP"
) | {"L504", "L505", "L506", "L507", "L508", "L509"}


def _blocking(problems: tuple[Problem, ...]) -> list[Problem]:
    return [p for p in problems if p.severity == "blocking"]
