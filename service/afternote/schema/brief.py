"""What is known: the facts read from the notes, and what the caller states."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from afternote.schema.base import Frozen

Part = Literal["manager", "recruiter", "interviewer", "other"]
How = Literal["flag", "label", "mail", "stated", "inferred", "model"]
Why = Literal[
    "pay",
    "health",
    "family",
    "protected",
    "confidence",
    "gossip",
    "complaint",
    "other_candidate",
    "other_employer",
    "self_criticism",
    "contact",
    "instruction",
]
"""Why a stretch of the notes is held back."""


class Fact(Frozen):
    """One thing the note may say, and the words of the notes it rests on.

    A fact set by a flag rests on no notes: its quote is empty, its offsets are 0.
    """

    value: str
    quote: str
    start: int
    end: int
    how: How


class Person(Fact):
    """Somebody the notes name; *value* is the fullest form of the name."""

    title: str | None = None
    honorific: str | None = None
    part: Part | None = None
    pronoun: Literal["he", "she", "they"] | None = None


class Topic(Fact):
    """Something particular; *value* is a phrase that fits inside a sentence.

    *form* says which kind of phrase: "noun" ("your on-call culture", "the rota"),
    "clause" ("how your team plans rounds"), "gerund" ("mentoring juniors").
    *person* names the one it was talked about with, where the notes say so.
    """

    kind: Literal["discussed", "impressed", "learnt", "kindness"] = "discussed"
    form: Literal["noun", "clause", "gerund"] = "noun"
    person: str | None = None


class Decision(Frozen):
    """How and when the no came. Channel and reason hold one word of a closed list.

    channel: email, phone, letter, in_person, video, portal.
    reason (for tone, never quoted): paused, internal, close_second, budget,
    experience, other.
    """

    channel: Fact | None = None
    date: Fact | None = None
    reason: Fact | None = None


class Held(Frozen):
    """A stretch of the notes that no model and no note may see."""

    quote: str
    start: int
    end: int
    why: Why


class Mail(Frozen):
    """What `--eml` takes from a pasted mail; serves nothing else."""

    address: str | None = None
    subject: str | None = None
    message_id: str | None = None


class Brief(Frozen):
    """The facts that may be used, each with its source; and what is held back.

    *rest* are the clauses of the notes that are not held back: they support the words
    of a note when it is checked. No model is shown them, no template says them.
    """

    reader: Person | None = None
    company: Fact | None = None
    role: Fact | None = None
    writer: Fact | None = None
    topics: tuple[Topic, ...] = ()
    people: tuple[Person, ...] = ()
    decision: Decision = Decision()
    missing: tuple[str, ...] = ()
    held_back: tuple[Held, ...] = ()
    rest: tuple[Fact, ...] = ()
    mail: Mail | None = None


def _a_number(value: object) -> object:
    if isinstance(value, (bool, str)):
        raise ValueError("this is no number")  # noqa: TRY004 - pydantic's way
    return value


A_NUMBER = BeforeValidator(_a_number)
"""Makes an int what JSON calls an integer: 5 and 5.0, but neither "5" nor true."""


class Released(Frozen):
    """A stretch of the notes that the caller lets out though it was held back."""

    start: Annotated[int, A_NUMBER]
    end: Annotated[int, A_NUMBER]


class Flags(Frozen):
    """What the caller states about the facts; beats everything the notes say.

    *released* names held-back stretches, by their exact offsets, to be read after all.
    """

    name: str | None = None
    title: str | None = None
    company: str | None = None
    role: str | None = None
    me: str | None = None
    released: tuple[Released, ...] = ()
