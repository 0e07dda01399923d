"""Further ways to give the reason of a no: plain by themselves."""

import re

_ONE = r"(?:some(?:one|body)|an? (?:guy|lad|girl|man|woman|person|candidate|bloke))"
_LACK = r"(?:certificat\w+|certs?|papers|licen[cs]e|level \d|nvq|degree|qualification)"

FURTHER: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "close_second",
            r"\b(?:second best|finished second|(?:2nd|second) (?:of|out of) \d+|by a "
            r"(?:whisker|single (?:mark|point|vote)|nose)|single mark|tied on points|"
            r"tie-?break\w*|\d marks? off|reserve list|photo finish|lost by (?:one|a|"
            r"1)|"
            r"(?:nearly|almost) (?:had|chose|picked) (?:you|me)|down to (?:two|the "
            r"last "
            r"two|me and))\b",
        ),
        (
            "budget",
            r"\bpulled the (?:money|req|funding|budget)\b|\bbudget (?:has |is |was |"
            r"got |have )?(?:tightened|shrunk|halved|slashed|trimmed|lost|blown)\b|"
            r"\blost "
            r"(?:their|the|its|our) (?:\w+ )?(?:funding|grant|contract)\b|\b(?:grant|"
            r"funding|money) (?:is |was )?(?:not|wasn'?t) (?:been )?(?:renewed|there|"
            r"approved)\b|\b(?:reduced|cut|eliminated|lost) (?:the )?(?:positions?|"
            r"posts?|"
            r"headcount|roles?|hours)\b|\b(?:position|post|role|job) (?:was |is |has "
            r"been "
            r"|got )?(?:eliminated|cut|axed)\b|\b(?:no|not enough|short of|out of) "
            r"(?:funds|funding|budget|money for)\b|\bcan'?t stretch to\b|\bcost[- ]?"
            r"cutting\b",
        ),
        (
            "paused",
            r"\b(?:decided|want\w*|going|chose) to wait\b|\b(?:recruitment|hiring) "
            r"(?:embargo|ban|stop|pause|freeze)\b|\bnot hiring (?:after all|now|any|"
            r"until|till|at)\b|\boff the list (?:till|until)\b|\bpending (?:a |the )?"
            r"re(?:structure|organi[sz]ation|view)\b|\bhire nobody\b|\b(?:project|"
            r"expansion|opening|launch) (?:is |was |got |has been )?(?:delayed|shelved|"
            r"on ice|parked|canned|cancelled)\b|\bfroze(?:n)? all\b|\bparked (?:the|"
            r"it)\b",
        ),
        (
            "internal",
            r"\bchoose (?:from )?inside\b|\binside the (?:house|team|firm|family)\b|"
            r"\b(?:to|with|w/?|kept|chose|picked) the acting \w+\b|"
            r"\ban? (?:insider|internal)\b|\binternal (?:fellow|one|lad|guy|girl|woman|"
            rf"man|appl\w+|promotion|move)\b|\b{_ONE} from (?:their|[a-z] (?:wing|"
            rf"shift|"
            r"team|site)|plant|another (?:branch|site|ward|team)|the (?:team|ward|"
            r"other "
            r"(?:site|branch)))\b|\bfrom [a-z] (?:shift|wing|watch|team) got it\b|\b"
            r"already (?:covers?|does|doing|covering|in) the (?:post|job|role|seat)\b|"
            r"\b"
            r"one of their own\b|\btheir own (?:people|staff|apprentice|trainee|"
            r"temp)\b",
        ),
        (
            "experience",
            rf"\b(?:need\w*|want\w*|went with|gone (?:with|to)|went to|chose|picked|"
            rf"took|prefer\w*|go with) {_ONE} (?:with|w/|who has|who had|who'?d|who'?s|"
            r"whose)\b|\bone more year\b|\bget (?:a|another|\w+) years?(?: \w+)? (?:in|"
            rf"first|under)\b|\b(?:not enough|too few|not got|no) (?:years|{_LACK})\b|"
            r"\b(?:candidate|applicant|other|they) (?:was |were )?stronger (?:on|in|"
            r"at)\b|"
            rf"\b{_LACK} (?:is|are|was) (?:out of date|incomplete|missing|expired|"
            rf"not)\b|"
            rf"\bwith their (?:\w+ )?{_LACK} got it\b|\bcome back when you\b|\btoo "
            rf"short a "
            r"\w+ list\b|\bhad (?:\w+|\d+) years (?:with|of|in|on)\b|\bwants? \d \w+ "
            r"(?:titles?|years|seasons)\b|\btoo (?:junior|green|inexperienced)\b|"
            r"\black "
            r"of (?:\w+ )?experience\b|\b(?:candidate|applicant|someone) with (?:\S+ )"
            r"{1,3}(?:experience|background)\b",
        ),
    )
)
"""A reason of `Decision.reason`, and what gives it; asked in this order."""
