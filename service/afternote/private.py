"""`--private`: tokens stand for names and companies in all that leaves."""

import re

from afternote.schema import Brief, Moves

COMPANY = "Companyname"
_CAPITAL = re.compile(r"(?<![\w.])[^\W\d_a-z][\w’'-]*")


def tokens(brief: Brief) -> dict[str, str]:
    """Return each name of *brief* -> its token; longest names first.

    Tokens are plain capitalised words, since small models garble brackets.
    """
    names: dict[str, str] = {}
    people = [p for p in (brief.reader, *brief.people) if p]
    for person in people:
        if person.value not in names:
            names[person.value] = f"Person{len(names) + 1}"
    if brief.company:
        names[brief.company.value] = COMPANY
    if brief.writer and brief.writer.value not in names:
        names[brief.writer.value] = "Writername"
    return dict(sorted(names.items(), key=lambda item: -len(item[0])))


def narrowed(brief: Brief) -> Brief:
    """Return *brief* without the topics that may name somebody unrecognised.

    Any capitalised word that is not an acronym, the start of the phrase, or part of
    a name that has a token could be a name: the topic is dropped.
    """
    known = {w for name in tokens(brief) for w in name.split()}
    if brief.role:
        known |= set(brief.role.value.split())
    safe = tuple(
        topic
        for topic in brief.topics
        if all(
            m[0] in known or m[0].isupper() or m[0] == "I"
            for m in _CAPITAL.finditer(topic.value)
        )
    )
    return brief.model_copy(update={"topics": safe})


def hide(text: str, names: dict[str, str]) -> str:
    """Return *text* with each name, or part of a person's name, as its token."""
    for name, token in names.items():
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", token, text)
    for name, token in names.items():
        if token != COMPANY:
            for part in name.split():
                if len(part) > 1:
                    text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", token, text)
    return text


def put_back(moves: Moves, names: dict[str, str]) -> Moves:
    """Return *moves* with each token as the name it stands for."""
    back = {token: name for name, token in names.items()}

    def one(text: str) -> str:
        for token, name in back.items():
            text = re.sub(rf"\b{token}\b", lambda _: name, text, flags=re.I)  # noqa: B023
        return text

    return Moves(**{k: one(v) for k, v in moves.model_dump().items()})
