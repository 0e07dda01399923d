"""He and she: said only of whom the notes say it, by a word beside the name."""

from collections.abc import Iterator, Sequence

from afternote.grounding.cast import Who
from afternote.grounding.clauses import notes
from afternote.grounding.fault import Fault
from afternote.grounding.kept import Kept
from afternote.grounding.names import OPENERS, TITLES
from afternote.grounding.support import Support
from afternote.grounding.tokens import Text, Token, tokens
from afternote.grounding.words import HONORIFICS, PRONOUNS
from afternote.schema import Brief
from afternote.text import fold

SAID = {form: said for said, forms in PRONOUNS.items() for form in forms}
_NOUNS = {
    "he": frozenset(
        """man men boy lad bloke fella fellow guy father dad grandfather grandad uncle
        brother son husband king gentleman chairman father's dad's mallam alhaji shri
        mr sir gran'da lads boys nephew headmaster""".split()
    ),
    "she": frozenset(
        """woman women girl lady mother mum mom grandmother gran granny grandma aunt
        sister daughter wife queen chairwoman matron smt sr nun mrs ms miss
        madam ladies girls niece headmistress""".split()
    ),
}
_NOUN = {noun: said for said, nouns in _NOUNS.items() for noun in nouns}
_EITHER = frozenset(
    """alex sam robin jude vesper jordan kit kim chris pat jo jamie lee leigh ash ashley
    morgan taylor casey charlie frankie dana dale dee drew eden ellis evan finley harper
    hollis jackie jess jules kai kelly kerry kendall lane lesley leslie logan lou mel
    nic nico nicky noel parker quinn reese rene riley rory rowan sandy sasha shannon
    sidney skyler stevie terry toby toni tracy val wren minty blair bobby cameron
    corey darcy devon emery francis glenn hayden indigo jan jaime joss kiran max
    micah nat paris peyton phoenix rain ray remy river sage shay sky ty
    winter yael zephyr tope seun temi ayo chidi""".split()
)
_WOMEN = frozenset(
    """ann anne karen susan helen carol ruth beth margaret janet siobhan eileen megan
    lauren sharon alison rachel hazel doris iris gladys frances agnes judith edith
    meg peg liz babs pam sue jean joan dawn fern bridget harriet violet scarlet
    esther heather jennifer ester pearl mabel muriel isobel isabel abigail
    gill jill april ingrid astrid rosalind millicent maud gwen bronwen carys mair
    niamh aoife roisin grainne sinead caoimhe aisling orla deirdre maeve moira ursula
    vivian marion yvonne simone denise louise elaine jane kate rose grace joyce
    claire clare florence constance prudence beatrice alice eunice bernice
    imogen kirsten kristen robyn lyn lynn gwyn nell noor ines mercedes dolores
    chloe zoe penelope phoebe daphne hermione irene jasmine josephine christine
    caroline pauline katherine catherine madeleine adeline celeste colette estelle
    michelle danielle gabrielle isabelle giselle blessing patience comfort
    mercy""".split()
)
_MEN = frozenset(
    """luca joshua noah ezra elijah isaiah jonah micah joshua nikita ilya mustafa hari
    ali ravi levi eli hadi sami henri dimitri giovanni luigi mati yusuf mo
    henry harry tony andy barry larry gary jerry perry jimmy johnny billy tommy danny
    kenny ronny freddy teddy eddy bernie ernie archie alfie ollie reggie louie
    anthony timothy jeremy gregory zachary geoffrey stanley bradley rodney ricky
    jeffrey harvey barnaby rusty monty willy wally denny lenny vinny percy
    obinna chukwuma emeka musa isa garba bola kwabena kofi yaw costa santa tata
    radovan rana shiva krishna rama surya aditya wayne duane jerome shane blake
    luke mike steve dave pete bruce lance clive george jake zeke nate pierre andre
    joe""".split()
)
_HIS = ("o", "us", "ert", "ard", "ick", "ald", "ric", "mund", "win", "ff", "rge")
_HERS = ("a", "ie", "elle", "ette", "een", "lyn", "ah", "i", "y", "ine")
NEAR = 3
"""So many words after a name, "bloke" is said of that person."""


class _Known:
    """What the notes say of whom, and what they say of somebody without a name."""

    def __init__(self, held: Support) -> None:
        self.names = notes(held).names
        self.of: dict[Who, str] = {}
        self.free: set[str] = set()
        for person in held.persons:
            said = person.pronoun or HONORIFICS.get(
                fold(person.honorific or "").strip(".")
            )
            words = [t.plain for t in tokens(person.value)]
            title = [t.plain for t in tokens(person.title or "")]
            said = said or next((_NOUN[w] for w in title if w in _NOUN), None)
            if said in PRONOUNS:
                self.of.update((self.names[w], said) for w in words if w in self.names)
        last: Who | None = None
        fresh = 0
        for fact in held.brief.rest or held.brief.topics:
            fresh += 1
            if fresh > 2:
                last = None
            last, fresh = self._read(tokens(fact.quote), last, fresh)
        for held_back in held.brief.held_back:
            self.free |= {
                SAID[t.plain] for t in tokens(held_back.quote) if t.plain in SAID
            }

    def _read(
        self, words: Sequence[Token], last: Who | None, fresh: int
    ) -> tuple[Who | None, int]:
        since = NEAR + 1
        for at, token in enumerate(words):
            who = self.names.get(token.plain)
            since += 1
            if who is not None:
                before = words[at - 1].plain if at else ""
                if HONORIFICS.get(before):
                    self.of[who] = str(HONORIFICS[before])
                elif before in _NOUN:
                    self.of.setdefault(who, _NOUN[before])
                last, fresh, since = who, 0, 0
                continue
            said = SAID.get(token.plain)
            if said is None:
                noun = _NOUN.get(token.plain)
                if noun is not None and last is not None and since <= NEAR:
                    self.of.setdefault(last, noun)
                continue
            if last is not None and self.of.get(last, said) == said:
                self.of[last] = said
            else:
                self.free.add(said)
        return last, fresh


_kept: Kept[Brief, _Known] = Kept()


def pronouns(text: Text, held: Support) -> Iterator[Fault]:
    """Yield "he" and "she" for somebody of whom the notes do not say which.

    The last person named before the pronoun is taken for the one it stands for.
    """
    if not any(t.plain in SAID for t in text.tokens):
        return
    known = _kept.get(held.brief, lambda _: _Known(held))
    names = known.names | _greeted(text, held, known.names)
    last: Token | None = None
    stranger: Token | None = None
    seen: set[str] = set()
    for token in text.tokens:
        if token.part in ("greeting", "sign_off"):
            continue
        plain = token.plain
        if plain in names and token.text[0].isupper():
            last = token
            continue
        if token.capital and not token.text.isupper():
            stranger = token
        seen.add(plain)
        said = SAID.get(plain)
        if said is None or seen & _NOUNS[said]:
            continue
        if last is None:
            fits = stranger is not None and _usual(stranger.plain, said)
            if not fits and not _anybody(said, known, held):
                yield _fault(token, "anybody", certain=False)
            continue
        sure = known.of.get(names[last.plain])
        if sure == said:
            continue
        if sure is not None:
            yield _fault(token, last.text, certain=True)
        elif not _usual(_given(last.plain, held), said) and not (
            said in known.free
            and (token.sentence != last.sentence or _unnamed(said, held))
        ):
            yield _fault(token, last.text, certain=False)


def _given(name: str, held: Support) -> str:
    """Return the first name of whoever is called *name*."""
    for person in held.persons:
        words = [t.plain for t in tokens(person.value)]
        if name in words:
            return words[0]
    return name


def _usual(name: str, said: str) -> bool:
    """Tell whether nearly everybody of that name is a *said*."""
    if name in _EITHER:
        return False
    if name in _MEN or name in _WOMEN:
        return (name in _MEN) == (said == "he")
    return not name.endswith(_HIS if said == "she" else _HERS)


def _greeted(text: Text, held: Support, names: dict[str, Who]) -> dict[str, Who]:
    """Return the names of the greeting that the notes hold without more."""
    return {
        t.plain: frozenset({t.plain})
        for t in text.tokens
        if t.part == "greeting"
        and t.plain not in OPENERS | TITLES
        and t.plain not in HONORIFICS
        and t.plain not in names
        and t.plain in held.plains
    }


def _anybody(said: str, known: _Known, held: Support) -> bool:
    """Tell whether the notes say it of anybody at all."""
    if said in known.free or said in known.of.values():
        return True
    return bool(held.plains & (_NOUNS[said] | PRONOUNS[said]))


def _unnamed(said: str, held: Support) -> bool:
    """Tell whether the notes know of somebody without a name to say it of."""
    return bool(held.plains & _NOUNS[said]) or not held.persons


def _fault(token: Token, name: str, *, certain: bool) -> Fault:
    return Fault(
        "pronoun-unsupported",
        f"the notes do not say {token.text!r} of {name!r}",
        token.start,
        token.end,
        certain,
    )
