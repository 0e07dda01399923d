"""The many ways people jot down what they liked, learnt, were given and talked of."""

import pytest

from afternote.reading import briefs_for, read
from afternote.schema import Brief

MET = "met Priya Nair (eng mgr) at Brightloom Labs\n"


def said(brief: Brief) -> dict[str, str]:
    return {topic.value: topic.kind for topic in brief.topics}


@pytest.mark.parametrize(
    ("jotted", "value", "kind"),
    [
        ("we got onto feature flags", "feature flags", "discussed"),
        ("got shown the stone oven", "the stone oven", "impressed"),
        ("their dental xray is unreal", "your dental xray", "impressed"),
        (
            "they label every glaze test by hand, loved it",
            "how your team labels every glaze test by hand",
            "impressed",
        ),
        (
            "didn't know you could drop sand from a button",
            "how one can drop sand from a button",
            "learnt",
        ),
        (
            "she said never close a case on a Friday",
            "your advice never to close a case on a Friday",
            "learnt",
        ),
        ("walked me to the bus", "walking me to the bus", "kindness"),
        (
            "she was so kind and patient with me",
            "how kind and patient you were with me",
            "impressed",
        ),
        (
            "kids run the library themselves",
            "how kids run the library themselves",
            "impressed",
        ),
    ],
)
def test_a_jotted_particular_becomes_a_phrase_of_its_kind(
    jotted: str, value: str, kind: str
) -> None:
    assert said(read(MET + jotted)).get(value) == kind


def test_a_bullet_with_a_name_gives_its_topic_to_that_person() -> None:
    brief = read(
        "- Panel: Åse Brække (head librarian), Tomasz Kowalczyk, Ines Duarte\n"
        "- Tomasz: their move to open-source cataloguing\n"
        "- Ines: story time in four languages, loved it\n"
    )
    given = {
        b.reader.value: [t.value for t in b.topics]
        for _, b in briefs_for(brief, "all")
        if b.reader
    }
    assert given["Tomasz Kowalczyk"] == ["your move to open-source cataloguing"]
    assert given["Ines Duarte"] == ["story time in four languages"]


def test_a_clause_broken_over_two_lines_is_read_whole() -> None:
    brief = read(MET + "she explained how they moved to dbt without a\nday of downtime")
    assert "how your team moved to dbt without a day of downtime" in said(brief)


def test_a_dictated_name_and_firm_get_their_capitals() -> None:
    brief = read("i met mrs eleanor briggs ward manager at st annes hospital")
    assert brief.reader is not None
    assert brief.reader.value == "Eleanor Briggs"
    assert brief.reader.quote == "eleanor briggs"


def test_a_role_is_spelt_as_a_note_says_it() -> None:
    brief = read("Role: Sr PM\nCompany: Northwind")
    assert brief.role is not None
    assert (brief.role.value, brief.role.quote) == ("Senior PM", "Sr PM")


def test_a_topic_belongs_to_the_name_before_it() -> None:
    brief = read(
        "Met Tom Hale and Ewa Zielinska. Ewa about lab safety, Tom about rota planning."
    )
    assert {(t.value, t.person) for t in brief.topics} == {
        ("lab safety", "Ewa Zielinska"),
        ("rota planning", "Tom Hale"),
    }


def test_a_bare_list_is_topics_without_any_word_that_says_so() -> None:
    brief = read(
        "Site visit with Mr Eskil Brand, harvesting manager. "
        "forwarder cab, windthrow maps, brash mats. No by phone."
    )
    assert "windthrow maps" in [t.value for t in brief.topics]


def test_what_they_do_with_the_one_they_chose_is_no_topic() -> None:
    brief = read("Met Ada Lunt, owner. They promote Hugo from support. No by phone.")
    assert not brief.topics
