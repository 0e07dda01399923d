"""The sign-off's name, titles given to persons, pronouns, links, the language."""

import re
from collections.abc import Iterator

from afternote.grounding.fault import Fault
from afternote.grounding.support import Support
from afternote.grounding.tokens import Text, Token, tokenise
from afternote.grounding.tokens import tokens as words_of
from afternote.grounding.words import FUNCTION, HONORIFICS, PRONOUNS
from afternote.schema import Draft, Person
from afternote.text import fold


def writer(draft: Draft, text: Text, held: Support) -> Iterator[Fault]:
    """Yield a sign-off whose name is not the writer's."""
    part = draft.part("sign_off")
    known = held.brief.writer
    if part is None or known is None:
        return
    last = part.text.rstrip().rsplit("\n", 1)[-1].rsplit(",", 1)[-1]
    begin = part.end - len(part.text) + part.text.rindex(last) if last else part.end
    own = {t.plain for t in words_of(known.value)} | {
        t.plain for t in words_of(known.quote)
    }
    tokens = [t for t in tokenise(last, begin) if t.text[0].isupper()]
    named = [t for t in tokens if t.plain not in _CLOSING]
    strange = [t for t in named if t.plain not in own]
    if not strange:
        return
    added = len(strange) < len(named)
    yield Fault(
        "writer-misnamed",
        f"signs as {last.strip()!r}; the notes say {known.value!r}",
        strange[0].start,
        strange[-1].end,
        not added,
    )
    del text


_CLOSING = frozenset(
    """regards wishes sincerely thanks thank best yours kind warm warmly faithfully
    truly cheers all respectfully gratefully with many take care until then
    everything good luck the very once again ever cordially""".split()
)

_URL = re.compile(
    r"\bhttps?://[^\s)>\]]{1,200}|\bwww\.[^\s)>\]]{1,200}|"
    r"\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}|"
    r"(?<![\w@])[\w-]{2,40}\.(?:com|org|net|io|dev|co\.uk|example|me|info)\b(?:/\S{0,99})?",
    re.I,
)


def links(draft: Draft, held: Support) -> Iterator[Fault]:
    """Yield links and mail addresses that no fact holds."""
    text = draft.text
    if "." not in text:
        return
    for match in _URL.finditer(text):
        found = match[0].rstrip(".,;:!?")
        if fold(found) not in held.spoken:
            yield Fault(
                "link-unsupported",
                f"the notes do not hold the link {found!r}",
                match.start(),
                match.start() + len(found),
                True,
            )


_SAID = {form: said for said, forms in PRONOUNS.items() for form in forms}
_NOUNS = {
    "he": frozenset(
        """man men boy lad bloke fella fellow guy father dad grandfather grandad uncle
        brother son husband king gentleman chairman father's dad's mallam alhaji shri
        mr sir""".split()
    ),
    "she": frozenset(
        """woman women girl lady mother mum mom grandmother gran granny grandma aunt
        sister daughter wife queen chairwoman matron smt sr nun mrs ms miss
        madam""".split()
    ),
}


def _gender(person: Person, held: Support) -> str | None:
    if person.pronoun is not None:
        return person.pronoun
    said = _spoken_of(person, held)
    if said is not None:
        return said
    words = {fold(person.honorific or "").strip(".")}
    words |= {t.plain for t in words_of(f"{person.title or ''} {person.quote}")}
    for word in words:
        if HONORIFICS.get(word):
            return HONORIFICS[word]
        for pronoun, nouns in _NOUNS.items():
            if word in nouns:
                return pronoun
    return None


def _spoken_of(person: Person, held: Support) -> str | None:
    """Return the pronoun that follows the person's name in a fact, if one does."""
    own = {t.plain for t in words_of(person.value)}
    found = set()
    near = False
    for fact in held.brief.rest or held.brief.topics:
        for token in words_of(fact.quote):
            if token.plain in own:
                near = True
            elif token.plain in held.name_words:
                near = False
            elif near and token.plain in _SAID:
                found.add(_SAID[token.plain])
                near = False
    return found.pop() if len(found) == 1 else None


def pronouns(text: Text, held: Support) -> Iterator[Fault]:
    """Yield "he" and "she" for somebody of whom the brief does not say which.

    The last person named before the pronoun is taken for the one it stands for.
    """
    names = {t.plain: p for p in held.persons for t in words_of(p.value)}
    last: Person | None = None
    stranger = False
    seen: set[str] = set()
    for token in text.tokens:
        if token.part in ("greeting", "sign_off"):
            continue
        plain = token.plain
        if plain in names and token.text[0].isupper():
            last = names[plain]
            continue
        stranger = stranger or (token.capital and not token.text.isupper())
        seen.add(plain)
        said = _SAID.get(plain)
        if said is None:
            continue
        if last is None:
            if not seen & _NOUNS[said] and not stranger and _nobody(said, held):
                yield _pronoun(token, held.persons[0].value, certain=False)
            continue
        known = _gender(last, held)
        if known == said:
            continue
        if known is not None and not seen & _NOUNS[said]:
            yield _pronoun(token, last.value, certain=True)
            continue
        if _explained(said, seen, held):
            continue
        yield _pronoun(token, last.value, certain=False)


def _nobody(said: str, held: Support) -> bool:
    """Tell whether the brief says of everybody it names that they are not *said*."""
    known = [_gender(p, held) for p in held.persons]
    return bool(known) and all(k is not None and k != said for k in known)


def _explained(said: str, seen: set[str], held: Support) -> bool:
    nouns = _NOUNS[said]
    if seen & nouns or held.plains & nouns or held.plains & PRONOUNS[said]:
        return True
    return any(
        _gender(p, held) == said for p in held.persons if p is not held.brief.reader
    )


def _pronoun(token: Token, name: str, *, certain: bool) -> Fault:
    return Fault(
        "pronoun-unsupported",
        f"the notes do not say {token.text!r} of {name!r}",
        token.start,
        token.end,
        certain,
    )


_FOREIGN = frozenset(
    """de la le les des du une est que pour avec dans vous nous votre merci je el los
    las una para con por su sus gracias der die das und ist nicht ich sie mit für von
    den ein eine danke il lo gli che di per sono grazie het een van voor met niet dank
    ik obrigado você não uma para com os é do da jest nie dziękuję się""".split()
)
LEAST = 7
"""A sentence shorter than this may be a greeting in the writer's own tongue."""


def language(draft: Draft, text: Text, held: Support) -> Iterator[Fault]:
    """Yield sentences that are not English; a foreign greeting may be."""
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        english = sum(t.plain in FUNCTION for t in sentence)
        foreign = sum(t.plain in _FOREIGN for t in sentence)
        start, end = sentence[0].start, sentence[-1].end
        strange = _foreign_script(draft.text[start:end])
        wordy = len(sentence) >= LEAST and foreign >= 2 and english * 5 < len(sentence)
        if strange or (wordy and foreign > english):
            yield Fault(
                "language-wrong",
                f"{draft.text[start:end][:60]!r} is not English",
                start,
                end,
                True,
            )
    del held


def _foreign_script(words: str) -> bool:
    """Tell whether most letters of *words* are not of the Latin script."""
    if words.isascii():
        return False
    letters = [c for c in words if c.isalpha()]
    return sum(not _latin(c) for c in letters) * 2 > len(letters) > 3


def _latin(letter: str) -> bool:
    return ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x1F00


_TITLED = frozenset(
    """head director manager lead chief officer principal founder president chair
    engineer designer editor supervisor coordinator recruiter partner owner
    captain professor dean""".split()
)


def titles(text: Text, held: Support) -> Iterator[Fault]:
    """Yield "Priya, your CTO" where the brief does not call her that."""
    names = {t.plain: p for p in held.persons for t in words_of(p.value)}
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        for at, token in enumerate(sentence):
            person = names.get(token.plain)
            if person is None or not token.text[0].isupper():
                continue
            said = _apposition(sentence, at, text.text)
            if not said:
                continue
            title = {t.stem for t in words_of(person.title or "")}
            if any(t.stem in title for t in said if t.plain in _TITLED):
                continue
            if person.title is None and all(held.holds(t) for t in said):
                continue
            words = text.text[said[0].start : said[-1].end]
            yield Fault(
                "title-unsupported",
                f"the notes do not call {person.value!r} {words!r}",
                said[0].start,
                said[-1].end,
                person.title is not None,
            )


def _apposition(sentence: tuple[Token, ...], at: int, whole: str) -> list[Token]:
    rest = sentence[at + 1 : at + 7]
    if not rest or rest[0].plain not in ("your", "the", "our"):
        return []
    if whole[sentence[at].end : rest[0].start].strip() != ",":
        return []
    said: list[Token] = []
    for token in rest[1:]:
        if whole[(said[-1] if said else rest[0]).end : token.start].strip():
            break
        said.append(token)
    if any(t.plain in _TITLED or t.text.isupper() for t in said[:3]):
        return said[:4]
    return []
