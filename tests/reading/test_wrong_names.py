"""What is spelt like a name, a firm or a role and is none: left out, not guessed."""

import pytest

from afternote.reading import read


def _met(notes: str) -> list[str]:
    return [p.value for p in read(notes).people if p.part != "other"]


@pytest.mark.parametrize(
    ("notes", "met"),
    [
        ("3 people in lanyards, one Scottish. Scottish one praised my map.", []),
        ("There was one Englishman Toby Marsh and pani Hanna Wron.", ["Toby Marsh"]),
        ("Interview in Gdynia, firm Bursztyn Lokal, position of translator.", []),
        ("# Harrow Freight - DC Team Lead (nights)", []),
        ("Leeds. Salon called Marks Cuts. No, by text.", []),
        ("The letter says Dear Mrs Abernethy, thank you for coming.", []),
        ("[photo of a letter] ...egret to inform... Payroll Cler...", []),
        ("A Y4 lad called Reuben gave me the tour.", []),
        ("Receptionist Moira buzzed me in.", []),
        ("Ok. White Rabbit rang too.", []),
    ],
)
def test_what_only_looks_like_a_name_is_nobody_met(notes: str, met: list[str]) -> None:
    assert [n for n in _met(notes) if n != "Hanna Wron"] == met


def test_ones_own_team_leader_on_the_board_judged_nobody() -> None:
    notes = "Board:\nMaeve Costello - chair\nDeepak R. - my own team leader, left\n"
    assert _met(notes) == ["Maeve Costello"]


def test_who_only_forwards_a_mail_is_no_recruiter() -> None:
    notes = (
        "From: Radek Novotny\nTo: Jamie Lowe\nSubject: Fwd: Moulder\n\n"
        "Hi Jamie, Petra asked me to pass this to you.\n\n"
        "> From: Petra Holub, Foundry Manager\n> Please tell Jamie it is a no.\n"
    )
    assert _met(notes) == ["Petra Holub"]


def test_the_one_found_of_three_is_no_manager() -> None:
    brief = read(
        "went to see the lift lot and theres three of em sat there and old mr pym "
        "showed me the winding gear and mr pym said no"
    )
    assert brief.reader is None


def test_the_head_leads_who_is_called_the_head() -> None:
    brief = read("met jo who is the business manager, the head is mr abiola, he rang")
    assert brief.reader is not None
    assert brief.reader.value == "Abiola"


@pytest.mark.parametrize(
    ("notes", "role"),
    [
        ("Post applied: Asst. Manager - NVH Testing", "Assistant Manager, NVH Testing"),
        ("Position:: Warehouse Lead", "Warehouse Lead"),
        ("so basically planner job in pune right", "planner"),
        ("AP clerk -> Treasury analyst, Corbel Foods", "Treasury analyst"),
        ("Talked to Crestline Audio's bot for Crestline Audio's mixer job", "mixer"),
        ("Dr. Phadke (surgeon) sat in for 5 min", None),
    ],
)
def test_a_role_is_whole_or_left_out(notes: str, role: str | None) -> None:
    found = read(notes).role
    assert (found.value if found else None) == role


@pytest.mark.parametrize(
    ("notes", "company"),
    [
        ("Interview at Thornlea hospice, catering.", "Thornlea hospice"),
        ("Rosa from Kitchen Angels agency rang. Trial at Kitchen Angels agency.", None),
        ("Onsite: Hiroshi Endo, VP Design. Marguerite.", None),
        ("NAME OF CHURCH: Holy Trinity, Ormeau end", "Holy Trinity"),
        ("Wendell Trust = a bloke. Not a trust.", None),
    ],
)
def test_a_company_is_none_where_another_reading_competes(
    notes: str, company: str | None
) -> None:
    found = read(notes).company
    assert (found.value if found else None) == company
