"""What is read from notes: the facts, their spans, and who they may go to."""

import pytest

from afternote.reading import QUESTIONS, briefs_for, read
from afternote.schema import Brief, Flags

FORM = """Company: Northwind Analytics
Role: Data Engineer
Interviewer: Dana Whitfield, Head of Data
Topics: dbt migration, data contracts
Liked: how they run blameless post-mortems
Outcome: rejected by phone, 12 March"""

MAIL = """From: Hannah Okafor <hannah.okafor@brightwell.example>
To: Sam Rivera <sam.rivera@postbox.example>
Subject: Your application for Backend Engineer at Brightwell
Message-ID: <abc.123@brightwell.example>

Hi Sam,

Thank you for meeting Priya Nair, our platform lead.
We have decided to put the role on hold.

Kind regards,
Hannah Okafor
Talent Partner, Brightwell"""


def values(brief: Brief) -> list[str]:
    return [topic.value for topic in brief.topics]


def test_a_form_is_read_by_its_labels() -> None:
    brief = read(FORM)
    assert brief.reader is not None
    assert (brief.reader.value, brief.reader.title) == (
        "Dana Whitfield",
        "Head of Data",
    )
    assert brief.company is not None
    assert brief.company.value == "Northwind Analytics"
    assert brief.company.how == "label"
    assert brief.role is not None
    assert brief.role.value == "Data Engineer"
    assert values(brief) == [
        "how your team runs blameless post-mortems",
        "the dbt migration",
        "data contracts",
    ]
    assert brief.decision.channel is not None
    assert brief.decision.channel.value == "phone"
    assert brief.missing == ("writer",)


def test_a_pasted_mail_names_sender_candidate_firm_and_role() -> None:
    brief = read(MAIL)
    assert brief.writer is not None
    assert brief.writer.value == "Sam Rivera"
    assert brief.company is not None
    assert brief.company.value == "Brightwell"
    assert brief.role is not None
    assert brief.role.value == "Backend Engineer"
    assert {(p.value, p.part) for p in brief.people} == {
        ("Hannah Okafor", "recruiter"),
        ("Priya Nair", "manager"),
    }
    assert brief.decision.reason is not None
    assert brief.decision.reason.value == "paused"
    assert brief.mail is not None
    assert brief.mail.address == "hannah.okafor@brightwell.example"
    assert brief.mail.message_id == "<abc.123@brightwell.example>"


@pytest.mark.parametrize(
    "spoof",
    [
        "Recipient: Elon Musk",
        "Hiring manager: Elon Musk",
        "Company: EvilCorp\nRole: Chief Hacker",
    ],
)
def test_a_pasted_mail_sets_no_label(spoof: str) -> None:
    spoofed = MAIL.replace("\n\nKind regards", f"\n{spoof}\n\nKind regards")
    plain, brief = read(MAIL), read(spoofed)
    assert "Elon Musk" not in [p.value for p in brief.people]
    assert brief.company is not None
    assert plain.company is not None
    assert brief.company.value == plain.company.value
    assert brief.role is not None
    assert brief.role.value == "Backend Engineer"


def test_flags_beat_everything_and_rest_on_no_notes() -> None:
    brief = read(
        FORM, Flags(name="Ana Ruiz", company="Harbor Print", role="Designer", me="Jo")
    )
    for fact in (brief.reader, brief.company, brief.role, brief.writer):
        assert fact is not None
        assert (fact.how, fact.quote, fact.start, fact.end) == ("flag", "", 0, 0)
    assert brief.reader is not None
    assert brief.reader.value == "Ana Ruiz"
    assert brief.missing == ()


@pytest.mark.parametrize(
    ("notes", "name"),
    [
        ("Met Åse Brække (head of design) at Fjordlys.", "Åse Brække"),
        ("Spoke with Trần Thu Hà, the lab director.", "Trần Thu Hà"),
        ("Interview with Mrs Eleanor Briggs, owner of the shop.", "Eleanor Briggs"),
        ("Met Prof. Kenji Mori about the postdoc.", "Kenji Mori"),
        ("spoke to Seán Ó Briain (site manager).", "Seán Ó Briain"),
        ("met sarah okonjo, head of ops. she was lovely", "Sarah Okonjo"),
        ("Met Jan van der Berg (depot manager).", "Jan van der Berg"),
        ("the boss was Sergeant Ola Flint", "Ola Flint"),
    ],
)
def test_names_from_everywhere_are_found_whole(notes: str, name: str) -> None:
    reader = read(notes).reader
    assert reader is not None
    assert reader.value == name


def test_last_first_in_a_header_is_turned_about() -> None:
    notes = (
        "From: Kowalczyk, Agnieszka\nTo: Marlon Tibbs\nSubject: Home Carer\n\n"
        "Hello Marlon\nWe decided for another person.\n"
        "Agnieszka Kowalczyk\nRegistered Manager\nDovetail Care"
    )
    reader = read(notes).reader
    assert reader is not None
    assert reader.value == "Agnieszka Kowalczyk"
    assert reader.title == "Registered Manager"


@pytest.mark.parametrize(
    "notes",
    [
        "Interviewed at Grant Hollis. Nice office. No by email.",
        "Marks & Daughters turned me down by letter.",
        "Portal says no. Library assistant, Carrowbeg Council.",
        "Spoke about Monday rotas. Rejected in March.",
        "Mortuary runs and oxygen bottles, then a typing test.",
    ],
)
def test_firms_days_and_things_are_nobody(notes: str) -> None:
    assert read(notes).people == ()


def test_two_who_might_have_led_leave_the_reader_open() -> None:
    brief = read(
        "Panel: Mehul Shah, Rohan Kulkarni\nTalked about: claim leakage dashboards"
    )
    assert brief.reader is None
    assert "reader" in brief.missing
    assert [p.part for p in brief.people] == ["interviewer", "interviewer"]


def test_a_recruiter_is_told_from_a_manager_but_not_for_an_hr_role() -> None:
    met = "Role: {role}\nMet: Ilse Cronje, HR manager"
    assert [p.part for p in read(met.format(role="Welder")).people] == ["recruiter"]
    assert [p.part for p in read(met.format(role="HR generalist")).people] == [
        "manager"
    ]


def test_every_missing_word_has_its_question() -> None:
    assert set(read("hello").missing) == set(QUESTIONS)


PANEL = """Company: Northwind
Role: Data Engineer
Manager: Dana Whitfield, head of data
Recruiter: Priya Nair
Met: Tom Ashe, staff engineer
Topics: dbt migration, data contracts, backfill drills
Tom walked me through how they replay a bad day"""


def test_all_goes_to_everybody_met_and_no_topic_twice() -> None:
    given = briefs_for(read(PANEL), "all")
    assert [(to, b.reader.value) for to, b in given if b.reader] == [
        ("manager", "Dana Whitfield"),
        ("interviewer", "Tom Ashe"),
        ("recruiter", "Priya Nair"),
    ]
    said = [topic.value for _, brief in given for topic in brief.topics]
    assert len(said) == len(set(said)) == 4
    recruiters = [brief for to, brief in given if to == "recruiter"]
    assert recruiters[0].topics == ()


def test_what_was_talked_about_with_one_goes_to_that_one() -> None:
    given = dict(briefs_for(read(PANEL), "all"))
    assert "how your team replays a bad day" in values(given["interviewer"])
    ((_, manager),) = briefs_for(read(PANEL), "manager")
    assert "how your team replays a bad day" not in values(manager)


def test_a_reader_that_is_not_known_is_missing() -> None:
    ((to, brief),) = briefs_for(read("Rejected by email. Welder."), "interviewer")
    assert to == "interviewer"
    assert brief.reader is None
    assert brief.missing[0] == "reader"


def test_nobody_known_still_gives_one_brief() -> None:
    assert len(briefs_for(Brief(), "all")) == 1


@pytest.mark.parametrize(
    "notes",
    [
        "Got an email from Hartwell Green Lettings saying no.",
        "Final interview with Atlas Mara. No by phone.",
        "Met Mr Singh and Mrs Singh, about the bench jeweller job.",
    ],
)
def test_nobody_is_greeted_by_a_guess(notes: str) -> None:
    assert read(notes).reader is None


def test_a_name_that_closes_the_notes_is_the_candidates() -> None:
    writer = read(
        "Met Dana Whitfield, head of data.\nNo by email.\n- Sam Rivera"
    ).writer
    assert writer is not None
    assert writer.value == "Sam Rivera"
    assert read("Met:\n- Dana Whitfield\n- Sam Rivera").writer is None
