"""Which notes are turned away, and with what words."""

import pytest

from afternote.errors import InputError
from afternote.reading import require_usable


@pytest.mark.parametrize(
    ("notes", "says"),
    [
        ("", "empty"),
        (" \n\t -- ", "empty"),
        ("Met Dana. " * 4000, "too long"),
        ("ü" * 17000, "too long"),
        ("Met Dana\x00\x01", "control characters"),
        ("\x1b[31mMet Dana", "control characters"),
        ("Met \ud800 Dana", "UTF-8"),
        (
            "Hablé con la directora de la empresa sobre los datos y me gustó mucho el "
            "equipo, pero no me dieron el puesto por la experiencia",
            "Spanish",
        ),
        (
            "Ich habe mit der Leiterin über die Daten gesprochen und das Team war sehr "
            "nett, aber die Stelle ist nicht für mich",
            "German",
        ),
        ("Я встречался с директором компании и говорил о данных", "another language"),
        ("私は会社の部長と会ってデータについて話しました", "another language"),
    ],
)
def test_what_cannot_be_read_is_turned_away_in_one_line(notes: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        require_usable(notes)
    message = str(caught.value)
    assert says in message
    assert "\n" not in message
    assert "Dana" not in message


@pytest.mark.parametrize(
    "notes",
    [
        "no",
        "Dana Whitfield, Acme",
        "Company: Het Waterhuis\nRole: Kurator\nMet: Femke de Vries van der Berg",
        "Met Trần Thu Hà and Nguyễn Văn An at Công ty Sông Hồng, talked about rice",
        "Met 山田太郎 at Acme, talked about batteries",
        "plumbing job. bloke called Denzil. unvented cylinders. good van.",
        "Bedrijf: Hollebeek Expeditie BV\nFunctie: planner\nSterk: drives one load",
        "met people 🙂\r\ntabs\tand all",
    ],
)
def test_short_notes_forms_and_names_from_everywhere_pass(notes: str) -> None:
    require_usable(notes)
