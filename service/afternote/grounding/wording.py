"""The sign-off's name, titles given to persons, pronouns, links, the language."""

import re
from collections.abc import Iterator

from afternote.grounding.fault import Fault
from afternote.grounding.support import Support
from afternote.grounding.tokens import Text, Token, tokenise
from afternote.grounding.tokens import tokens as words_of
from afternote.grounding.words import FUNCTION
from afternote.schema import Draft
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

_DOTTED = re.compile(r"\w\.\w|://")
_URL = re.compile(
    r"\bhttps?://[^\s)>\]]{1,200}|\bwww\.[^\s)>\]]{1,200}|"
    r"\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}|"
    r"(?<![\w@])[\w-]{2,40}\.(?:com|org|net|io|dev|co\.uk|example|me|info)\b(?:/\S{0,99})?",
    re.I,
)


def links(draft: Draft, held: Support) -> Iterator[Fault]:
    """Yield links and mail addresses that no fact holds."""
    text = draft.text
    if not _DOTTED.search(text):
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
