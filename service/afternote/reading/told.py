"""How the no came, where no word of refusal stands beside it: the last way named."""

import re

_WHEN = (
    r"(?:mon|tue|wed|thu|fri|sat|sun|today|yesterday|this|last|next day|same|on the|"
    r"on \d|\d|at (?:lunch|home|night|dinner)|herself|himself|personally|only)"
)
TOLD: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "letter",
            r"\bletter (?:dated|from|through|saying|is dated)\b|\b(?:got|rec'?d|"
            r"received) (?:the|a) (?:\w+\.? ){0,2}letter\b|\b(?:withdrawn|no|reject\w*|"
            r"declined),? letter\b|\b(?:by|in the) post\b",
        ),
        (
            "email",
            r"\b(?:came|come|wrote|write|told|heard)\b.{0,20}\b(?:by|the|an?|via) "
            r"e-?mail\b|\b(?:their|his|her) e-?mail (?:said|says)\b|"
            rf"\be?-?mail(?:ed)? (?:me )?(?:on )?{_WHEN}",
        ),
        (
            "phone",
            rf"\bphone call\b|\bthe call came\b|\b(?:phoned|rang|called) "
            rf"(?:me )?{_WHEN}|"
            r"\b(?:fed back|told|how|came by|no|\*\*no\*\*)\b.{0,4}[:,] (?:a )?"
            r"(?:phone|call)\b|\bby (?:tele)?phone\b|(?:^|[.,!] )phone,|"
            r"\bthey called\b|\binformed on call\b",
        ),
        (
            "portal",
            r"\bportal (?:msg|message|went|just|changed|flipped|said|says|status|"
            r", ?\d)|"
            r"\bnope?[.,] portal\b",
        ),
        ("video", rf"\bvideo call {_WHEN}|\bover (?:teams|zoom)\b"),
        (
            "in_person",
            r"\b(?:came|told me|said (?:it|no|so)|to me|called me) in person\b|"
            r"\btold me (?:right )?(?:in the room|at the (?:dock|gate|counter|door|"
            r"till|bar|desk|end)|to my face|there and then|on the spot|"
            r"straight (?:after|away))\b",
        ),
    )
)
"""A channel of `Decision.channel`, and what names it as the way somebody was told."""
