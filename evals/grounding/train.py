"""Learns which words are courtesy, everyday, particular; writes lexicon.json.

Run as `PYTHONPATH=service python evals/grounding/train.py`. The same text gives the
same bytes.
"""

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

import weights
from corpus import (
    LABELS,
    NOTES,
    WRITERS,
    all_texts,
    bare_wordings,
    draft,
    good_sentences,
    notes_brief,
    rows,
)

from afternote.grounding.support import content, number, support
from afternote.grounding.tokens import analysed, tokenise

OUT = Path(__file__).parents[2] / "service" / "afternote" / "grounding" / "lexicon.json"
AUTHORS = 3
"""A word that two authors use without support is courtesy; one may be inventing."""


SHARE = 1.0
"""Courtesy stands more often without support than with it."""


def courtesy(authors: tuple[str, ...], labels: Path = LABELS) -> list[str]:
    """Return the stems that faithful notes use though their notes do not hold them."""
    seen: dict[str, set[str]] = defaultdict(set)
    free: Counter[str] = Counter()
    bound: Counter[str] = Counter()
    found = rows(authors, labels)
    for row in found:
        held = support(notes_brief(row))
        span = (row.note.find(row.span), row.note.find(row.span) + len(row.span))
        for token in analysed(draft(row)).tokens:
            if token.part in ("greeting", "sign_off") or token.capital:
                continue
            if row.kind and span[0] <= token.start < span[1]:
                continue
            if held.holds(token):
                bound[token.stem] += 1
            else:
                seen[token.stem].add(row.author)
                free[token.stem] += 1
    for author, text in good_sentences(authors, labels):
        for token in tokenise(text):
            if not token.capital:
                seen[token.stem].add(author)
                free[token.stem] += 1
    learnt = {
        stem
        for stem, who in seen.items()
        if len(who) >= AUTHORS and free[stem] > SHARE * bound[stem]
    }
    learnt = {s for s in learnt if content(s) and number(s) is None}
    floor = (t for text in bare_wordings() for t in tokenise(text))
    return sorted(learnt | {t.stem for t in floor if content(t.plain)})


def everyday(authors: tuple[str, ...], labels: Path = LABELS) -> list[str]:
    """Return the stems that nearly all *authors* use, whatever they write about."""
    seen: dict[str, set[str]] = defaultdict(set)
    for author, text in all_texts(authors, labels):
        for token in tokenise(text):
            if not token.capital:
                seen[token.stem].add(author)
    return sorted(
        stem
        for stem, who in seen.items()
        if len(who) >= len(authors) - 1 and content(stem) and number(stem) is None
    )


def write(out: Path = OUT, labels: Path = LABELS) -> None:
    """Write the lexicon learnt from *labels* to *out*."""
    read, said = weights.faithful(labels), weights.spoken(labels)
    data = {
        "courtesy": courtesy(NOTES, labels),
        "everyday": everyday(WRITERS, labels),
        "weight": weights.table(weights.counts(read, said)),
        "sentence": weights.sentence(read, said),
    }
    text = json.dumps(data, indent=0, ensure_ascii=False) + "\n"
    out.write_text(text, encoding="utf-8")


def main() -> None:
    """Write the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels", type=Path, default=LABELS)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    write(options.out, options.labels)


if __name__ == "__main__":
    main()
