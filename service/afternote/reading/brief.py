"""Puts the brief together: policy first, then people, company, role, topics."""

import unicodedata

from afternote.reading import decision, mails, parts, topics, who
from afternote.reading.composed import Composed
from afternote.reading.dictated import is_dictated
from afternote.reading.layout import Line
from afternote.reading.page import Page, Seen
from afternote.reading.policy import held_back
from afternote.reading.span import blank
from afternote.schema import Brief, Fact, Flags, Held, Person
from afternote.text import fold, sentences


def blanked(notes: str, brief: Brief) -> str:
    """Return *notes* with every held-back stretch as spaces; offsets stay."""
    return blank(notes, brief.held_back, " ")


def read(notes: str, flags: Flags | None = None) -> Brief:
    """Return what *notes* say that may be used, and what is held back.

    Rules only; never raises. Facts from *flags* beat everything the notes say.
    """
    flags = flags or Flags()
    decomposed = not notes.isascii() and not unicodedata.is_normalized("NFC", notes)
    if decomposed or is_dictated(notes):
        composed = Composed(notes)
        return composed.restored(_read(composed.text, composed.carried(flags)))
    return _read(notes, flags)


def _read(notes: str, flags: Flags) -> Brief:
    page = Page(notes, _held(notes, flags))
    cast = who.find(page)
    me, place, firm = cast.writer, cast.role, cast.company
    everybody = parts.people(page, cast.known, cast.tags, place)
    everybody = tuple(
        p for p in everybody if not firm or fold(p.value) not in fold(firm.value)
    )
    taken = [(p.start, p.end) for p in everybody]
    taken += [(m.name.start, m.stop) for m in cast.mentions]
    taken += [(s.start, s.end) for s in (me, place, firm) if s]
    reader = _reader(everybody, flags)
    brief = Brief(
        reader=reader,
        company=_flag(flags.company) or _fact(page, firm),
        role=_flag(flags.role) or _fact(page, place),
        writer=_flag(flags.me) or _fact(page, me),
        topics=topics.find(page, everybody, taken, _written(page, cast.letters, me)),
        people=everybody,
        decision=decision.find(page),
        held_back=page.held,
        rest=_rest(page),
        mail=mails.reply_to(page),
    )
    missing = tuple(
        name
        for name in ("reader", "company", "role", "writer", "topics")
        if not getattr(brief, name)
    )
    return brief.model_copy(update={"missing": missing})


def _rest(page: Page) -> tuple[Fact, ...]:
    """Return the sentences of the notes, without what is held back of them."""
    left = blank(page.notes, page.held, "\n")
    return tuple(
        Fact(value=s.text, quote=s.text, start=s.start, end=s.end, how="stated")
        for s in sentences(left)
    )


def _held(notes: str, flags: Flags) -> tuple[Held, ...]:
    """Return what is held back of *notes*, less what the person has let out."""
    released = {(r.start, r.end) for r in flags.released}
    return tuple(h for h in held_back(notes) if (h.start, h.end) not in released)


def _written(page: Page, letters: list[mails.Letter], me: Seen | None) -> list[Line]:
    """Return the lines of the pasted mails that the candidate wrote."""
    if me is None:
        return []
    return [
        line
        for lines, letter in zip(page.mails, letters, strict=False)
        if letter.sender and fold(letter.sender.text) == fold(me.value)
        for line in lines
        if line.source == "mail"
    ]


def _reader(everybody: tuple[Person, ...], flags: Flags) -> Person | None:
    """Return the flag's reader, or the one who led; a title may come with either."""
    if flags.name:
        flag = Fact(value=flags.name, quote="", start=0, end=0, how="flag")
        known = [p for p in everybody if fold(p.value) == fold(flags.name)]
        old = known[0] if known else None
        return Person(
            **flag.model_dump(),
            title=flags.title or (old.title if old else None),
            honorific=old.honorific if old else None,
            part=old.part if old and old.part else "manager",
            pronoun=old.pronoun if old else None,
        )
    managers = [p for p in everybody if p.part == "manager"]
    if len(managers) != 1:
        return None
    if flags.title:
        return managers[0].model_copy(update={"title": flags.title})
    return managers[0]


def _flag(value: str | None) -> Fact | None:
    if not value:
        return None
    return Fact(value=value, quote="", start=0, end=0, how="flag")


def _fact(page: Page, seen: Seen | None) -> Fact | None:
    """Return a find as a fact; None where it touches what is held back."""
    if seen is None or page.is_held(seen.start, seen.end):
        return None
    quote = page.notes[seen.start : seen.end]
    return Fact(
        value=seen.value, quote=quote, start=seen.start, end=seen.end, how=seen.how
    )
