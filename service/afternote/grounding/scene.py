"""Where things were and who was there: places and persons that no name gives away."""

import re
from collections.abc import Iterator, Sequence

from afternote.grounding.fault import Fault
from afternote.grounding.frames import particular
from afternote.grounding.lexicon import courtesy
from afternote.grounding.support import Support
from afternote.grounding.tokens import Text, Token, tokens
from afternote.grounding.words import FUNCTION

PLACES = frozenset(
    """shed library kitchen yard hall canteen corridor roof basement cellar garden barn
    workshop foyer lobby garage stairwell staircase attic warehouse depot courtyard
    chapel church gym playground car-park carpark cafe café pub boardroom ballroom
    classroom lab laboratory studio theatre gallery museum greenhouse stable stables
    paddock field dock docks quay harbour station platform ward reception cloakroom
    washroom laundry pantry larder cupboard balcony terrace deli restaurant hotel
    market square park beach pier factory mill canal river bakery tunnel loft vault
    archive store storeroom gatehouse lodge marquee tent bar trees orchard meadow lawn
    hillside stage attics cellars porch veranda pavement hallway lift stairs rooftop
    quayside jetty shore harbourside crypt nave vestry hangar lane allotment""".split()
)
_AT = frozenset(
    """in on above outside over under behind beside inside near beneath down up into
    along through across round""".split()
)
EVENTS = frozenset(
    """lunch dinner breakfast supper coffee pint drinks tour demo audition
    roleplay""".split()
)
_LATER = re.compile(
    r"\b(?:if|would|could|can|may|might|some ?day|sometime|hope|let me|next|future|"
    r"I['’](?:d|ll)|buy|stand you|owe)\b",
    re.I,
)
_PERSONS = re.compile(
    r"(?:keeper|woman|man|person|clerk|nurse|manager|officer|assistant|apprentice|"
    r"director|porter|driver|secretary|cleaner|caretaker|foreman|janitor|"
    r"principal|engineer|receptionist|librarian|technician|gardener|chef|deputy|intern|"
    r"student|trainee|volunteer|partner|founder|owner|boss|supervisor|guard|usher|"
    r"neighbour|brother|sister|son|daughter|husband|wife|father|mother|nephew|niece)s?$"
)
_DOES = frozenset(
    """who whom laid let gave showed took told explained made walked led brought said
    kindly met introduced talked described poured opened shared read guided helped
    taught""".split()
)
_OWN = frozenset("i my me mine myself i'll i'd i'm i've home".split())


def places(text: Text, held: Support) -> Iterator[Fault]:
    """Yield places given to what the brief holds, where the brief names no such place.

    Only beside supported words: "in the garden" alone may be anybody's garden.
    """
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        for at, token in enumerate(sentence):
            if token.plain not in PLACES or at < 2 or held.holds(token):
                continue
            before = [t.plain for t in sentence[max(0, at - 4) : at]]
            if not {"the", "your", "a", "an"} & set(before[-3:]) or not _AT & set(
                before
            ):
                continue
            near = sentence[max(0, at - 12) : at]
            if _OWN & {t.plain for t in sentence[max(0, at - 7) : at]}:
                continue
            known = [t for t in near if t.plain not in FUNCTION and held.topical(t)]
            after = sentence[at + 1 : at + 8]
            known += [t for t in after if t.plain not in FUNCTION and held.topical(t)]
            if known or "you" in {t.plain for t in (*near[-4:], *after[:3])}:
                start = sentence[_start(sentence, at)].start
                yield Fault(
                    "place-unsupported",
                    f"the notes do not place it {text.text[start : token.end]!r}",
                    start,
                    token.end,
                )


_RIGHT_AT = frozenset("at in inside outside behind beside by under".split())


def settings(text: Text, held: Support) -> Iterator[Fault]:
    """Yield "the rehearsal at the marae" where the notes hold the first word alone."""
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        for at in range(3, len(sentence)):
            if sentence[at - 1].plain not in ("the", "your"):
                continue
            if sentence[at - 2].plain not in _RIGHT_AT:
                continue
            place, thing = sentence[at], sentence[at - 3]
            if not particular(place) or place.capital or held.holds(place):
                continue
            follows = sentence[at + 1].plain if at + 1 < len(sentence) else "and"
            gap = text.text[place.end : place.end + 1]
            if follows not in FUNCTION and gap in (" ", "-"):
                continue
            if thing.plain in FUNCTION or thing.numeric or not held.topical(thing):
                continue
            start = sentence[at - 2].start
            yield Fault(
                "place-unsupported",
                f"the notes do not place it {text.text[start : place.end]!r}",
                start,
                place.end,
            )


def _start(sentence: Sequence[Token], at: int) -> int:
    for back in range(at - 1, max(-1, at - 5), -1):
        if sentence[back].plain in _AT:
            return back
    return at


def events(text: Text, held: Support) -> Iterator[Fault]:
    """Yield a meal, a tour, a test that the brief does not hold.

    Wishes are no events: "over a coffee some day" asks, it does not remember.
    """
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        for at, token in enumerate(sentence):
            if token.plain not in EVENTS or at < 1 or held.holds(token):
                continue
            before = {t.plain for t in sentence[max(0, at - 4) : at]}
            if not before & {"the", "our", "your", "over", "that", "during"}:
                continue
            near = text.text[max(sentence[0].start, token.start - 80) : token.end + 40]
            if not _LATER.search(near):
                yield Fault(
                    "doing-unsupported",
                    f"the notes hold no {token.text!r}",
                    token.start,
                    token.end,
                )


def persons(text: Text, held: Support) -> Iterator[Fault]:
    """Yield "your storekeeper, who …" where the brief knows no such person."""
    greeted = {t.plain for t in text.tokens if t.part == "greeting"}
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        for at in range(len(sentence) - 1):
            if sentence[at].plain not in _OPENING:
                continue
            yield from _joined(sentence, at, greeted, held)
            if sentence[at].plain not in ("your", "the"):
                continue
            if sentence[at + 1].plain in ("colleague", "colleagues"):
                yield from _elsewhere(sentence, at, held)
            for index in range(at + 1, min(at + 3, len(sentence))):
                noun = sentence[index]
                if not _PERSONS.search(noun.plain) or held.holds(noun):
                    continue
                yield from _doer(sentence, at, index)
                break


_GROUP = frozenset("team colleagues staff crew family everybody all people".split())
_OPENING = frozenset("you and one the your that".split())
_SOMEBODY = frozenset(
    """lady gentleman man woman girl boy lad fellow chap colleague person bloke
    gentlemen ladies men women""".split()
)


def _joined(
    sentence: Sequence[Token], at: int, greeted: set[str], held: Support
) -> Iterator[Fault]:
    """Yield a person only just added: "you and your deputy", "the lady who …"."""
    plains = [t.plain for t in sentence[at : at + 5]]
    if plains[:2] == ["you", "and"] and held.brief.reader is not None:
        yield from _doubled(sentence, at, greeted, held)
    last: Token | None = None
    added = plains[:2] in (["you", "and"], ["and", "to"])
    added = added and plains[2:3] in (["your"], ["the"])
    if added or plains[:3] == ["one", "of", "your"]:
        last = next(iter(sentence[at + 3 : at + 4]), None)
    elif plains[0] in ("the", "your", "that"):
        for place in (1, 2):
            whose = plains[place + 1 : place + 2]
            if plains[place : place + 1] and whose == ["who"]:
                last = sentence[at + place]
        if last is not None and last.plain not in _SOMEBODY:
            last = None
    if last is None or last.plain in _GROUP or held.holds(last):
        return
    if added and last.plain.endswith(("or", "er", "ist", "ant", "ian", "eer", "ess")):
        added = not last.plain.endswith("whatever") and not courtesy(last.stem)
    else:
        added = False
    known = last.plain in _SOMEBODY or _PERSONS.search(last.plain)
    if added or known or plains[0] == "one":
        yield Fault(
            "person-unsupported",
            f"the notes know of no {last.text!r}",
            sentence[at].start,
            last.end,
        )


def _doubled(
    sentence: Sequence[Token], at: int, greeted: set[str], held: Support
) -> Iterator[Fault]:
    """Yield the reader named beside "you": "you and Professor Halloran"."""
    rest = sentence[at + 2 : at + 6]
    named: list[Token] = []
    for token in rest:
        if not token.text[0].isupper():
            break
        named.append(token)
    reader = held.brief.reader
    own = {t.plain for t in tokens(reader.value)} if reader is not None else set()
    if own & greeted and any(t.plain in own for t in named):
        others = {t.plain for t in named if t.plain in held.name_words} - own
        if not others:
            yield Fault(
                "person-unsupported",
                f"the reader is no other than {named[-1].text!r}",
                sentence[at].start,
                named[-1].end,
            )


def _elsewhere(sentence: Sequence[Token], at: int, held: Support) -> Iterator[Fault]:
    """Yield "your colleague in finance" where the brief knows of no finance."""
    if at + 3 >= len(sentence) or sentence[at + 2].plain not in ("in", "from", "at"):
        return
    index = at + 4 if sentence[at + 3].plain in ("the", "your") else at + 3
    if index < len(sentence) and not held.holds(sentence[index]):
        yield Fault(
            "person-unsupported",
            f"the notes know of no colleague in {sentence[index].text!r}",
            sentence[at].start,
            sentence[index].end,
        )


def _doer(sentence: Sequence[Token], at: int, index: int) -> Iterator[Fault]:
    noun = sentence[index]
    after = [t.plain for t in sentence[index + 1 : index + 3]]
    before = [t.plain for t in sentence[max(0, at - 3) : at]]
    plural = noun.plain.endswith("s")
    if _DOES & set(after) or (plural and {"meet", "met", "meeting"} & set(before)):
        yield Fault(
            "person-unsupported",
            f"the notes know of no {noun.text!r}",
            sentence[at].start,
            noun.end,
        )
