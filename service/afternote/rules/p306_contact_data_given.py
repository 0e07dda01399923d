import re
from collections.abc import Iterator
from itertools import islice

from afternote.rules.base import MOST, Finding, example, excerpt, phrases, rule, scored
from afternote.schema import Brief, Draft

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_HANDLE = re.compile(r"(?<![\w@.])@\w{2,30}(?![\w@])")
_LINK = re.compile(
    r"\b(?:https?://|www\.)[^\s<>]{1,200}|"
    r"(?<![\w@.-])[\w-]{1,40}\.(?:com|org|net|io|dev|me|in|co\.uk|example)/[^\s<>]{1,200}",
    re.I,
)
_DOMAIN = re.compile(
    r"(?<![\w@.-])[\w-]{2,40}\.(?:com|org|net|io|dev|co\.uk|example)\b"
)
_NUMBER = re.compile(r"(?<![\w.,/£$€-])(?:\+|\(?\d)[\d ().-]{6,20}\d(?![\w%,/]|\.\d)")
_NO_PHONE = re.compile(
    r"(?:19|20)\d\d\W{1,3}(?:19|20)?\d\d|\d{1,4}[.-]\d\d?[.-]\d{2,4}"
)
_EXTENSION = re.compile(r"\bext(?:ension|n)?\.? ?\d{3,5}\b", re.I)
_STREET = re.compile(
    r"\b\d{1,4}[A-Za-z]?(?:/\d{1,3})? (?:[A-Z][\w'’]{1,20} ){1,3}(?:Street|St|Road|Rd|"
    r"Avenue|Ave|Lane|Terrace|Drive|Crescent|Row|Gardens|Close)\b"
)
_FILED = re.compile(
    r"\b(?:candidate|registration|reference|application|ref|staff|licen[cs]e|passport|"
    r"permit|membership|card|pin|roll|badge|file)\b[^.!?\n\d]{0,24}"
    r"\d[\d/-]*\d{2}\b|\bP\.? ?O\.? ?Box \d+|"
    r"\b(?:the same|my) (?:name|handle)\b[^.!?\n]{0,30}\b(?:instagram|facebook|"
    r"telegram|tiktok|signal|underscore)|\bunderscore\b|\b(?:gate|door) code\b|"
    r"\b(?:(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|"
    r"treble|triple)[ ,-]{1,2}){5}",
    re.I,
)
_SPELT = re.compile(r"underscore| code\b|in the book|['’]s in the |\b[Oo]h\b")
"""Without a digit only these can give a way to be reached."""
_HOME = re.compile(
    r"\b(?:flat|apartment|apt|unit|plot|block|ward|lot)[ #]?\d{1,4}\b|"
    r"\b\d{1,4} (?:[A-Z][a-z]{2,20} ){1,2}(?:Wynd|Way|Court|Place|Square|Quay|Hill|"
    r"Grove|Walk|Mews|Parade|Boulevard)\b|\b\d{1,4} [A-Z][a-z]{2,20},|"
    r"\b\d{1,4} [A-Z][a-z]{2,20} (?:Street|Road|Lane|Avenue|Terrace)\b|"
    r"\b[Ii]['’]m in the (?:\w+ )?book\b|\b(?:landline|number)['’]s in the\b"
)
_MINE = re.compile(
    r"\b(?:my|i['’]m|i am|i live|reach me|find me|write to me|house|for me|leave word|"
    r"leave a message|swing by|call round|knock|buzz)\b",
    re.I,
)

# Whatever the scorer says, a sentence without one of these gives no way to be reached.
_REACH = re.compile(
    r"\b(?:reach|get|find|ring|call|text|e?mail|write|look|search|connect|drop|come|join|"
    r"message|send|sent)\b.{0,24}\b(?:me|us|my|by|in|for|at|to|with|care of)\b|"
    r"\b(?:mobile|landline|telephone|number|address|portfolio|profile|lodge|extension|"
    r"my (?:house|door|place|site|blog|page|reels?|work))\b|"
    r"\b(?:i['’]m|i am) (?:at|the|on)\b|@",
    re.I,
)


@rule(
    "P306",
    why=(
        "Numbers and addresses in the text make a thank-you look like an advert, and "
        "travel with it to people they were not meant for."
    ),
    source="SMT; A7",
    repair="Leave telephone numbers, addresses, links and handles out of the text.",
    bad=(
        example(keep_in_touch="I would be glad to stay in touch: 020 7946 0182."),
        example(keep_in_touch="Do stay in touch, at sam.rivera@mail.example or here."),
        example(keep_in_touch="Let us stay in touch; I am @samrivera everywhere."),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration, and how 12,000 "
                "rows were moved between 2019 and 2020 gave me plenty to think about."
            )
        ),
    ),
)
def contact_data_given(draft: Draft, brief: Brief) -> Iterator[Finding]:
    text = draft.body.text
    for pattern in _wanted(text):
        yield from phrases(pattern, draft, "{found} is contact data")
    if any(char.isdigit() for char in text) or _SPELT.search(text):
        yield from _numbers(draft)
    company = brief.company.value.casefold() if brief.company else ""
    for found in phrases(_DOMAIN, draft, "names a site: {found}", certain=False):
        if draft.text[found.start : found.end].casefold() not in company:
            yield found
    for found in scored(draft, brief, "contact_data", "{found} is contact data"):
        if _REACH.search(draft.text, found.start, found.end):
            yield found


def _wanted(text: str) -> Iterator[re.Pattern[str]]:
    if "@" in text:
        yield _ADDRESS
        yield _HANDLE
    if "/" in text or "www." in text:
        yield _LINK


def _numbers(draft: Draft) -> Iterator[Finding]:
    body = draft.body
    for match in islice(_NUMBER.finditer(body.text), MOST):
        digits = sum(char.isdigit() for char in match[0])
        telephone = digits >= 9 or (digits >= 7 and match[0][0] in "+0(")
        if telephone and digits <= 15 and not _NO_PHONE.search(match[0]):
            start = body.start + match.start()
            said = excerpt(match[0])
            yield Finding(f"gives a number: {said}", start, start + len(match[0]))
    yield from phrases(_EXTENSION, draft, "gives an extension: {found}")
    yield from phrases(_FILED, draft, "gives away {found}")
    for sentence in draft.sentences:
        street = _STREET.search(sentence.text) or _HOME.search(sentence.text)
        if street and _MINE.search(sentence.text):
            start = sentence.start + street.start()
            said = excerpt(street[0])
            yield Finding(f"gives an address: {said}", start, start + len(street[0]))
