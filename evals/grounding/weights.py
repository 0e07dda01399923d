"""Learns how particular each word is, and which sentences are another note's.

scikit-learn is needed here and nowhere in the service.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from corpus import NOTES, TALKERS, Row, draft, lines, notes_brief, rows
from sklearn.linear_model import LogisticRegression

from afternote.grounding import lexicon
from afternote.grounding.support import GENERIC, Support, content, number, support
from afternote.grounding.tokens import Text, Token, analysed, tokenise
from afternote.grounding.unheard import body, made
from afternote.grounding.words import DAYS, MONTHS

HOSTS = 4
"""Each sentence is put into so many other notes of its author."""
PARTICULAR = 3
"""A sentence must have so many words of its own notes to be another's elsewhere."""
SHARE = 0.01
"""Of faithful notes by authors whom the model never saw, so many are flagged."""
EACH_AUTHOR = 0.15
"""What one more author who uses a word without support takes from its weight."""


class Read(NamedTuple):
    """A faithful note with its words and what its notes hold."""

    row: Row
    text: Text
    held: Support


Counts = tuple[Counter[str], Counter[str], dict[str, set[str]]]
Sentences = list[tuple[str, list[Token], bool]]


def faithful(labels: Path) -> list[Read]:
    """Return the faithful notes of all authors."""
    found = []
    for row in rows(NOTES, labels):
        if row.kind is None:
            held = support(notes_brief(row))
            found.append(Read(row, analysed(draft(row)), held))
    return found


def spoken(labels: Path) -> Sentences:
    """Return the sentences without a fault: author, words, and if they appreciate."""
    found: Sentences = []
    for author in TALKERS:
        for line in lines(labels / author / "sentences.jsonl"):
            data: dict[str, Any] = json.loads(line)
            if data["fault"] is None:
                praises = "appreciate" in data["moves"]
                found.append((author, tokenise(data["text"]), praises))
    return found


def counts(read: list[Read], said: Sentences, without: str | None = None) -> Counts:
    """Count each stem free of the notes and bound to them; who used it free."""
    free: Counter[str] = Counter()
    bound: Counter[str] = Counter()
    users: dict[str, set[str]] = defaultdict(set)
    for row, text, held in read:
        if row.author == without:
            continue
        for token in text.tokens:
            if token.part in ("greeting", "sign_off") or not _plain(token):
                continue
            if held.holds(token):
                bound[token.stem] += 2
            else:
                free[token.stem] += 2
                users[token.stem].add(row.author)
    for author, tokens, praises in said:
        if author == without:
            continue
        for token in tokens:
            if not _plain(token):
                continue
            free[token.stem] += 1 if praises else 2
            if praises:
                bound[token.stem] += 1
            else:
                users[token.stem].add(author)
    return free, bound, users


def table(found: Counts) -> dict[str, int]:
    """Return the weights of words in hundredths."""
    free, bound, users = found
    prior = math.exp(lexicon.UNSEEN)
    return {
        stem: round(
            100
            * (
                math.log((bound[stem] / 2 + prior) / (free[stem] / 2 + 1))
                - EACH_AUTHOR * len(users.get(stem, ()))
            )
        )
        for stem in sorted(set(free) | set(bound))
    }


def _plain(token: Token) -> bool:
    plain = token.plain
    if token.capital or len(plain) < 3 or not content(plain):
        return False
    return number(plain) is None and plain not in DAYS and plain not in MONTHS


class Sample(NamedTuple):
    """The figures of a sentence in a note, and whether it is another note's."""

    figures: tuple[float, ...]
    strange: bool
    author: str
    note: str


def samples(read: list[Read], said: Sentences) -> Iterator[Sample]:
    """Yield each sentence in its own note, and some in another note of its author.

    The weights of words come from the other authors.
    """
    for author in NOTES:
        mine = [one for one in read if one.row.author == author]
        words = table(counts(read, said, without=author))
        for at, (row, text, held) in enumerate(mine):
            inner = body(text)
            for place, one in enumerate(inner):
                first, last = place == 0, place == len(inner) - 1
                own = made(one, held, words, first=first, last=last)
                yield Sample(own.figures, False, author, row.id)
                if first or last or _own(one, held) < PARTICULAR:
                    continue
                for step in range(HOSTS):
                    other = mine[(at + 1 + 7 * step) % len(mine)]
                    if other.row.notes != row.notes:
                        put = made(one, other.held, words, first=False, last=False)
                        yield Sample(put.figures, True, author, other.row.id)


def _own(sentence: tuple[Token, ...], held: Support) -> int:
    return sum(_plain(t) and held.holds(t) and t.stem not in GENERIC for t in sentence)


def _fitted(found: list[Sample]) -> tuple[np.ndarray, float]:
    """Return the weights of the figures as they are, and the bias."""
    figures = np.array([s.figures for s in found])
    mean, spread = figures.mean(0), figures.std(0) + 1e-9
    fit = LogisticRegression(C=1.0, max_iter=5000, tol=1e-8)
    fit.fit((figures - mean) / spread, [s.strange for s in found])
    weights = fit.coef_[0] / spread
    return weights, float(fit.intercept_[0] - weights @ mean)


def sentence(read: list[Read], said: Sentences) -> dict[str, Any]:
    """Return the model of a sentence; its bar is set on authors left out in turn."""
    found = list(samples(read, said))
    highest: dict[str, float] = {}
    for author in NOTES:
        weights, bias = _fitted([s for s in found if s.author != author])
        for one in found:
            if one.author == author and not one.strange:
                score = float(weights @ np.array(one.figures)) + bias
                highest[one.note] = max(highest.get(one.note, score), score)
    ranked = sorted(highest.values(), reverse=True)
    weights, bias = _fitted(found)
    bar = ranked[int(SHARE * len(ranked))] - bias
    return {"weights": [round(float(w), 3) for w in weights], "bar": round(bar, 2)}
