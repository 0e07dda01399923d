"""Who sent the answer, by the notes' own words: whom a greeting may well mean."""

import re
from collections.abc import Iterator, Sequence

from afternote.grounding.fault import Fault
from afternote.grounding.support import Support
from afternote.grounding.tokens import Text, Token, tokens
from afternote.schema import Person

_SENT = frozenset(
    """rang ring rings phoned phones emailed mailed messaged texted wrote written
    called""".split()
)
_CAME = frozenset(
    """mail email letter call voicemail text message msg dm note card sms
    whatsapp news post""".split()
)
_ADDRESSED = frozenset("reader write writing recipient addressee sent to".split())
NEAR = 5
"""So many words after a name, "rang" is what that person did."""


def may_be_reader(greeted: Token, reader: Person, held: Support) -> bool:
    """Tell whether the notes may mean the person *greeted* rather than *reader*.

    Reading may have taken one of several people for the reader. It is believed where
    the notes, a label or a flag say so, or say that this one sent the answer, or
    where they hold no sentence that could tell.
    """
    if reader.how in ("flag", "label") or not held.brief.rest:
        return False
    company = held.brief.company
    sure = company is not None and company.how != "inferred"
    if sure and greeted.plain in held.company_words - held.name_words:
        return False
    own = {t.plain for t in tokens(reader.value)}
    return sent({greeted.plain}, held) or not sent(own, held)


def addressed(text: Text, held: Support) -> Iterator[Fault]:
    """Yield a greeting to one person where the notes say to write to another."""
    greeted = [t for t in text.tokens if t.part == "greeting"]
    plains = {t.plain for t in greeted}
    wanted = [p for p in held.persons if _to(p, held)]
    meant = {t.plain for p in wanted for t in tokens(p.value)}
    if not meant or plains & meant:
        return
    for token in greeted:
        if token.plain in held.name_words and len(token.plain) > 1:
            yield Fault(
                "reader-misnamed",
                f"calls the reader {token.text!r}; the notes say {wanted[0].value!r}",
                token.start,
                token.end,
            )


def _to(person: Person, held: Support) -> bool:
    """Tell whether the notes say outright that the letter goes to *person*."""
    name = re.escape(person.value)
    pattern = rf"\b(?:reader|recipient|writ(?:e|ing) to)\W{{1,3}}{name}\b"
    return any(re.search(pattern, f.quote, re.I) for f in held.brief.rest)


def doubtful(held: Support) -> bool:
    """Tell whether the notes say that somebody else than the reader sent word."""
    reader = held.brief.reader
    if reader is None or reader.how in ("flag", "label"):
        return False
    own = {t.plain for t in tokens(reader.value)}
    if sent(own, held):
        return False
    others = ({t.plain for t in tokens(p.value)} - own for p in held.persons)
    return any(names and sent(names, held) for names in others)


def sent(names: set[str], held: Support) -> bool:
    """Tell whether a sentence of the notes says that *names* sent word."""
    return any(_sent(tokens(fact.quote), names, held) for fact in held.brief.rest)


def _sent(words: Sequence[Token], names: set[str], held: Support) -> bool:
    for at, word in enumerate(words):
        if word.plain not in names:
            continue
        after = [t.plain for t in words[at + 1 : at + 1 + NEAR]]
        others = [
            i
            for i, plain in enumerate(after)
            if plain in held.name_words and plain not in names
        ]
        if _SENT & set(after[: others[0]] if others else after):
            return True
        if word.text.endswith(("'s", "’s")) and _CAME & set(after[:1]):
            return True
        before = [t.plain for t in words[max(0, at - 5) : at]]
        if _ADDRESSED & set(before[-3:]):
            return True
        led = [p for p in before[-2:] if p in ("from", "by", "signed")]
        if led and (_CAME | _SENT) & set(before):
            return True
    return False
