"""How the no came: a draft may not thank for a call when it was a mail."""

import re
from collections.abc import Iterator

from afternote.grounding.fault import Fault
from afternote.grounding.support import Support
from afternote.grounding.tokens import Text
from afternote.schema import Draft
from afternote.text import stem

_SPOKEN = frozenset(
    "call calls calling phoning rang ring ringing called phoned phone voicemail".split()
)
_RINGING = frozenset("rang phoned ringing".split())
_WROTE = frozenset("email mail e message letter text wrote written mailed".split())

_NOUNS = {
    "phone": r"(?:phone |telephone )?call|voicemail|voice ?mail|phone(?!\w)|telephone",
    "email": r"e-?mail|mail",
    "letter": r"letter",
    "video": r"video call|zoom|teams call|skype",
    "portal": r"portal",
    "text": r"text(?: message)?|whatsapp(?: message)?|sms",
    "in_person": r"face to face",
}
_VERBS = {
    "phone": r"calling|ringing|phoning|telephoning|called|rang|phoned|telephoned",
    "email": r"e-?mailing|e-?mailed",
}
_THANKED = re.compile(
    r"\b(?:(?P<thanks>thank(?:s| you)|cheers|grateful|appreciate[ds]?|kind of you|"
    r"good of you|decent of you)\b[^.!?\n]{0,40}?"
    r"\b(?:for|to|you|your)\b[^.!?\n]{0,24}?|\byour )"
    r"(?P<how>" + "|".join((*_NOUNS.values(), *_VERBS.values())) + r")\b",
    re.I,
)
_TOLD = re.compile(
    r"\b(?:you|she|he|they|[A-Z][\w’'-]+) (?:kindly |very kindly )?"
    r"(?P<how>called|rang|phoned|telephoned|e-?mailed)\b"
)


_WAYS = frozenset(
    """phone telephone call voicemail voice voicemail email e mail letter video zoom
    teams skype portal text whatsapp sms face calling ringing phoning telephoning called
    rang phoned telephoned emailing mailing emailed mailed""".split()
)
"""Words of which the opening needs one to name a way at all."""
_VISIT = re.compile(
    r"\b(?:coming|came|come|travelling|visiting|popping)(?: \w+){0,2}? "
    r"(?:to )?(?:see|meet|visit) (?:you|your)\b",
    re.I,
)
_REMOTE = frozenset("zoom skype teams remote online".split())
_PLACED = frozenset("visit visited tour office corridor walked walk site".split())
_PENNED = re.compile(
    r"\b(?:written|wrote|writing|write|penned|typed)\b|"
    r"\bread (?:your|the) (?:\w+ )?(?:lines?|words|note|message|answer|reply|news)\b",
    re.I,
)
_FACED = re.compile(
    r"\b(?:tell|telling|told|say|saying|said|hear|heard|hearing|let|letting)\b"
    r"[^.!?\n]{0,40}?\b(?P<how>in person|face to face|to my face|to one['’]s face)\b",
    re.I,
)
_ASIDE = frozenset("phone email letter portal text".split())
_SEEN = frozenset("video zoom teams skype".split())


def visit(draft: Draft, held: Support) -> Iterator[Fault]:
    """Yield a visit where the brief knows of a meeting over the wire alone."""
    if held.plains.isdisjoint(_REMOTE) or not held.plains.isdisjoint(_PLACED):
        return
    for match in _VISIT.finditer(draft.text):
        yield Fault(
            "channel-wrong",
            f"{match[0]!r}: the notes speak of a meeting at a distance",
            match.start(),
            match.end(),
        )


def _penned(stretch: str, start: int, held: Support) -> Iterator[Fault]:
    known = held.brief.decision.channel
    if known is None or known.value != "phone" or not held.plains.isdisjoint(_WROTE):
        return
    for match in _PENNED.finditer(stretch):
        before = stretch[max(0, match.start() - 60) : match.start()].casefold()
        read = match[0].casefold().startswith("read")
        if read or "you" in before or "thank" in before:
            yield Fault(
                "channel-wrong",
                f"{match[0]!r}: the notes say it came by phone",
                start + match.start(),
                start + match.end(),
                True,
            )


def _faced(stretch: str, start: int, said: set[str], held: Support) -> Iterator[Fault]:
    """Yield "in person" where the answer came by wire or by post."""
    known = held.brief.decision.channel
    if known is None or known.value not in _ASIDE or "person" in held.plains:
        return
    if said & (_SPOKEN | _SEEN):
        return
    for match in _FACED.finditer(stretch):
        at, to = start + match.start("how"), start + match.end("how")
        yield Fault(
            "channel-wrong",
            f"{match['how']!r}: the notes say it came by {known.value}",
            at,
            to,
            True,
        )


_ORDER = ("video", "phone", "email", "letter", "portal", "in_person", "text")


def _kind(word: str) -> str | None:
    plain = word.casefold()
    for table in (_NOUNS, _VERBS):
        for kind in (
            "video",
            "phone",
            "email",
            "letter",
            "portal",
            "in_person",
            "text",
        ):
            if kind in table and re.fullmatch(table[kind], plain):
                return kind
    return None


def channel(draft: Draft, text: Text, held: Support) -> Iterator[Fault]:
    """Yield a way of telling that is not the way the brief names.

    Only in the first move, or the first three sentences of a person's own text: a
    call thanked for later may be another one. Where the brief names no way, a call
    that no fact holds is unsupported but not certain.
    """
    known = held.brief.decision.channel
    part = draft.part("acknowledge")
    if part is None:
        opening = draft.sentences[:2]
        if not opening:
            return
        start, end = opening[0].start, opening[-1].end
    else:
        start, end = part.start, part.end
    stretch = draft.text[start:end]
    said = {t.plain for t in text.tokens if start <= t.start < end}
    yield from visit(draft, held)
    yield from _penned(stretch, start, held)
    yield from _faced(stretch, start, said, held)
    if said.isdisjoint(_WAYS):
        return
    for pattern in (_THANKED, _TOLD):
        for match in pattern.finditer(stretch):
            way = _kind(match["how"])
            if way is None or _agrees(way, known.value if known else None, held):
                continue
            at, to = start + match.start("how"), start + match.end("how")
            what = f"the notes say it came by {known.value}" if known else "not in them"
            yield Fault(
                "channel-wrong",
                f"{draft.text[at:to]!r} is not how the notes say the answer came"
                if known is None
                else f"{draft.text[at:to]!r}: {what.replace('_', ' ')}",
                at,
                to,
                known is not None,
            )


_STEMS = {
    "phone": {"call", "phon", "ring", "rang", "voicemail", "rung", "telephon"},
    "email": {"email", "mail", "emailed"},
    "letter": {"let", "letter", "post", "mail", "handwrit", "postcard", "card"},
    "video": {"video", "zoom", "skyp", "team"},
    "portal": {"portal"},
    "in_person": {"person", "fac"},
    "text": {"text", "whatsapp", "whatsap", "sm", "sms", "messag", "msg", "dm"},
}
_OUTRIGHT = frozenset(
    stem(w) for w in "no rejection rejected result outcome decision regret".split()
)
_ANSWERED = frozenset(
    stem(w)
    for w in """no not answer answered news reject rejected rejection result outcome
    decision sorry regret unsuccessful said turned reply replied then also unfortunately
    explain explained came got arrived""".split()
)


def _agrees(said: str, known: str | None, held: Support) -> bool:
    if known == said:
        return True
    if known == "video" and said == "phone":
        return True
    stems = _STEMS[said]
    if known is not None:
        return any(has & stems and has & _ANSWERED for _, has in held.claims)
    told = [
        has & stems
        for _, has in held.claims
        if has & _OUTRIGHT and any(has & ways for ways in _STEMS.values())
    ]
    if told and not any(told):
        return said == "phone" and bool(held.plains & _RINGING)
    if held.stems & stems or held.plains & stems:
        return True
    if said != "email":
        return False
    return held.plains.isdisjoint(_SPOKEN) or not held.plains.isdisjoint(_WROTE)
