"""Names: the reader's, the writer's, the company's, other people's; titles and role."""

from collections.abc import Iterator
from itertools import pairwise

from afternote.grounding import senders
from afternote.grounding.fault import Fault
from afternote.grounding.support import Support, close
from afternote.grounding.tokens import Text, Token
from afternote.grounding.tokens import tokens as words_of
from afternote.grounding.words import COMPANY_FORMS, FUNCTION, HONORIFICS, PRONOUNS
from afternote.schema import MOVES, Draft, Person
from afternote.text import fold

OPENERS = frozenset(
    """hi hello hey hiya dear good morning afternoon evening day greetings
    respected esteemed my again there all team everyone both folks sir madam
    and the to whom it may concern hiring manager committee panel friends
    colleagues ladies gentlemen annwyl għaziz għaziza ciao bonjour hola
    namaste g'day gday gidday howdy aloha a chara chairde salaam kia ora shwmae
    hallo hei guten tag from at of ji sahib oga ma mum thanks thank you for now then
    evening""".split()
)
"""What a greeting may hold beside a name."""

TITLES = frozenset(
    """principal headteacher head chef coach captain pastor father sister brother
    reverend doctor professor matron director manager chief boss supervisor chair
    chairman chairwoman chairperson councillor minister judge counsel sergeant
    inspector governor dean editor curator conductor""".split()
)
"""Offices that can stand for a name in a greeting."""

_HONOR = {h for h in HONORIFICS if h not in ("sir", "madam")}


def _names_of(person: Person) -> list[str]:
    return [t.plain for t in words_of(person.value)]


def greeting(draft: Draft, text: Text, held: Support) -> Iterator[Fault]:
    """Yield what is wrong with the name and the form of address in the greeting."""
    part = draft.part("greeting")
    if part is None:
        return
    tokens = [t for t in text.tokens if t.part == "greeting"]
    reader = held.brief.reader
    if reader is None:
        yield from _unknown(tokens, held)
        return
    own = set(_names_of(reader))
    exact = {t.text for t in words_of(reader.value)} | {
        t.text for t in words_of(reader.quote)
    }
    office = {t.plain for t in words_of(reader.title or "")} | TITLES
    named = [
        t
        for t in tokens
        if t.plain not in OPENERS
        and t.plain not in _HONOR
        and (t.plain not in office or t.plain in own)
    ]
    yield from _honorific(tokens, reader, held)
    known = {
        t.plain: p for p in held.persons for t in words_of(p.value) if p is not reader
    }
    writer = held.brief.writer
    mine = {t.plain for t in words_of(writer.value)} if writer else set()
    mentions = any(t.plain in own for t in named)
    for token in named:
        if token.plain in own:
            if _misspelt(token.text, exact):
                yield _misnamed(token, reader, certain=False)
            continue
        if mentions and token.plain in known:
            continue
        if token.text[0].islower() and len(named) > 1:
            continue
        if not mentions and _initials(token, reader):
            continue
        if any(f"{token.plain} {name}" in held.spoken for name in own):
            continue
        stands = token.plain in held.plains and token.plain not in mine
        if stands and senders.may_be_reader(token, reader, held):
            continue
        doubtful = held.holds(token) and token.plain not in mine
        yield _misnamed(token, reader, certain=not doubtful)


def _unknown(tokens: list[Token], held: Support) -> Iterator[Fault]:
    """Yield a greeting's name where the brief does not say who the reader is."""
    writer = held.brief.writer
    mine = {t.plain for t in words_of(writer.value)} if writer else set()
    named = [
        t
        for t in tokens
        if t.text[0].isupper() and t.plain not in OPENERS | TITLES | _HONOR
    ]
    if any(t.plain in held.name_words - mine for t in named):
        return
    for token in named:
        firm = token.plain in held.company_words and _honoured(tokens, token, held)
        if token.plain in mine or firm:
            words = "the writer's own name" if token.plain in mine else "a firm's name"
        elif not held.holds(token):
            words = "a name that the notes do not hold"
        else:
            continue
        yield Fault(
            "reader-misnamed",
            f"greets {token.text!r}, {words}",
            token.start,
            token.end,
            token.plain in mine,
        )


def _honoured(tokens: list[Token], name: Token, held: Support) -> bool:
    """Tell whether a form of address stands before *name* that the notes lack."""
    return any(
        t.plain in _HONOR
        and not any(
            one.plain == t.plain and other.plain == name.plain
            for one, other in pairwise(held.tokens)
        )
        for t in tokens
    )


_SHORT = {"professor": "prof", "doctor": "dr", "mister": "mr", "reverend": "rev"}


def _called(plain: str, held: Support) -> bool:
    """Tell whether the brief uses the form of address, or a pronoun that implies it."""
    implied = HONORIFICS.get(plain)
    if implied is not None and held.plains & PRONOUNS[implied]:
        return True
    short = _SHORT.get(plain, plain)
    return plain in held.plains or short in held.plains


def _misspelt(word: str, exact: set[str]) -> bool:
    plain = word.removesuffix("'s").removesuffix("’s")
    same = [e for e in exact if fold(e) == fold(plain)]
    return bool(same) and all(
        not e.isascii() and plain.isascii() and e.casefold() != plain.casefold()
        for e in same
    )


def _initials(token: Token, reader: Person) -> bool:
    letters = "".join(n[0] for n in _names_of(reader))
    return token.text.isupper() and token.plain == letters


def _misnamed(token: Token, reader: Person, *, certain: bool) -> Fault:
    return Fault(
        "reader-misnamed",
        f"calls the reader {token.text!r}; the notes say {reader.value!r}",
        token.start,
        token.end,
        certain,
    )


def _honorific(tokens: list[Token], reader: Person, held: Support) -> Iterator[Fault]:
    given = fold(reader.honorific or "").strip(".")
    quote = {fold(t.text) for t in words_of(reader.quote)} | {given}
    for token in tokens:
        if token.plain not in _HONOR or token.plain in quote:
            continue
        title = {t.plain for t in words_of(reader.title or "")}
        if token.plain in title or _called(token.plain, held):
            continue
        implied = HONORIFICS[token.plain]
        known = HONORIFICS.get(given) or reader.pronoun
        if implied is not None and implied == known:
            continue
        if implied and known is None:
            yield Fault(
                "pronoun-unsupported",
                f"{token.text!r} takes for granted what the notes do not say of "
                f"{reader.value!r}",
                token.start,
                token.end,
            )
        elif implied:
            yield _misnamed(token, reader, certain=True)
        elif given not in ("dr", "prof", "doctor", "professor", "chef", "rev"):
            yield Fault(
                "title-unsupported",
                f"the notes do not call {reader.value!r} {token.text!r}",
                token.start,
                token.end,
            )


def misspelt(text: Text, held: Support) -> Iterator[Fault]:
    """Yield near misses of a known person's or the company's name in the body."""
    people = [w for w in held.name_words if len(w) >= 4]
    firm = [w for w in held.company_words if len(w) >= 5 and w not in COMPANY_FORMS]
    for token in text.tokens:
        plain = token.plain
        if token.part != "body" and token.part not in MOVES:
            continue
        if len(plain) < 4 or not token.text[0].isupper() or held.holds(token):
            continue
        near = next((w for w in people if _near(w, plain)), None)
        if near is not None:
            yield _whose(near, token, held)
            continue
        near = next((w for w in firm if _near(w, plain)), None)
        if near is not None and held.brief.company is not None:
            yield _firm(token.text, token.start, token.end, held, certain=True)


def _near(word: str, plain: str) -> bool:
    return word != plain and word[0] == plain[0] and close(word, plain)


def _whose(word: str, token: Token, held: Support) -> Fault:
    reader = held.brief.reader
    if reader is not None and word in _names_of(reader):
        return _misnamed(token, reader, certain=True)
    return Fault(
        "person-unsupported",
        f"{token.text!r} is not how the notes spell {word.title()!r}",
        token.start,
        token.end,
        True,
    )


def _firm(words: str, start: int, end: int, held: Support, *, certain: bool) -> Fault:
    company = held.brief.company
    named = f"the notes say {company.value!r}" if company else "the notes name none"
    return Fault("company-misnamed", f"{words!r}: {named}", start, end, certain)


_FIRM_WORDS = frozenset(
    """ltd limited inc incorporated llc llp plc gmbh corp corporation group holdings
    partners trust foundation agency industries solutions technologies labs media
    bank bakery logistics analytics capital ventures consulting college academy
    university hospital school council institute museum theatre gallery herald times
    library services systems international global worldwide digital works studio
    studios house hall press hotel inn foods farm farms society""".split()
)
_LEAD = frozenset({"at", "with", "join", "joining", "for", "to", "of", "and"})


def company(text: Text, held: Support) -> Iterator[Fault]:
    """Yield names of firms that are not the company the brief names.

    A name that begins as the company's does and goes on otherwise ("XYZ Corp
    Global") is certain; another firm altogether is not.
    """
    own = held.company_words - COMPANY_FORMS
    for whole in _runs(text):
        run = whole
        while run and run[0].first and run[0].plain in FUNCTION:
            run = run[1:]
        if not run:
            continue
        plains = [t.plain for t in run]
        strange = [t for t in run if not held.holds(t) and t.plain not in COMPANY_FORMS]
        shared = [p for p in plains if p in own]
        if shared and run[-1].plain not in own and held.brief.company is not None:
            rest = run[max(i for i, p in enumerate(plains) if p in own) + 1 :]
            added = [t for t in rest if not held.holds(t)]
            quoted = {t.plain for t in words_of(held.brief.company.quote)}
            wrong = [t for t in added if t.plain not in quoted]
            if wrong and wrong[-1] is run[-1]:
                words = text.text[run[0].start : run[-1].end]
                yield _firm(words, run[0].start, run[-1].end, held, certain=True)
                continue
        if strange and len(run) > 1 and plains[-1] in _FIRM_WORDS:
            words = text.text[run[0].start : run[-1].end]
            certain = bool(shared)
            yield _firm(words, run[0].start, run[-1].end, held, certain=certain)


def _runs(text: Text) -> Iterator[list[Token]]:
    """Yield the runs of capitalised words of the body, "and", "&" and "of" aside."""
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        run: list[Token] = []
        for token in sentence:
            joined = (
                bool(run) and text.text[run[-1].end : token.start].strip(" -&") == ""
            )
            if token.text[0].isupper() and (joined or not run):
                run.append(token)
                continue
            if run:
                yield run
            run = [token] if token.text[0].isupper() else []
        if run:
            yield run
