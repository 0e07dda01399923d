"""Greeting and sign-off, set by code so that no model ever writes a name."""

from afternote.schema import Options, Person
from afternote.text import fold

# Family names that commonly stand first. With one of these in front, nobody but the
# person knows which part is the given name, so the whole name is used.
_FAMILY_FIRST = frozenset(
    "chen chang cho choi do dang doan duong he ho hoang huang huynh jang jeong jung "
    "kang kim ko le li lim lin liu luo luong mai ngo nguyen park pham phan sun tan to "
    "tran trinh truong vo vu vuong wang wong wu xu yang yoon zhang zhao zhou zhu toth "
    "nagy szabo horvath kovacs varga".split()
)


_PARTICLES = frozenset(
    "ni nic ui o mac mc van von der den ter ten de da do dos du di del della la le el "
    "al bin binti ibn zu st".split()
)
"""Small words, folded, that belong to the family name: "Ms Ní Chonaill"."""


def _family(names: list[str]) -> str:
    start = len(names) - 1
    while start > 1 and fold(names[start - 1]).strip(".'’") in _PARTICLES:
        start -= 1
    return " ".join(names[start:])


def address(person: Person, *, formal: bool) -> str:
    """Return how to address *person*: "Dana", "Mrs Briggs", "Trần Thu Hà".

    A first name is used only where it is certainly one: two words, the first not a
    common family name. Otherwise the name as the notes give it.
    """
    names = person.value.split()
    if person.honorific and len(names) > 1 and formal:
        return f"{person.honorific} {_family(names)}"
    if person.honorific and (len(names) == 1 or formal):
        return f"{person.honorific} {person.value}"
    if formal or len(names) != 2 or fold(names[0]).strip(".") in _FAMILY_FIRST:
        return person.value
    if len(names[0].strip(".")) < 2 or names[0].endswith("."):
        return person.value
    return names[0]


def greeting(reader: Person | None, options: Options) -> str:
    """Return the greeting line for *reader*; "Hello," when nobody is named."""
    if reader is None:
        return "Hello,"
    formal = options.tone == "formal" or (
        reader.honorific is not None and options.channel == "email"
    )
    name = address(reader, formal=formal)
    whole = " " in name and name == reader.value  # "Hi" and a full name jar
    opening = "Dear" if formal or whole else "Hi"
    return f"{opening} {name},"


_CLOSINGS = {"warm": "With thanks,", "formal": "Kind regards,", "plain": "Best,"}


def sign_off(writer: str | None, options: Options) -> str:
    """Return closing and name on two lines; on LinkedIn the name alone.

    Without a writer's name the closing stands alone: never a placeholder.
    """
    if options.channel == "linkedin":
        return writer or ""
    closing = _CLOSINGS[options.tone]
    return f"{closing}\n{writer}" if writer else closing.rstrip(",")
