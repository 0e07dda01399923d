"""The persons of the notes: by name, with "he" or "she" where the notes say so.

Reading names the reader and some others; here also those count whom it missed, where a
verb, a colon, a bracket or a kinsman beside the name shows that it is a person's.
"""

from collections.abc import Iterator, Sequence

from afternote.grounding.support import Support
from afternote.grounding.tokens import Token, tokens
from afternote.grounding.words import (
    COMPANY_FORMS,
    DAYS,
    FUNCTION,
    HONORIFICS,
    MONTHS,
    PRONOUNS,
)
from afternote.reading.words import ordinary
from afternote.text import fold

Who = frozenset[str]
"""A person, by all words of the name."""

LONGEST = 4
"""So many words at most make a name."""
_MEETING = frozenset("with by from met meet thank tell to and".split())
_NOT_BEFORE = frozenset("the a an in at on of near via saw read using".split())
_TELLING = frozenset("he she who whose".split())
_DONE = frozenset(
    """let gave took told made kept put ran led said showed drew wrote brought taught
    built sang held does is was has had knows gives makes takes runs keeps leaves
    lets tells shows says puts reads thinks wants walks chalks did bit asks
    explains sent had wears feeds does""".split()
)
_KIN = frozenset(
    """dad mum father mother brother sister son daughter wife husband gran offsider
    apprentice colleague boss manager chef foreman deputy assistant intern trainee
    secretary porter partner owner director nurse teacher head called named""".split()
)
_PRONOUN = {form: said for said, forms in PRONOUNS.items() for form in forms}


def named(
    facts: Sequence[Sequence[Token]], quotes: Sequence[str], held: Support
) -> Iterator[tuple[str, Who]]:
    """Yield each word of a person's name, and the person."""
    for person in held.persons:
        who = frozenset(
            t.plain
            for t in tokens(person.value)
            if len(t.plain) > 1 and t.plain not in FUNCTION
        )
        for word in who:
            yield word, who
    known = held.name_words | held.company_words | COMPANY_FORMS
    known |= {t.plain for t in held.role_words}
    if held.brief.writer is not None:
        known |= {t.plain for t in tokens(held.brief.writer.value)}
    for words, quote in zip(facts, quotes, strict=True):
        run: list[Token] = []
        for at, token in enumerate(words):
            if at and not token.text[0].isupper():
                run = []
                continue
            joined = bool(run) and quote[run[-1].end : token.start] == " "
            if _namelike(token, words, at, quote) and token.plain not in known:
                run = [*run[1 - LONGEST :], token] if joined else [token]
                if _acts(run, words, at, quote):
                    who = frozenset(t.plain for t in run)
                    for one in run:
                        yield one.plain, who
            else:
                run = []


def _acts(run: list[Token], words: Sequence[Token], at: int, quote: str) -> bool:
    """Tell whether what stands beside a name shows that it is a person's."""
    before = words[at - len(run)].plain if at >= len(run) else ""
    apart = quote[words[at - len(run)].end : run[0].start] if before else ""
    if before in _MEETING or before in HONORIFICS or run[-1].text[-2:] in ("'s", "’s"):
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    gap = quote[run[-1].end : after.start] if after else ""
    if after is not None and after.plain in _TELLING:
        return True
    if not run[0].first and apart == " " and before in _KIN:
        return True
    closed = quote[run[-1].end : run[-1].end + 1] == ")"
    if gap.strip()[:1] in (":", "(") or (
        closed and quote[run[0].start - 1 : run[0].start] == "("
    ):
        return True
    if after is None or gap != " ":
        return False
    return verbal(after) or (run[0].first and _does(words[at + 1 : at + 8], quote))


def _does(rest: Sequence[Token], quote: str) -> bool:
    """Tell whether a verb follows before the next comma: "Ron at the desk minded"."""
    for at, token in enumerate(rest):
        if at and quote[rest[at - 1].end : token.start] != " ":
            return False
        if at and verbal(token):
            return True
    return False


def _namelike(token: Token, words: Sequence[Token], at: int, quote: str) -> bool:
    plain = token.plain
    if len(plain) < 2 or plain in FUNCTION or plain in DAYS or plain in MONTHS:
        return False
    if plain in HONORIFICS or token.numeric:
        return False
    if plain in ordinary() and not token.capital:
        return False
    labelled = at == 0 and quote[token.end : token.end + 1] == ":"
    if not labelled and not (token.text[0].isupper() and not token.text.isupper()):
        return False
    return not at or words[at - 1].plain not in _NOT_BEFORE or labelled


def genders(
    facts: Sequence[Sequence[Token]],
    quotes: Sequence[str],
    names: dict[str, Who],
    held: Support,
) -> dict[Who, str]:
    """Return "he" or "she" for those of whom the notes say it beside the name."""
    found: dict[Who, str] = {}
    for person in held.persons:
        said = person.pronoun or HONORIFICS.get(fold(person.honorific or "").strip("."))
        if said in PRONOUNS:
            own = [t.plain for t in tokens(person.value)]
            found.update((names[w], said) for w in own if w in names)
    for words, quote in zip(facts, quotes, strict=True):
        for at, token in enumerate(words):
            who = names.get(token.plain)
            if who is None:
                continue
            before = HONORIFICS.get(words[at - 1].plain) if at else None
            if before:
                found[who] = before
            after = words[at + 1] if at + 1 < len(words) else None
            if after is None or after.plain not in _PRONOUN:
                continue
            if "(" in quote[token.end : after.start]:
                found[who] = _PRONOUN[after.plain]
    return found


def verbal(token: Token) -> bool:
    """Tell whether the word looks like a verb of what somebody did."""
    return token.plain in _DONE or token.plain.endswith(("ed", "ew"))
