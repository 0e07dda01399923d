"""Brief -> what the prompts are filled with. The raw notes never come here."""

import json

from afternote.schema import Brief, Draft, Moves, Options, Problem, Topic

TOPICS = 4
"""Topics shown to the model: a note uses one or two; four leave it a choice."""

_RELATION = {
    "manager": "the hiring manager",
    "recruiter": "the recruiter who looked after the process",
    "interviewer": "one of the people who interviewed them",
}
_KIND = {
    "discussed": "they talked about",
    "impressed": "the writer liked",
    "learnt": "the writer learnt about",
    "kindness": "kindness the writer received",
}
_CHANNEL = {
    "email": "by email",
    "phone": "by phone",
    "letter": "by letter",
    "in_person": "in person",
    "video": "in a video call",
    "portal": "through the application portal",
}


def write_values(brief: Brief, options: Options) -> dict[str, str]:
    """Return the values for the prompt `write`."""
    reader = brief.reader.value if brief.reader else "somebody whose name is not known"
    linkedin = options.channel == "linkedin"
    return {
        "reader": reader,
        "relation": _RELATION[options.to],
        "facts": "\n".join(f"- {line}" for line in _facts(brief)),
        "asks": _asks(options),
        "channel": "a LinkedIn message" if linkedin else "an email",
        "length": (
            "at most 130 characters in all three moves together"
            if linkedin
            else "60 to 100 words in all, one or two sentences a move"
        ),
        "tone": options.tone,
    }


def _facts(brief: Brief) -> list[str]:
    lines = []
    if brief.role:
        lines.append(f"the role: {brief.role.value}")
    if brief.company:
        lines.append(f"the company: {brief.company.value}")
    channel = brief.decision.channel
    if channel and channel.value in _CHANNEL:
        lines.append(f"the decision came {_CHANNEL[channel.value]}")
    if brief.decision.reason and brief.decision.reason.value == "paused":
        lines.append("the role was paused; nobody was hired")
    lines += [_topic_line(topic) for topic in brief.topics[:TOPICS]]
    return lines or ["they met, and the answer was no"]


def _topic_line(topic: Topic) -> str:
    person = f" (with {topic.person})" if topic.person else ""
    return f"{_KIND[topic.kind]}: {topic.value}{person}"


def _asks(options: Options) -> str:
    asks = []
    if options.ask_feedback:
        asks.append("In keep_in_touch, ask once and softly for a line of feedback.")
    if options.connect and options.channel == "email":
        asks.append("In keep_in_touch, say that a LinkedIn request will follow.")
    return "\n".join(asks) or "Ask the reader for nothing."


def repair_values(
    answer: Moves, drafted: Draft, broken: tuple[Problem, ...]
) -> dict[str, str]:
    """Return the values for the prompt `repair`: the last answer and what to mend.

    One line a problem, with the offending words; never more than the answer itself
    gives rise to, so the prompt does not grow from round to round.
    """
    lines = []
    for problem in broken:
        words = drafted.text[problem.start : problem.end]
        move = drafted.move_at(problem.start)
        where = f"In {move}, about {json.dumps(words)}: " if move and words else ""
        line = f"- {where}{problem.repair}"
        if line not in lines:
            lines.append(line)
    return {"answer": answer.model_dump_json(indent=1), "repairs": "\n".join(lines)}
