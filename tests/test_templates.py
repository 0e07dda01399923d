"""A template that breaks a rule is a failing build, never a surprise at night."""

from itertools import product

import pytest
from tests.briefs import brief, drawn, shapes, topic

from afternote import templates, wordings
from afternote.check import blocking, check
from afternote.errors import ConfigError
from afternote.job import compose
from afternote.schema import Brief, Channel, Draft, Moves, Options, Problem, To, Tone
from afternote.text import echo

READERS: tuple[To, ...] = ("manager", "recruiter", "interviewer")
CHANNELS: tuple[Channel, ...] = ("email", "linkedin")
TONES: tuple[Tone, ...] = ("warm", "formal", "plain")
FOLDERS = list(product(READERS, CHANNELS))
MOVE_FILES: tuple[wordings.Kind, ...] = ("acknowledge", "appreciate", "keep_in_touch")


def first(given: Brief, options: Options) -> tuple[Draft, templates.Composed]:
    """The draft that the pipeline takes, as the pipeline takes it."""
    for composed in templates.candidates(given, options):
        draft = compose(composed.moves, composed.brief, options)
        if not blocking(check(draft, given, strict=True)):
            return draft, composed
    raise AssertionError("no candidate is clean")


def told(problems: tuple[Problem, ...], draft: Draft) -> list[str]:
    return [f"{p.code} {p.message} in: {draft.text}" for p in problems]


def fillings(wording: wordings.Wording) -> list[templates._Offer]:
    """The offers, of those that shapes make, that this wording can be filled from."""
    found = []
    for shape in shapes():
        offer = templates._offer(shape)
        has = offer.values.keys() | offer.conditions
        fits = wording.needs <= has and wording.implies <= offer.implied
        takes = all(
            wording.takes(slot, form)
            for slot, form in offer.forms.items()
            if slot in wording.needs
        )
        if fits and takes:
            found.append(offer)
    return found


def bare(to: To, channel: Channel, kind: wordings.Kind) -> list[str]:
    loaded = wordings.load(to, channel, kind)
    return [w.text for w in loaded if not w.needs and not w.implies and not w.asks]


@pytest.mark.parametrize(("to", "channel"), FOLDERS)
def test_every_wording_keeps_every_rule_in_every_shape_of_brief(
    to: To, channel: Channel
) -> None:
    broken = []
    rest = {k: bare(to, channel, k) for k in MOVE_FILES}
    for kind in MOVE_FILES:
        for number, wording in enumerate(wordings.load(to, channel, kind)):
            offers = fillings(wording)
            assert offers, f"{kind} {wording.name}: no shape of brief fits it"
            for offer in offers[:6]:
                texts = {
                    k: min(rest[k], key=len)
                    if channel == "linkedin"
                    else rest[k][number % len(rest[k])]
                    for k in MOVE_FILES
                }
                texts[kind] = templates.fill(wording.text, offer.values)
                moves = Moves(subject="Thank you", **texts)
                options = Options(to=to, channel=channel)
                draft = compose(moves, offer.brief, options)
                found = check(draft, offer.brief, strict=True)
                own = [p for p in found if p.code[0] != "L"]
                broken += [
                    f"{kind} {wording.name}: {t}" for t in told(tuple(own), draft)
                ]

    assert not broken, "\n".join(broken[:20]) + f"\n{len(broken)} in all"


@pytest.mark.parametrize(("to", "channel"), FOLDERS)
@pytest.mark.parametrize("tone", TONES)
def test_the_floor_is_clean_in_every_combination(
    to: To, channel: Channel, tone: Tone
) -> None:
    options = Options(to=to, channel=channel, tone=tone)
    sets = [
        [
            w.text
            for w in wordings.load(to, channel, kind)
            if not w.needs and not w.implies and tone in w.tones
        ]
        for kind in MOVE_FILES
    ]
    assert all(len(texts) >= 3 for texts in sets)
    broken = []
    clean = 0
    for acknowledge, appreciate, keep in product(*sets):
        moves = Moves(
            subject="Thank you",
            acknowledge=acknowledge,
            appreciate=appreciate,
            keep_in_touch=keep,
        )
        draft = compose(moves, Brief(), options)
        if channel == "linkedin" and len(draft.text) > templates.LINKEDIN_LIMIT:
            continue
        if channel == "email" and not templates._long_enough(moves):
            continue
        found = check(draft, Brief(), strict=True)
        broken += told(blocking(found), draft)
        clean += not found

    assert not broken, "\n".join(broken[:20]) + f"\n{len(broken)} in all"
    assert clean >= 9


@pytest.mark.parametrize("number", range(0, 5000, 250))
def test_seeded_notes_keep_every_rule_and_use_what_the_brief_offers(
    number: int,
) -> None:
    broken, poor = [], []
    for seed in range(number, number + 250):
        given = drawn(seed)
        to, channel = FOLDERS[seed % len(FOLDERS)]
        options = Options(
            to=to,
            channel=channel,
            tone=TONES[seed % 3],
            seed=seed,
            ask_feedback=seed % 7 == 0,
            connect=seed % 5 == 0,
        )
        draft, composed = first(given, options)
        advice = [p for p in check(draft, given, strict=True) if p.code != "S113"]
        broken += told(tuple(advice), draft)
        if channel == "email" and given.topics and not composed.brief.topics:
            poor.append(f"seed {seed}: {[t.value for t in given.topics]}")

    assert not broken, "\n".join(broken[:10]) + f"\n{len(broken)} in all"
    assert not poor, "\n".join(poor)


@pytest.mark.parametrize("to", READERS)
def test_every_pair_of_wordings_across_moves_keeps_every_rule(to: To) -> None:
    given = brief(topics=(topic("your on-call culture", "noun", "discussed"),))
    offer = templates._offer(given)
    options = Options(to=to)
    filled = {
        kind: [
            templates.fill(w.text, offer.values)
            for w in wordings.load(to, "email", kind)
            if w.needs <= offer.values.keys() and w.implies <= offer.implied
        ]
        for kind in MOVE_FILES
    }
    broken = []
    for left, right in (
        ("acknowledge", "appreciate"),
        ("appreciate", "keep_in_touch"),
        ("acknowledge", "keep_in_touch"),
    ):
        third = next(k for k in MOVE_FILES if k not in (left, right))
        for number, (one, two) in enumerate(product(filled[left], filled[right])):
            texts = {left: one, right: two}
            texts[third] = filled[third][number % len(filled[third])]
            draft = compose(Moves(subject="Thank you", **texts), given, options)
            found = check(draft, given, strict=True)
            broken += told(tuple(p for p in found if p.code[0] != "L"), draft)

    assert not broken, "\n".join(broken[:10]) + f"\n{len(broken)} in all"


@pytest.mark.parametrize(
    ("to", "channel", "count"),
    [
        ("manager", "email", 40),
        ("recruiter", "email", 20),
        ("interviewer", "email", 20),
        ("manager", "linkedin", 15),
        ("recruiter", "linkedin", 15),
        ("interviewer", "linkedin", 15),
    ],
)
@pytest.mark.parametrize("kind", MOVE_FILES)
def test_there_are_enough_wordings_in_every_tone(
    to: To, channel: Channel, count: int, kind: wordings.Kind
) -> None:
    loaded = wordings.load(to, channel, kind)

    assert len(loaded) >= count
    assert all(any(tone in w.tones for w in loaded) for tone in TONES)
    assert len({w.text for w in loaded}) == len(loaded)


def test_what_is_to_be_avoided_is_not_said_again() -> None:
    options = Options()
    given = drawn(3)
    one, _ = first(given, options)
    said = frozenset(s.text.casefold() for s in one.sentences)

    other = next(templates.candidates(given, options, said))

    again = compose(other.moves, other.brief, options)
    assert not said & {s.text.casefold() for s in again.sentences}


@pytest.mark.parametrize(
    "texts",
    [
        ("Thank you for the call.", "I liked the tour. Thank you for that."),
        ("I enjoyed it, as you know by now.", "All the best, as you know by now."),
        ("I appreciate it.", "We talked, and I much appreciated that."),
    ],
)
def test_moves_that_repeat_one_another_come_last(texts: tuple[str, ...]) -> None:
    assert echo(*texts)
    assert not echo("Thank you for the call.", "I liked the tour.", "All the best.")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("EU role", "an"), ("UX Designer", "a"), ("11-person team", "an"),
        ("nurse", "a"),
        ("MRI technician", "an"), ("university lecturer", "a"), ("hour", "an"),
        ("HR Adviser", "an"), ("one-off", "a"), ("electrician", "an"), ("SRE", "an"),
        ("Year 8 teacher", "a"), ("European buyer", "a"), ("usher", "an"),
        ("honest broker", "an"), ("8th grade teacher", "an"), ("100-seat pub", "a"),
        ("unit manager", "a"), ("underwriter", "an"), ("NHS manager", "an"),
        ("Union rep", "a"), ("UI engineer", "a"), ("IT lead", "an"), ("heir", "an"),
    ],
)  # fmt: skip
def test_the_article_is_the_one_that_is_spoken(words: str, expected: str) -> None:
    assert templates.article(words) == expected


def test_slots_are_filled_so_that_the_sentence_reads() -> None:
    values = {"company": "TechNova Inc.", "topic": "your rota"}

    assert templates.fill("At {company}.", values) == "At TechNova Inc."
    assert (
        templates.fill("Thanks. {topic} helped.", values) == "Thanks. Your rota helped."
    )
    assert templates.possessive("St. Mary's Hospital") == "St. Mary's Hospital's"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("tone: warm\n\nHello {topic}.", "needs and slots differ in topic"),
        ("tone: odd\n\nHello.", "'odd' is not known"),
        ("tone: warm\nneeds: [x]\n\nHello.", "the need 'x' is not known"),
        ("colour: red\n\nHello.", "is no field"),
        ("tone: warm", "no blank line"),
        ("needs: []\n\nHello.", "has no tone"),
        ("tone: warm\n\nHello {.", "a brace is not closed"),
        ("tone: warm\nneeds: [topic:odd]\n\n{topic}.", "the form 'odd' is not known"),
    ],
)
def test_a_broken_wording_names_file_and_fault(body: str, message: str) -> None:
    with pytest.raises(ConfigError, match=r"file\.md: wording") as caught:
        wordings._wording("wording", body, "file.md")

    assert message in str(caught.value)
