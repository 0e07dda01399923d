"""Private things murmured at the end of notes, without their usual words, by kind.

Asked after `private`, `remarks` and `asides`: hardship by what could not be paid,
health by what a body would not do, rivals by what they can do.
"""

from afternote.schema import Why

_ANYONE = (
    r"(?:girl|guy|lad|man|woman|bloke|fella|lady|chap|person|insider|cousin|nephew|"
    r"niece|temp|redeployee|mate|apprentice|trainee|intern|colleague)"
)
_LIMB = r"(?:back|knees?|hips?|shoulders?|neck|legs?|feet|wrists?|ankles?|eyes|ears)"

MURMURS: dict[Why, tuple[str, ...]] = {
    "pay": (
        r"\b(?:would|could|can|will|wd|cd|did)(?: not|n'?t) (?:even )?(?:have )?(?:"
        r"cover(?:ed)?|lived? on|stretch(?:ed)? to|pa(?:y|id) (?:the|my|for)) (?:the |"
        r"my |our )?(?:\w+ )?(?:equity|that|it|bus|petrol|rent|bills?|fees|mortgage|"
        r"childcare|train|loan|diesel|tax)\b",
        r"\b(?:rent|mortgage|overdraft|bills?|council tax|loan|card)(?:'s| is| was| "
        r"are)? (?:\w+ ){0,2}(?:behind|late|overdue|unpaid|due|bounced)\b|\bwithout "
        r"(?:\w+ ){0,2}(?:bill|rent|wages) paid\b",
        r"\b(?:paying|paid) the (?:last|other|old|previous) (?:one|person|guy|lady|"
        r"bloke|man|woman)\b|\b(?:minimum|living) wage\b|\bzero[- ]hours? contract\b",
    ),
    "family": (
        r"\b(?:only|sole|main) (?:breadwinner|earner)\b|\bthe wee one\b|\b(?:the|my) "
        r"due date\b|\b(?:my|our) (?:wee|little|eldest|youngest|teenage)\b|\b(?:mum|"
        r"mam|mom|dad|nan|gran)(?:'s|s) (?:carers?|like this|house|appointments?|"
        r"hospital|funeral|ill\w*)\b",
        r"\b(?:wife|husband|partner|missus|hubby|girlfriend|boyfriend) (?:says|said|"
        r"thinks|reckons|was (?:actually )?(?:relieved|glad|pleased|furious|cross))\b|"
        r"\bour \w+'s (?:stretch|sentence|trial|wedding|funeral|custody|baby)\b",
    ),
    "health": (
        rf"^(?:(?:and|but|so|my|me|the|these|both|still) )*{_LIMB} (?:\w+ )?(?:don'?t|"
        r"won'?t|can'?t|cant|couldn'?t|didn'?t|hates?|were (?:already )?like|swell\w*|"
        r"seize\w*|gave out|would(?:n'?t| not))\b",
        r"\bget my (?:chair|wheelchair|scooter|frame)\b|\b(?:chemo|dialysis|therapy|"
        r"scan) (?:day|days|week)\b|\b(?:told|said|mentioned|telling)\b.{0,20}\babout "
        rf"(?:the|my) (?:{_LIMB}|fits|heart|lump|shakes)\b",
    ),
    "protected": (
        r"\b(?:i|i'd|i'm|my|me)\b.{0,40}\b(?:mosque|ramadan|sabbath|shabbat|jummah|"
        r"synagogue|temple|church on)\b|"
        r"\bi\b.{0,24}\bthe only \w+ (?:on|in|at|there)\b",
        r"\bvetting (?:query|issue|problem|came back)\b|\b(?:bee|equity|diversity) "
        r"(?:numbers|quotas?|points)\b|\b(?:bloke|woman|man|lady|person|mother|lad) "
        r"(?:of )?(?:my|his|her) age\b|\b(?:women|men|foreigners|girls) (?:do not|"
        r"don'?t|can'?t|cannot|won'?t|never) \w+\b",
    ),
    "confidence": (
        r"\bslip(?:ped|s) me\b|\b(?:being|getting|been) (?:bought|taken over|sold)\b|"
        r"\bselling up\b|\bnobody (?:here |there |else )?(?:should|must|may|can) (?:"
        r"hear|know|find out)\b|\b(?:must|should)n'?t (?:be telling|say this)\b",
    ),
    "gossip": (
        r"\b(?:is|was|been|'s) (?:drinking|at it|on the bottle) again\b|\bsome(?:body|"
        r"one)'?s? (?:cousin|nephew|niece|son|daughter|mate|brother|sister)\b|\ball "
        r"went to the same (?:school|church|uni|college)\b|\bgossip (?:from|is|has)\b",
    ),
    "complaint": (
        r"\b(?:would|wd|could|might) have (?:killed|finished|done for) (?:me|my)\b|\b("
        r"?:mobile|phone)(?:'s| has| is)? (?:been )?off (?:since|all)\b|\btypical "
        r"(?:agency|hr|recruiter|of them)\b|\baye right\b|\bnot even (?:my|a|the "
        r"courtesy)\b|\bso much for (?:friends|that|the)\b|\bcalled me \w+, \w+\b|"
        r"\b(?:charming|lovely) indeed\b|\b[3-9] rounds and\b|\bhome ?task\b.{0,20}"
        r"\bmy\b|\bdid(?:n'?t| not) even\b|\bwho does that\b",
    ),
    "other_candidate": (
        r"^(?:and |but |so )?(?:(?:they|he|she)(?:'re| are|'ll| will| would| had)? )?"
        r"(?:take|takes|took|taking|promoted?|promotes|promoting|keep|kept|picked|"
        r"appoint|appointed|hire|hired|chose|choose|prefer|preferred|went (?:with|w|"
        r"w/|for)|gone with) (?:an? |one |the |their )(?:\w+ )?"
        rf"{_ANYONE}\b(?! (?:and|to) (?:me|show))",
        r"^they promot\w+ \w+\b|\b(?:the )?other (?:person|lady|lad|bloke|guy|woman|"
        r"man|applicant|candidate|chap|fella|girl) (?:\"|can|could|has|had|is|was|will|"
        r"speaks|knows|starts|did)",
        rf"^an? (?:\w+ )?{_ANYONE} (?:with (?:an?|the|his|her|more|better)|w/? an?|of "
        r"theirs)\b|\b(?:he|she) was there before\b|\bwalked it$",
    ),
    "other_employer": (
        r"\bbefore they (?:could )?(?:push|sack|fire|bin)(?:ed|ned)? me\b|\bthe other "
        r"one\b.{0,24}\b(?:live|open|pending|going)\b|\bi walked out of\b|\bhow my "
        r"contract\b|\bmy contract at\b|\bi'?m sitting on\b",
    ),
    "self_criticism": (
        r"\bmy (?:clanger|howler|blunder|own goal|stinker|gaffe|downfall|undoing|big "
        r"mistake|nerves|mess-up)\b|\band it showed\b|\bwish(?:ed)? i had(?:n'?t| not)"
        r"\b|\b(?:is|was) a fib\b|\b(?:didn'?t|couldn'?t|hadn'?t|did not) (?:sleep|"
        r"slept)\b|\bmy (?:\w+ )?(?:ticket|licence|license|certs?|certificate|card|"
        r"registration) (?:has |had |is )?(?:lapsed|expired|ran out|out of date)\b|"
        r"\bi (?:only )?hope nobody\b",
    ),
}
