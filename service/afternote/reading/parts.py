"""Merges mentions into people, and says who led, who recruited, who interviewed."""

import re

from afternote.reading import standing
from afternote.reading.crowd import may_be_more, popped_in
from afternote.reading.mails import Letter
from afternote.reading.names import capitals
from afternote.reading.page import Page, Seen
from afternote.reading.people import Mention
from afternote.reading.someone import Pronoun, Someone
from afternote.reading.tagging import Tags
from afternote.reading.titles import is_hr, rank
from afternote.reading.words import FORMAL
from afternote.schema import Part, Person
from afternote.text import fold


def people(
    page: Page, known: list[Someone], tags: Tags, role: Seen | None
) -> tuple[Person, ...]:
    """Return the people met or heard from, each with title and part."""
    found = []
    for someone, part in standing.parts(page, tags, known, ruled(page, known, role)):
        found.append(
            Person(
                value=capitals(someone.name),
                quote=page.notes[someone.start : someone.end],
                start=someone.start,
                end=someone.end,
                how=someone.how,
                title=someone.title,
                honorific=someone.honorific if someone.honorific in FORMAL else None,
                part=part,
                pronoun=_pronoun(page, someone),
            )
        )
    return tuple(found)


def ruled(page: Page, known: list[Someone], role: Seen | None) -> list[Part | None]:
    """Return the part that the rules give to each of *known*."""
    lead = _leader(page, known, role)
    return [_part(someone, lead, role) for someone in known]


_FORM_MAIL = re.compile(
    r"\b(?:your application|candidates?|applicants?|interest in|on behalf|hiring team|"
    r"talent|applying|keep your|progress\w*|panel has|we regret|feedback)\b"
)
_I_WRITE = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|me|my|myself)\b")


def _personal(page: Page, letter: Letter) -> bool:
    """Return whether a mail speaks as one person does who decided: "I'm sorry"."""
    body = page.low[slice(*letter.body)]
    return bool(_I_WRITE.search(body)) and not _FORM_MAIL.search(body)


def gathered(
    page: Page, mentions: list[Mention], letters: list[Letter], writer: str | None
) -> list[Someone]:
    """Merge mentions and senders into people, in the order of the notes."""
    known: list[Someone] = []
    for letter in letters:
        name = letter.sender
        if name and not _same(name.text, writer or ""):
            someone = Someone(
                name.text,
                name.start,
                name.end,
                "mail",
                letter.title,
                name.honorific,
                sender=True,
                desk=letter.desk,
                personal=_personal(page, letter),
            )
            if letter.staffing or is_hr(letter.title):
                someone.hints.append("recruiter")
            elif letter.forwards and sum(x.sender is not None for x in letters) > 1:
                someone.hints.append("other")
            _add(known, someone)
    for mention in sorted(mentions, key=lambda m: -len(m.name.text.split())):
        name = mention.name
        if writer and _same(name.text, writer):
            continue
        someone = Someone(
            name.text,
            name.start,
            name.end,
            mention.how,
            mention.title,
            name.honorific,
            mention.leads,
            places=[name.start],
        )
        if mention.hint:
            someone.hints.append(mention.hint)
        _add(known, someone)
    return sorted(known, key=lambda s: s.places[0] if s.places else s.start)


def _add(known: list[Someone], new: Someone) -> None:
    same = [s for s in known if _same(s.name, new.name) and not _mr_and_mrs(s, new)]
    if len(same) > 1:
        exact = [s for s in same if fold(s.name) == fold(new.name)]
        same = exact if len(exact) == 1 else []
        if not same:
            return
    if not same:
        known.append(new)
        return
    old = same[0]
    if len(new.name.split()) > len(old.name.split()):
        old.name, old.start, old.end, old.how = new.name, new.start, new.end, new.how
    old.title = old.title or new.title
    old.honorific = old.honorific or new.honorific
    old.leads = old.leads or new.leads
    old.hints += new.hints
    old.sender = old.sender or new.sender
    old.desk = old.desk or new.desk
    old.places += new.places


def _mr_and_mrs(one: Someone, other: Someone) -> bool:
    """Return whether two of one family name are told apart by their honorifics."""
    return (
        fold(one.name) == fold(other.name)
        and one.honorific is not None
        and other.honorific is not None
        and one.honorific != other.honorific
        and " " not in one.name
    )


def _same(one: str, other: str) -> bool:
    """Return whether two names may be one person's: one is part of the other."""
    first = [w.strip('."') for w in fold(one).split()]
    second = [w.strip('."') for w in fold(other).split()]
    if not first or not second:
        return False
    short, long = sorted((first, second), key=len)
    if all(w in long for w in short):
        return True
    return _initial(short, long) or _initial(long, short)


def _initial(short: list[str], long: list[str]) -> bool:
    """Return whether *short* is *long* with an initial: "T. Wraxall", "Karen O."."""
    if len(short) != 2 or len(long) < 2:
        return False
    if len(short[0]) == 1:
        return short[1] == long[-1] and long[0].startswith(short[0])
    return len(short[1]) == 1 and short[0] == long[0] and long[-1].startswith(short[1])


def _hr_role(role: Seen | None) -> bool:
    return role is not None and is_hr(role.value)


def _recruits(someone: Someone, role: Seen | None) -> bool:
    if "recruiter" in someone.hints:
        return True
    return is_hr(someone.title) and not _hr_role(role)


def _rank(someone: Someone) -> int:
    """Return how surely title or form of address lead: "Matron", "director"."""
    return max(rank(someone.title), 2 * (someone.honorific in _LEADERS))


_LEADERS = frozenset(("Matron", "Governor", "Archdeacon", "Superintendent"))


def _leader(page: Page, known: list[Someone], role: Seen | None) -> Someone | None:
    """Return the one who led; None when two might, and nothing decides."""
    met = [s for s in known if not _recruits(s, role) and "other" not in s.hints]
    stayed = [s for s in met if not popped_in(page, s.places, s.name)]
    if stayed and len(stayed) < len(met) and any(_rank(s) for s in stayed):
        met = stayed
    for chosen in (
        [s for s in met if "manager" in s.hints],
        [s for s in met if s.leads],
    ):
        if len(chosen) == 1:
            return chosen[0]
        if len(chosen) > 1:
            ranked = [s for s in chosen if _rank(s) >= 2]
            return ranked[0] if len(ranked) == 1 else None
    if len(met) == 1:
        alone = met[0]
        unsaid = alone.desk or not (alone.title or alone.personal)
        unclear = alone.sender and unsaid and not alone.places
        more = _rank(alone) < 2 and may_be_more(page, alone.name)
        return None if unclear or more else alone
    best = max((_rank(s) for s in met), default=0)
    top = [s for s in met if _rank(s) == best and best >= 2]
    if len(top) == 1:
        first_but_lower = met[0] is not top[0] and _rank(met[0]) == 1
        return None if first_but_lower else top[0]
    if len(top) > 1:
        return _by_trade(top, role)
    deputies = [s for s in met if _rank(s) == 1]
    rest = [s for s in met if s.title and s not in deputies]
    return deputies[0] if len(deputies) == 1 and not rest else None


_SMALL = frozenset("of the and for head manager mgr director lead senior sr jr".split())


def _by_trade(top: list[Someone], role: Seen | None) -> Someone | None:
    """Return the one leader whose title shares its trade with the role."""
    if role is None:
        return None
    words = {fold(w)[:5] for w in re.findall(r"\w+", role.value)} - _SMALL
    near = [
        s
        for s in top
        if words
        & (
            {fold(w)[:5] for w in re.findall(r"\w+", s.title or "")}
            - {w[:5] for w in _SMALL}
        )
    ]
    return near[0] if len(near) == 1 else None


def _part(someone: Someone, lead: Someone | None, role: Seen | None) -> Part | None:
    if "other" in someone.hints:
        return "other"
    if someone is lead:
        return "manager"
    if _recruits(someone, role):
        return "recruiter"
    if someone.sender and not someone.title and not someone.places:
        return "recruiter" if someone.desk or lead is not None else None
    return "interviewer"


_PRONOUN = re.compile(
    r"[\s,]*(?:\([^)\n]{0,40}\)[ ,]*)?(?:[\w&' -]{0,30}, )?(?:and |but |- )?"
    r"(she|he)\b"
)


def _pronoun(page: Page, someone: Someone) -> Pronoun | None:
    """Return the pronoun that the notes use right behind the name."""
    for place in someone.places:
        end = place + len(someone.name)
        match = _PRONOUN.match(page.low, end)
        if match:
            return "she" if match[1] == "she" else "he"
    return None
