"""The wordings under fallbacks/: whole sentences with slots, needs and implications.

One Markdown file a reader, channel and move; each `## heading` is one wording:

    ## rollback
    tone: warm
    needs: [topic, role]
    implies: [conversation]
    asks: keep_in_mind

    I enjoyed our conversation about {topic}.

*needs* are the facts that fill its slots, or conditions that have no slot (`phone`,
`email`, `paused`); *implies* what its words take for granted; *asks* what it asks.
"""

import string
from dataclasses import dataclass
from functools import cache
from typing import Literal

from afternote.assets import folder, read_file, sections, version
from afternote.errors import ConfigError
from afternote.schema import Channel, To

Kind = Literal[
    "subject", "acknowledge", "appreciate", "keep_in_touch", "feedback", "connect"
]

TONES = ("warm", "formal", "plain")
SLOTS = frozenset(
    "topic topic2 liked liked2 learnt kindness role a_role company companys".split()
)
CONDITIONS = frozenset("phone email in_person paused".split())
IMPLIES = frozenset("conversation chosen process".split())
ASKS = frozenset("keep_in_mind feedback".split())
FORMS = frozenset("noun clause gerund".split())


@dataclass(frozen=True)
class Wording:
    """One wording; *forms* limits the kind of phrase a slot takes, where it matters."""

    name: str
    tones: frozenset[str]
    needs: frozenset[str]
    implies: frozenset[str]
    asks: str | None
    forms: tuple[tuple[str, frozenset[str]], ...]
    text: str

    def takes(self, slot: str, form: str) -> bool:
        """Tell whether a phrase of that *form* fits into *slot*."""
        return all(form in forms for name, forms in self.forms if name == slot)


@cache
def load(to: To, channel: Channel, kind: Kind) -> tuple[Wording, ...]:
    """Return the wordings of one file; ConfigError names what is wrong with it."""
    path = folder("fallbacks") / "en" / to / channel / f"{kind}.md"
    where = f"fallbacks/en/{to}/{channel}/{kind}.md"
    found = sections(read_file(path), where=where)
    return tuple(_wording(name, body, where) for name, body in found.items())


def version_of(to: To, channel: Channel) -> str:
    """Return the content hash of one reader's and channel's wordings."""
    directory = folder("fallbacks") / "en" / to / channel
    return version("".join(read_file(p) for p in sorted(directory.glob("*.md"))))


def _wording(name: str, body: str, where: str) -> Wording:
    head, gap, text = body.partition("\n\n")
    if not gap:
        raise ConfigError(f"{where}: {name}: no blank line between fields and text")
    fields: dict[str, str] = {}
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if not colon or key not in ("tone", "needs", "implies", "asks"):
            raise ConfigError(f"{where}: {name}: {line!r} is no field")
        fields[key] = value.strip()
    needs, forms = _needs(_list(fields.get("needs", "")), where, name)
    text = " ".join(text.split())
    slots = _slots(text, where, name)
    if slots != needs & SLOTS:
        odd = ", ".join(sorted(slots ^ (needs & SLOTS)))
        raise ConfigError(f"{where}: {name}: needs and slots differ in {odd}")
    tones = _list(fields.get("tone", ""))
    implies = _list(fields.get("implies", ""))
    asks = fields.get("asks") or None
    for words, known in ((tones, TONES), (implies, IMPLIES), ((asks,), ASKS)):
        for word in words:
            if word is not None and word not in known:
                raise ConfigError(f"{where}: {name}: {word!r} is not known")
    if not tones:
        raise ConfigError(f"{where}: {name}: has no tone")
    return Wording(name, frozenset(tones), needs, frozenset(implies), asks, forms, text)


def _needs(
    given: tuple[str, ...], where: str, name: str
) -> tuple[frozenset[str], tuple[tuple[str, frozenset[str]], ...]]:
    needs: set[str] = set()
    forms: list[tuple[str, frozenset[str]]] = []
    for item in given:
        need, _, form = item.partition(":")
        if need not in SLOTS | CONDITIONS:
            raise ConfigError(f"{where}: {name}: the need {need!r} is not known")
        if form:
            allowed = frozenset(form.split("|"))
            if not allowed <= FORMS:
                raise ConfigError(f"{where}: {name}: the form {form!r} is not known")
            forms.append((need, allowed))
        needs.add(need)
    return frozenset(needs), tuple(forms)


def _list(value: str) -> tuple[str, ...]:
    return tuple(w.strip() for w in value.strip("[]").split(",") if w.strip())


def _slots(text: str, where: str, name: str) -> frozenset[str]:
    try:
        parsed = list(string.Formatter().parse(text))
    except ValueError as error:
        raise ConfigError(f"{where}: {name}: a brace is not closed") from error
    return frozenset(field for _, field, _, _ in parsed if field is not None)
