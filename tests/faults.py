"""What the fault server says: faithful answers, lies and broken forms, by mode."""

import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple

Request = dict[str, Any]
Moves = dict[str, str]
KEYS = ("subject", "acknowledge", "appreciate", "keep_in_touch")


class Reply(NamedTuple):
    """A status, headers and a body; a str body is sent as it is."""

    status: int = 200
    body: Any = None
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json"),)


def said(text: Any, *, finish: str = "stop", **message: Any) -> Reply:
    """A chat completion that says *text*."""
    whole = {"role": "assistant", "content": text, **message}
    return completion([{"index": 0, "message": whole, "finish_reason": finish}])


def completion(choices: Any, **more: Any) -> Reply:
    usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    return Reply(
        body={"id": "c1", "object": "chat.completion", "created": 0, "model": "faulty",
              "choices": choices, "usage": usage, **more}
    )  # fmt: skip


def complaint(status: int, message: str, code: str = "", **headers: str) -> Reply:
    return Reply(
        status,
        {"error": {"message": message, "type": "error", "code": code or None}},
        (
            ("Content-Type", "application/json"),
            *((key.replace("_", "-"), value) for key, value in headers.items()),
        ),
    )


# ---- what a faithful model would say ----------------------------------------------


def user_text(request: Request) -> str:
    messages = request["messages"]
    return next(str(m["content"]) for m in messages if m["role"] == "user")


def task(request: Request) -> str:
    text = user_text(request)
    if text.startswith("The notes:"):
        return "read"
    return "repair" if text.startswith("Your last answer:") else "write"


def faithful(request: Request) -> Moves:
    """A note made of the facts that the write prompt shows, and of nothing else."""
    text = user_text(request)
    facts = re.findall(r"^- (?:(?!the decision)(.+?)): (.+)$", text, re.M)
    known = dict(facts[::-1])
    topics = [
        (kind, re.sub(r" \(with [^)]*\)$", "", value))
        for kind, value in facts
        if kind.startswith(("they talked", "the writer liked", "the writer learnt"))
    ]
    role, company = known.get("the role"), known.get("the company")
    about = f" about the {role} role" if role else ""
    keep = (
        f"I would be glad to stay in touch{f' with you and {company}' * bool(company)}."
    )
    if "LinkedIn message" in text:
        return {
            "subject": "Thank you",
            "acknowledge": "Thank you for letting me know; I respect the decision.",
            "appreciate": "I enjoyed our conversation.",
            "keep_in_touch": "Let us stay in touch.",
        }
    if "ask once and softly" in text:
        keep += " If you have a line of feedback to share, I would be glad to read it."
    if "LinkedIn request will follow" in text:
        keep += " I will send you a LinkedIn request."
    appreciate = "I appreciated our conversation and the time that you gave me for it."
    for kind, topic in topics[:1]:
        spoke = kind.startswith("they talked")
        appreciate = (
            f"I enjoyed our conversation about {topic}, and it has stayed with me."
            if spoke
            else f"I have thought more than once since about {topic}."
        )
    return {
        "subject": "Thank you",
        "acknowledge": f"Thank you for letting me know about your decision{about}. "
        "I was sorry not to be the one, and I respect the choice you made.",
        "appreciate": appreciate,
        "keep_in_touch": keep,
    }


def proposals(request: Request) -> list[dict[str, str]]:
    """Facts with verbatim quotes: who was met, and what was talked about."""
    notes = user_text(request).removeprefix("The notes:\n")
    found = []
    for field, pattern in (
        ("reader", r"[Mm]et ([A-Z]\w+ [A-Z]\w+)"),
        ("topic", r"[Tt]alked about (the [\w -]{3,40})"),
        ("impressed", r"[Ll]oved (?:the|their) ([\w -]{3,40})"),
    ):
        if match := re.search(pattern, notes):
            found.append({"field": field, "value": match[1], "quote": match[0]})
    return found


def invented(request: Request) -> list[dict[str, str]]:
    """Facts that the notes do not hold, with false, alien and empty quotes."""
    notes = user_text(request).removeprefix("The notes:\n")
    return [
        {"field": "reader", "value": "Marcus Bellweather", "quote": notes[:30]},
        {"field": "company", "value": "Globex", "quote": "I interviewed at Globex"},
        {"field": "role", "value": "Chief Astronomer", "quote": ""},
        {"field": "topic", "value": "the unfair process", "quote": notes[:12]},
        {"field": "payday", "value": "Marcus Bellweather", "quote": notes},
        {"field": "topic", "value": "a raise of 47 percent", "quote": notes[-20:]},
    ]


def answer(request: Request, lie: Callable[[Moves], Moves] | None = None) -> str:
    """The JSON a model would say, with *lie* told on it, whatever it is asked."""
    if task(request) == "read":
        return json.dumps({"facts": (invented if lie else proposals)(request)})
    if task(request) == "repair":
        last = user_text(request).removeprefix("Your last answer:\n")
        return json.dumps(json.JSONDecoder().raw_decode(last)[0])
    moves = faithful(request)
    return json.dumps(lie(moves) if lie else moves, ensure_ascii=False)


# ---- lies: whole answers whose words must never reach a note ----------------------


def adding(words: str, move: str = "appreciate") -> Callable[[Moves], Moves]:
    return lambda moves: {**moves, move: f"{moves[move]} {words}"}


_SPANISH = {
    "subject": "Gracias",
    "acknowledge": "Muchas gracias por avisarme de su decisión sobre el puesto.",
    "appreciate": "Me gustó mucho nuestra conversación y la he tenido muy presente.",
    "keep_in_touch": "Me encantaría seguir en contacto con usted y con su equipo.",
}
LIES: dict[str, Callable[[Moves], Moves]] = {
    "wrong-company": adding("All the best to everyone at Globex.", "keep_in_touch"),
    "wrong-name": adding("You have been very kind, Bartholomew.", "acknowledge"),
    "invented-person": adding("Please give my thanks to Marcus Bellweather as well."),
    "invented-number": adding("Cutting costs by 47 percent was a fine result."),
    "invented-topic": adding("Your Antarctic expedition has stayed with me too."),
    "promise": adding("I will send you a full proposal on Friday.", "keep_in_touch"),
    "placeholder": adding("I admire what [Company Name] does."),
    "link": adding("My work is at https://portfolio.example/me.", "keep_in_touch"),
    "bitter": adding("Frankly, your process was a waste of my time."),
    "begging": adding("Please, I beg you to reconsider.", "keep_in_touch"),
    "arguing": adding("I was clearly better than whoever you hired.", "acknowledge"),
    "pay": adding("The salary was too low for me anyway.", "acknowledge"),
    "markup": lambda moves: {k: f"**{v}**" for k, v in moves.items()},
    "emoji": adding("\N{PERSON WITH FOLDED HANDS}\N{PARTY POPPER}"),
    "prompt-leak": adding(
        "Use only the facts below; where they say little, say little."
    ),
    "assistant-talk": adding("Sure! Here is your note:", "acknowledge"),
    "cut-words": lambda moves: {**moves, "keep_in_touch": "I would be glad to stay in"},
    "empty-moves": lambda moves: dict.fromkeys(moves, ""),
    "blank-move": lambda moves: {**moves, "appreciate": " \n "},
    "language": lambda _: _SPANISH,
    "greeting": adding("Dear Marcus,", "acknowledge"),
    "shouting": lambda moves: {k: v.upper() + "!!!" for k, v in moves.items()},
    "long": lambda moves: {**moves, "appreciate": moves["appreciate"] * 40},
}

# Words of the lies; whatever the mode, no note may hold one of them.
PLANTED = re.compile(
    r"Globex|Bartholomew|Bellweather|Astronomer|47 percent|Antarctic|on Friday|\["
    r"|portfolio\.example|waste of my time|\bbeg\b|better than|salary|\*\*|\U0001f64f"
    r"|\U0001f389|facts below|Here is your|Gracias|decisión|Marcus|!!|unfair process"
    r"|Chief|SECRET"
)

# ---- broken forms: what a server may send in place of an answer -------------------

_HTML = "<!doctype html><title>Welcome</title><h1>It works</h1>"


def _proper(text: str) -> dict[str, Any]:
    return dict(json.loads(text))


FORMS: dict[str, Callable[[Request], Reply]] = {
    "good": lambda r: said(answer(r)),
    "fenced": lambda r: said(f"Here you are:\n```json\n{answer(r)}\n```\nEnjoy."),
    "thoughts": lambda r: said(f'<think>maybe {{"x": 1}}?</think>\n{answer(r)}'),
    "wrapped": lambda r: said(json.dumps({"result": _proper(answer(r))})),
    "key-case": lambda r: said(
        json.dumps({k.title(): v for k, v in _proper(answer(r)).items()})
    ),
    "no-usage": lambda r: said(answer(r))._replace(
        body={k: v for k, v in said(answer(r)).body.items() if k not in ("usage", "id")}
    ),
    "html": lambda r: Reply(200, _HTML, (("Content-Type", "text/html"),)),
    "bad-body": lambda r: Reply(200, '{"choices": [{"mess'),
    "deep-body": lambda r: Reply(200, '{"choices":' + "[" * 50_000),
    "empty-body": lambda r: Reply(200, ""),
    "empty": lambda r: said(""),
    "null": lambda r: said(None),
    "no-choices": lambda r: completion([]),
    "null-choices": lambda r: completion(None),
    "no-message": lambda r: completion([{"finish_reason": "stop"}]),
    "missing": lambda r: Reply(200, {"id": "c1", "object": "chat.completion"}),
    "wrong-types": lambda r: completion([{"message": {"content": 42}, "index": "x"}]),
    "error-in-200": lambda r: complaint(200, "overloaded", "overloaded"),
    "wrong-keys": lambda r: said('{"title": "Thank you", "body": "Thanks."}'),
    "wrong-values": lambda r: said(json.dumps(dict.fromkeys(KEYS, 7))),
    "missing-key": lambda r: said('{"subject": "Thank you"}'),
    "not-json": lambda r: said("Thank you so much for the interview. Best wishes."),
    "truncated": lambda r: said(answer(r)[:-20]),
    "finish-length": lambda r: said(answer(r)[:-20], finish="length"),
    "refusal": lambda r: said(None, refusal="I cannot help with that."),
    "content-filter": lambda r: said(answer(r)[:40], finish="content_filter"),
    "huge": lambda r: said(json.dumps(dict.fromkeys(KEYS, "Thank you. " * 9000))),
    "huge-body": lambda r: said("Thank you. " * 400_000),
}  # fmt: skip
