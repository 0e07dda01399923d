"""Says of each line of notes where it comes from: own, or of a pasted mail or chat.

What others wrote is evidence of who wrote, never an order to the reader.
"""

import re
from typing import Literal

from afternote.reading.labels import label_key

LINES = re.compile(r"[^\n]*\n?")
Source = Literal["own", "head", "mail", "sign", "chat"]


_HEAD = re.compile(
    r"[ \t>]*(?:\*\*)?(from|to|cc|bcc|subject|subj|re|sent|date|reply-to|message-id|"
    r"fwd?|"
    r"received|in-reply-to|return-path)(?:\*\*)?:[ \t]*",
    re.I,
)
_WROTE = re.compile(r"[ \t>]*(?:on )?\S.{0,80} wrote:\s*$", re.I)
_RULE = re.compile(r"[ \t]*(?:[-=_*~#]{3,}|--)[ \t]*(.{0,30})$")
_MINE = re.compile(
    r"[ \t*_#(\[-]*(?:my notes?|notes?(?: to self)?|mine|me|myself|scribbles?|own "
    r"notes?|"
    r"nb(?: so)?|ok so|so|also|ps|from me|thoughts|jottings|remember|"
    r"memo)\b[^:\n]{0,20}[:.)\]>-]",
    re.I,
)
_LETTER = re.compile(r"[ \t]*dear [^\n]{40,}")
_MY_WORDS = re.compile(
    r"[ \t]*>+[ \t]*(?:(?:me|mine|my notes?|notes?)[ \t]*:|my notes?\b[^\n]{0,30}$)",
    re.I,
)
_NOTED = re.compile(r"[ \t]*>{2,}[ \t]*(?!.*\bwrote:)\S")
_ASIDE = re.compile(r"\s*(?:\(|\*\*|[-*•] )")
_SALUTE = re.compile(
    r"[ \t>]*(?:dear|hi|hello|hey|g'day|good (?:morning|afternoon|evening)|greetings)\b"
    r"[^\n]{0,50}$",
    re.I,
)
CLOSING = re.compile(
    r"[ \t>]*(?:(?:(?:kind|warm|best|many|with|very|all|warmest|kindest)[ "
    r",]+){0,3}(?:regards|wishes|"
    r"thanks|best|every good wish|sincerely|cheers|good wish(?:es)?)|yours(?: \w+)?|"
    r"thanks"
    r"(?: again)?|thank you|sincerely(?: yours)?|cheers|best|take care|signed|rgds|br|"
    r"respectfully|faithfully|cordially|slán|warmly|mit freundlichen grüßen|vennlig "
    r"hilsen|mvh|"
    r"cordialement|saludos|atentamente|met vriendelijke groet|kind greetings|mise le "
    r"meas|"
    r"pozdrawiam|"
    r"(?:all|with) (?:the|my|every) (?:very )?(?:best|good)[\w ]{0,12})\b[ ,.!]*"
    r"(?P<rest>(?!\s*(?:for|to|so|in|on|about|you|that|your|we|i|and|of|as|if|it|the|"
    r"from|at)\b)[^\n]{0,80})$",
    re.I,
)
_CHAT = re.compile(
    r"[ \t]*(?:\[?(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*[ ,]+)?\d{1,2}[:.]\d\d(?: "
    r"?[ap]m)?\]?[ \t/,-]*)"
    r"(?P<who>[^:\n]{1,60}):[ \t]",
    re.I,
)
_TURN = re.compile(r"[ \t]*(?P<who>[^\W\d_][^:\n]{0,60}):[ \t]+\S")


def pasted(low: str) -> list[tuple[int, int]]:
    """Return the stretches of flat text that somebody else wrote: mails and chats."""
    raw = [
        (m.start(), m.end() - m[0].endswith("\n")) for m in LINES.finditer(low) if m[0]
    ]
    origins = sources(low, raw)
    return [
        span
        for span, (source, _) in zip(raw, origins, strict=True)
        if source in ("head", "mail", "sign")
    ]


def sources(low: str, raw: list[tuple[int, int]]) -> list[tuple[Source, int]]:
    """Say for each line whether it is own text, or part of which mail or chat."""
    found: list[tuple[Source, int]] = [("own", 0)] * len(raw)
    state: Source = "own"
    number = 0
    blanks = 0
    closing = _closings(low, raw)
    for i, (start, end) in enumerate(raw):
        line = low[start:end]
        if not line.strip():
            blanks += 1
            found[i] = (state, number)
            continue
        head = _HEAD.match(low, start, end)
        quoted = line.lstrip().startswith(">") and not _MY_WORDS.match(line)
        after_quote = blanks and i and _was_quoted(low, raw, i) and number > 0
        if (
            state != "own"
            and not quoted
            and (
                _RULE.match(line)
                or _MINE.match(line)
                or (blanks and _ASIDE.match(line))
                or _MY_WORDS.match(line)
                or after_quote
            )
            and not head
        ) or (state == "sign" and blanks and _NOTED.match(line) and not head):
            state = "own"
            found[i] = ("own", 0)
        elif (head and _is_head(low, raw, i)) or _WROTE.match(line):
            if state != "head":
                number += 1
            state = "head"
            found[i] = ("head", number)
        elif state == "own":
            if _CHAT.match(line) or (_TURN.match(line) and _is_chat(low, raw, i)):
                found[i] = ("chat", 0)
            elif _LETTER.match(line):
                number += 1
                found[i] = ("mail", number)
            elif _SALUTE.match(line) and any(closing[i + 1 : i + 40]):
                number += 1
                state = "mail"
                found[i] = ("mail", number)
            elif quoted and number:
                found[i] = ("mail", number)
            else:
                found[i] = ("own", 0)
        else:
            if state == "sign" and not quoted and (blanks or _ends_sign(found, number)):
                state = "own"
                found[i] = ("own", 0)
            else:
                if state == "head":
                    state = "mail"
                if CLOSING.match(line) and not _SALUTE.match(line):
                    state = "sign"
                found[i] = (state, number)
        blanks = 0
    return found


def _was_quoted(low: str, raw: list[tuple[int, int]], i: int) -> bool:
    """Return whether the last line with words before line *i* is a quoted one."""
    for start, end in reversed(raw[max(0, i - 4) : i]):
        line = low[start:end].strip()
        if line:
            return line.startswith(">")
    return False


_SIGN_LINES = 6


def _ends_sign(found: list[tuple[Source, int]], number: int) -> bool:
    return sum(f == ("sign", number) for f in found) > _SIGN_LINES


def _is_head(low: str, raw: list[tuple[int, int]], i: int) -> bool:
    """Return whether line *i* is one of at least two mail headers in a row."""
    names = set()
    for j in range(max(0, i - 4), min(len(raw), i + 5)):
        match = _HEAD.match(low, *raw[j])
        if match:
            names.add(match[1].lower())
    real = names & {"from", "subject", "subj", "to", "sent", "message-id"}
    return "from" in real or len(real) >= 2


def _closings(low: str, raw: list[tuple[int, int]]) -> list[bool]:
    """Say of each line whether it closes a mail; asked only where a mail may begin."""
    if not any(_SALUTE.match(low, *span) for span in raw):
        return []
    return [CLOSING.match(low[s:e]) is not None for s, e in raw]


def _is_chat(low: str, raw: list[tuple[int, int]], i: int) -> bool:
    """Return whether line *i* is a turn of a chat: two speakers taking turns."""
    speakers: list[str] = []
    for start, end in raw[max(0, i - 6) : i + 7]:
        turn = _TURN.match(low, start, end)
        if turn and label_key(turn["who"]) in (None, "writer"):
            speakers.append(turn["who"].split("(")[0].strip())
    return (
        bool({"me", "you"} & set(speakers))
        and len(speakers) >= 3
        and len(set(speakers)) < len(speakers)
    )


def speaker(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """Return start and end of the speaker's name, and where the words begin."""
    turn = _CHAT.match(text, start, end) or _TURN.match(text, start, end)
    if turn is None:
        return None
    return turn.start("who"), turn.end("who"), turn.end("who") + 1
