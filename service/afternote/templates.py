"""Brief -> template -> draft: wordings that use most of the brief, tried in order.

No clock, no chance: what is chosen depends on the brief, the options and the seed.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from afternote.schema import MOVES, Brief, Moves, Options, Topic
from afternote.text import echo, fold, sentences
from afternote.wordings import Kind, Wording, load

TRIES = 40
"""Combinations tried for one offer before it is made smaller. At 40 the checked
5,000 seeded briefs never lose a particular to bad luck (tests/test_templates.py)."""

FEWER = 12
"""Tried for a smaller offer: a brief that nothing fits would else cost seconds."""

ORDER: tuple[Kind, ...] = ("appreciate", "acknowledge", "keep_in_touch")

AIM = (60, 110)
"""Words of an email's body (RULES.md, L503: the band that experts and corpus share)."""

LINKEDIN_LIMIT = 200
"""Characters of a note from a free LinkedIn account (RULES.md, sources LCO, COP)."""


@dataclass(frozen=True)
class Composed:
    """A template draft: its moves, its wordings' names, the brief it rests on."""

    moves: Moves
    ids: str
    brief: Brief


@dataclass(frozen=True)
class _Offer:
    """What the wordings may use: a brief, perhaps with something left out."""

    brief: Brief
    values: Mapping[str, str]
    forms: Mapping[str, str]
    conditions: frozenset[str]
    implied: frozenset[str]


def candidates(
    brief: Brief, options: Options, avoid: frozenset[str] = frozenset()
) -> Iterator[Composed]:
    """Yield drafts in the order they should be tried, most of the brief first.

    *avoid* holds folded sentences that no draft may say. The last drafts use no
    word of the notes at all, say what they must even if *avoid* forbids it, and ask
    for nothing. A LinkedIn message announces no LinkedIn request: it is one.
    """
    asked = f"{brief.model_dump_json()}{options.model_dump_json()}"
    for less in (*_smaller(brief), Brief()):
        chooser = _Chooser(_offer(less), options, avoid, asked)
        yield from islice(_composed(chooser), TRIES if less is brief else FEWER)
    unasked = options.model_copy(update={"ask_feedback": False})
    for wanted in (options, unasked):
        floor = _Chooser(_offer(Brief()), wanted, frozenset(), asked)
        yield from islice(_composed(floor), TRIES)


def sayings(brief: Brief, options: Options) -> Iterator[tuple[str, ...]]:
    """Yield, for each way to say a particular of *brief*, its folded sentences."""
    for less in _smaller(brief):
        offer = _offer(less)
        has = offer.values.keys() | offer.conditions
        for wording in load(options.to, options.channel, "appreciate"):
            if wording.needs & offer.forms.keys() and wording.needs <= has:
                said = sentences(fill(wording.text, offer.values))
                yield tuple(fold(sentence.text) for sentence in said)


def _smaller(brief: Brief) -> Iterator[Brief]:
    """Yield *brief*, then with fewer particulars, then with fewer names."""
    topics = brief.topics
    yield brief
    if len(topics) > 1:
        for topic in topics:
            yield brief.model_copy(update={"topics": (topic,)})
    bare = brief.model_copy(update={"topics": ()})
    yield bare
    yield bare.model_copy(update={"role": None})
    yield bare.model_copy(update={"company": None})
    unnamed = bare.model_copy(update={"role": None, "company": None})
    yield unnamed
    yield Brief(writer=brief.writer)


def _offer(brief: Brief) -> _Offer:
    values: dict[str, str] = {}
    forms: dict[str, str] = {}
    kinds = {
        "topic": ("discussed",),
        "liked": ("impressed",),
        "learnt": ("learnt",),
        "kindness": ("kindness",),
    }
    for slot, wanted in kinds.items():
        found = [t for t in brief.topics if t.kind in wanted and _sayable(t)]
        for name, topic in zip((slot, f"{slot}2"), _alike(found), strict=False):
            values[name], forms[name] = topic.value, topic.form
    if brief.role:
        values["role"] = brief.role.value
        values["a_role"] = f"{article(brief.role.value)} {brief.role.value}"
    if brief.company:
        values["company"] = brief.company.value
        values["companys"] = possessive(brief.company.value)
    conditions = set()
    channel = brief.decision.channel.value if brief.decision.channel else ""
    if channel in ("phone", "email", "in_person"):
        conditions.add(channel)
    reason = brief.decision.reason.value if brief.decision.reason else ""
    if reason == "paused":
        conditions.add("paused")
    implied = {"process"} if brief.people else set()
    if reason in ("internal", "close_second", "experience"):
        implied.add("chosen")
    if _talked(brief):
        implied.add("conversation")
    return _Offer(brief, values, forms, frozenset(conditions), frozenset(implied))


_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|me|my|mine|myself)\b")


def _sayable(topic: Topic) -> bool:
    """A phrase about the writer does not read well as what the reader talked about."""
    return topic.kind == "kindness" or not _FIRST_PERSON.search(topic.value)


def _alike(topics: list[Topic]) -> list[Topic]:
    return [t for t in topics if t.form == topics[0].form][:2]


def _talked(brief: Brief) -> bool:
    """Tell whether the notes show that writer and reader talked with each other."""
    reader = brief.reader
    met = reader is not None and reader.how in ("stated", "label")
    return met or any(t.kind == "discussed" for t in brief.topics)


def _composed(chooser: "_Chooser") -> Iterator[Composed]:
    """Yield what fits its channel; moves that echo one another come last."""
    echoing: list[Composed] = []
    for turn in range(TRIES * 5):
        picked = chooser.pick(turn)
        if picked is None:
            return
        moves = Moves(**{k: w for k, (_, w) in picked.items()})
        linkedin = chooser.options.channel == "linkedin"
        if not (_short(moves, chooser.brief) if linkedin else _long_enough(moves)):
            continue
        ids = "+".join(name for name, _ in picked.values() if name)
        composed = Composed(moves, ids, chooser.brief)
        if not echo(*_said(moves)):
            yield composed
        else:
            echoing.append(composed)
    yield from echoing


def _said(moves: Moves) -> list[str]:
    return [getattr(moves, move) for move in MOVES]


def _long_enough(moves: Moves) -> bool:
    return AIM[0] <= sum(len(said.split()) for said in _said(moves)) <= AIM[1]


def _short(moves: Moves, brief: Brief) -> bool:
    names = len(brief.reader.value) + 6 if brief.reader else 7
    names += len(brief.writer.value) + 1 if brief.writer else 0
    return sum(len(said) + 1 for said in _said(moves)) + names <= LINKEDIN_LIMIT


class _Chooser:
    """Picks one wording a move by a hash of what was *asked* and the turn."""

    def __init__(
        self, offer: _Offer, options: Options, avoid: frozenset[str], asked: str
    ) -> None:
        self._offer = offer
        self.options = options
        self.brief = offer.brief
        self._avoid = avoid
        self._seed = asked.encode()

    def pick(self, turn: int) -> dict[str, tuple[str, str]] | None:
        """Return move -> (wording's name, filled text), or None if one has none."""
        wants = self.options
        used: set[str] = set()
        picked: dict[str, tuple[str, str]] = {}
        for kind in ORDER:
            one = self._one(kind, used, turn)
            if one is None:
                return None
            picked[kind] = one
        extra: tuple[tuple[bool, Kind], ...] = (
            (wants.ask_feedback, "feedback"),
            (wants.connect and self._email, "connect"),
        )
        for wanted, kind in extra:
            one = self._one(kind, used, turn) if wanted else None
            if one is not None:
                names, text = picked["keep_in_touch"]
                picked["keep_in_touch"] = (f"{names}+{one[0]}", f"{text} {one[1]}")
        subject = self._one("subject", set(), turn) if self._email else ("", "")
        if subject is None:
            return None
        return {move: picked[move] for move in MOVES} | {"subject": subject}

    @property
    def _email(self) -> bool:
        return self.options.channel == "email"

    def _one(self, kind: Kind, used: set[str], turn: int) -> tuple[str, str] | None:
        wordings = load(self.options.to, self.options.channel, kind)
        able = [w for w in wordings if self._able(w, used)]
        worth = {w.name: self._worth(w, kind, used) for w in able}
        most = max(worth.values(), default=0)
        best = [w for w in able if worth[w.name] == most]
        for wording in self._shuffled(best, kind, turn):
            text = fill(wording.text, self._offer.values)
            if any(fold(s.text) in self._avoid for s in sentences(text)):
                continue
            used |= {_fact(need) for need in wording.needs}
            return wording.name, text
        return None

    def _able(self, wording: Wording, used: set[str]) -> bool:
        offer = self._offer
        has = offer.values.keys() | offer.conditions
        return (
            self.options.tone in wording.tones
            and wording.needs <= has
            and wording.implies <= offer.implied
            and not ("role" in used and {"role", "a_role"} & wording.needs)
            and not (wording.asks and self.options.ask_feedback)
            and all(
                wording.takes(slot, form)
                for slot, form in offer.forms.items()
                if slot in wording.needs
            )
        )

    def _worth(self, wording: Wording, kind: Kind, used: set[str]) -> int:
        """Particulars count most, then thanks for having met, then a fact not used."""
        offer = self._offer
        particular = bool(wording.needs & offer.forms.keys())
        new = {_fact(n) for n in wording.needs if n in offer.values} - used
        new |= wording.needs & offer.conditions
        met = kind == "appreciate" and "conversation" in wording.implies
        paused = "paused" in wording.needs
        return 8 * particular + 4 * paused + 2 * (met > particular) + bool(new)

    def _shuffled(self, found: list[Wording], kind: str, turn: int) -> list[Wording]:
        def key(wording: Wording) -> bytes:
            mark = f"{kind}{wording.name}{turn}".encode()
            return hashlib.sha256(self._seed + mark).digest()

        return sorted(found, key=key)


def _fact(need: str) -> str:
    return {"a_role": "role", "companys": "company"}.get(need, need)


_SLOT = re.compile(r"\{(\w+)\}")


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return *text* with its slots filled, fit to read.

    A slot that starts a sentence gets a capital; "Inc." does not get a second stop.
    """

    def value(match: re.Match[str]) -> str:
        before, after = text[: match.start()], text[match.end() :]
        found = values[match[1]]
        if not before or before.endswith((". ", "! ", "? ")):
            found = found[:1].upper() + found[1:]
        return found[:-1] if found.endswith(".") and after[:1] == "." else found

    return _SLOT.sub(value, text)


_AN = re.compile(r"(?:[aeio]|u(?!ni|se|ti|k\b|ro)|hour|honest|honou?r|heir)", re.I)
_LETTERS = re.compile(r"[A-Z]{2,}\b|[A-Z](?=[-\d])")


def article(words: str) -> str:
    """Return "a" or "an" for *words*: an EU role, a UX role, an 11-person team."""
    if _LETTERS.match(words):
        return "an" if words[0] in "AEFHILMNORSX" else "a"
    if words[:1].isdigit():
        return "an" if re.match(r"8|11\b|11-|18\b|18-", words) else "a"
    if re.match(r"(?:one|once|eu|ewe)", words, re.I):
        return "a"
    return "an" if _AN.match(words) else "a"


def possessive(name: str) -> str:
    """Return the possessive of a *name*: Halden's, St. Mary's Hospital's, Barnes'."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"
