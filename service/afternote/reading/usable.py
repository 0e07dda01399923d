"""Turns away what cannot be read as rough English notes, before anything else.

Short notes, forms and names from everywhere pass: only long text whose small words
are plainly another language's is taken for one.
"""

import re

from afternote.errors import InputError
from afternote.schema.base import TEXT_LIMIT

ENOUGH = 12
"""Words below which no language is guessed: a form of names holds no small words."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT = re.compile(r"[^\W\d_a-zA-Z\u00aa-\u024f\u1e00-\u1eff]")
_ENGLISH = frozenset(
    "the a an and of to in for with was is are were be been at by on it its i my me we "
    "our us you your they their them she he her his him that this these how what who "
    "not no but so if or as from about had has have did do said told would could very "
    "just all got met by out up after before then than there when where which".split()
)
_OTHERS = {
    "Spanish": "el la los las de del que y en un una por con para se su me lo como "
    "pero "
    "más muy fue sobre es al mi nos hablé hemos",
    "French": "le la les des du de et en un une que qui dans pour sur avec est pas ne "
    "plus nous vous ils elle je mon ma au aux ce cette été",
    "German": "der die das und ist nicht ein eine mit von zu den dem des im auf für "
    "ich wir sie er es war haben hat über bei auch als wie aber",
    "Italian": "il lo la gli le di del della e che un una in con per non si sono ho "
    "mi ma come più anche era molto su",
    "Portuguese": "o os as de do da dos e que um uma em com para não se por mais como "
    "mas foi eu meu ao na no sobre muito",
    "Dutch": "de het een en van ik te dat die in niet op met voor er zijn was maar "
    "om hij ze ook bij over heeft",
    "Polish": "i w na nie się z do to jest że o jak po ale był była mnie co dla",
    "Swedish": "och att det som en ett på är av för med den till inte om var jag",
    "Norwegian": "og det som en et på er av for med den til ikke om var jeg vi",
    "Vietnamese": "và của là có không được cho với tôi một những trong đã này",
}
_FOREIGN = {name: frozenset(words.split()) for name, words in _OTHERS.items()}


def require_usable(notes: str) -> None:
    """Raise InputError, in one line that says what to do, unless *notes* can be read.

    Turned away: nothing at all, more than 32 KiB, control characters, and text that
    is plainly not English.
    """
    if not any(c.isalnum() for c in notes):
        raise InputError("the notes are empty: write down who you met and what about")
    try:
        size = len(notes.encode())
    except UnicodeEncodeError as error:
        raise InputError("the notes are not text: save them as UTF-8") from error
    if size > TEXT_LIMIT:
        raise InputError(
            f"the notes are too long ({size // 1024 + 1} KiB; {TEXT_LIMIT // 1024} KiB "
            "at most): keep what matters for the note"
        )
    if _CONTROL.search(notes):
        raise InputError(
            "the notes hold control characters, as a binary file does: "
            "paste them as plain text"
        )
    if language := _other_language(notes):
        raise InputError(
            f"the notes look like {language}, and only English can be read: "
            "write them in English"
        )


def _other_language(notes: str) -> str | None:
    """Return the language *notes* are plainly in, when it is not English."""
    every = _WORD.findall(notes)
    words = [w for w in every if w.islower()]
    english = sum(w in _ENGLISH for w in words)
    letters = sum(len(w) for w in every)
    foreign_letters = len(_OTHER_SCRIPT.findall(notes))
    if foreign_letters > 12 and foreign_letters * 2 > letters:
        return "another language"
    if len(words) < ENOUGH:
        return None
    counts = {name: sum(w in small for w in words) for name, small in _FOREIGN.items()}
    name, most = max(counts.items(), key=lambda item: item[1])
    plain = most * 6 >= len(words) and most >= 4
    return name if plain and most > 2 * english else None
