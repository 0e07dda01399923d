"""Writes labels/wordings: the templates' wordings of one sentence, slots filled.

Run as `PYTHONPATH=service python evals/rules/wordings.py` after a change under
fallbacks/. A wording is clean text and makes the move that its file is named after;
longer wordings are left out, since none of their sentences need make it alone.
"""

import json
import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any, get_args

from afternote.schema import Channel, To
from afternote.templates import article, fill, possessive
from afternote.text import sentences
from afternote.wordings import Kind, Wording, load

OUT = Path(__file__).parent / "labels" / "wordings" / "sentences.jsonl"
NOUNS = (
    "blameless reviews", "the freight yard", "your open kitchen", "the tide tables",
    "the archive of posters", "your move to one rota", "the dbt migration",
)  # fmt: skip
CLAUSES = ("how your team plans the week", "why the depot moved", "how you price jobs")
KINDNESS = ("walking me to the station", "showing me the kiln", "lending me a coat")
ROLES = ("Data Engineer", "ward manager", "Outreach Librarian", "kitchen porter")
COMPANIES = (
    "Harbor Print", "Calder Freight", "Wellmere Library", "Northwind Analytics",
    "St Brannock School",
)  # fmt: skip
MOVE = {"connect": "keep_in_touch"}
_SORRY = re.compile(r"\b(?:sorry|disappoint\w+|hoped|hoping|would have)\b")


def _values() -> Iterator[dict[str, str]]:
    nouns, roles, companies = cycle(NOUNS), cycle(ROLES), cycle(COMPANIES)
    for kindness, clause in zip(cycle(KINDNESS), cycle(CLAUSES), strict=False):
        role, company = next(roles), next(companies)
        yield {
            "topic": next(nouns), "topic2": next(nouns), "liked": next(nouns),
            "liked2": next(nouns), "learnt": clause, "kindness": kindness,
            "role": role, "a_role": f"{article(role)} {role}",
            "company": company, "companys": possessive(company),
        }  # fmt: skip


def _wordings() -> Iterator[tuple[Kind, Wording]]:
    for to in get_args(To):
        for channel in get_args(Channel):
            for kind in get_args(Kind):
                if kind != "subject":
                    for wording in load(to, channel, kind):
                        yield kind, wording


def _rows() -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    for (kind, wording), values in zip(_wordings(), _values(), strict=False):
        text = fill(wording.text, values)
        if len(sentences(text)) > 1 or text in seen:
            continue
        seen.add(text)
        feedback = kind == "feedback"
        yield {
            "text": text,
            "moves": [] if feedback else [MOVE.get(kind, kind)],
            "ask": "feedback" if feedback else wording.asks,
            "disappointment": bool(_SORRY.search(text)),
            "fault": None,
            "near_miss": None,
            "subtle": False,
            "voice": "wording of a template",
        }


def main() -> None:
    """Write the rows."""
    lines = [json.dumps(row, ensure_ascii=False) for row in _rows()]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
