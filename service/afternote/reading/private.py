"""What marks a remark as private, by kind: patterns over one flat clause.

Each asks for a *person* in the remark (I, my, she, his ...) or for words that are
said of persons only, since the same words name honest work: a dementia ward, a
payroll migration, a family-support team.
"""

import re

from afternote.reading.asides import ASIDES
from afternote.reading.murmurs import MURMURS
from afternote.reading.remarks import REMARKS
from afternote.schema import Why

_ME = r"(?:i|i'm|im|i've|ive|i'd|id|my|me|myself|mine)"
_SOMEONE = (
    r"(?:i|i'm|im|i've|ive|my|me|she|he|her|his|him|she's|shes|he's|hes|she'd|he'd)"
)
_GAP = (
    r"(?:[ ,']+(?!(?:how|they|their|about|the|for|patients?|people|why|what|who|when|"
    r"each|"
    r"every|families|we|our|show\w*|ask\w*|told|explain\w*|said|says|treat\w*|"
    r"support\w*|"
    r"run|runs|teach\w*|with|carers?|rings?|talk\w*)\b)[\w'-]+){0,4}?[ ,]+"
)
# A private word in front of one of these names work, not a person's own affair.
_WORK = (
    r"(?![- ]+(?:ward|wards|unit|units|team|teams|service|services|clinic|clinics|"
    r"screening|screenings|audit|audits|dashboard|policy|policies|care|training|"
    r"support|work|worker|workers|nurse|nurses|nursing|register|registry|pathway|"
    r"pathways|programme|programmes|program|programs|appeals?|handovers?|plans?|"
    r"planning|prevention|research|trial|trials|referrals?|cases?|caseload|home|homes|"
    r"charity|hospice|helpline|strategy|awareness|group|groups|project|data|model|"
    r"records?|notes|management|lead|leads|reports?|liaison|services|law|course))"
)
_RELATION = (
    r"(?:mum|mam|mom|mother|dad|da|father|wife|husband|girlfriend|boyfriend|"
    r"fianc[eé]e?|"
    r"kids?|sons?|daughters?|baby|toddler|child|children|sister|brother|nan|nana|gran|"
    r"granny|grandad|grandmother|grandfather|parents?|in-laws?|family|marriage|divorce|"
    r"wedding|funeral|missus|auntie?|uncle|niece|nephew|twins|ex)"
)
_ILL = (
    r"(?:ill|illness|sick|sickness|unwell|hospital|surgery|operation|diagnos\w+|"
    r"therapy|"
    r"therapist|medication|meds|tablets|pills|migraines?|anxiety|anxious|depress\w+|"
    r"panic attacks?|pregnan\w+|ivf|miscarriage|disab\w+|adhd|autis\w+|dyslexi\w+|"
    r"cancer|chemo|stroke|lupus|sober|rehab|sertraline|prozac|citalopram|ritalin|"
    r"counsell?ing|burn(?:t|ed)?[- ]?out|"
    r"stress leave|sick leave|medical leave|back pain|bad back|asthma|diabet\w+|"
    r"epilep\w+|insulin|arthritis|ms(?! [a-z])|ptsd|bipolar|stammer|stutter|hearing "
    r"aids?|deaf|"
    r"blind|crohn'?s|concussion|flu|covid|fever|period|bereave\w+|griev\w+|addict\w+|"
    r"drinking|knee|hip|heart|breakdown|mental health|health|endometriosis|wheelchair)"
)
_SURE_ILL = (
    r"(?:ill|unwell|surgery|diagnos\w+|therapist|antidepressants|migraines?|"
    r"pregnan\w+|ivf|"
    r"miscarriage|dyslexi\w+|chemo|lupus|sober|rehab|burn(?:t|ed)?[- ]?out|ptsd|"
    r"bipolar|"
    r"epilep\w+|diabet\w+|crohn'?s|breakdown|endometriosis|drinking|sick)"
)
_MONEY = (
    r"(?:[£$€₦₹¥]\s?\d[\d.,]*(?![.,]?\d)(?!\s?(?:m|mn|mil|million|bn|b|billion)\b)"
    r"(?! (?:a|per) (?:head|cover|plate|tonne|unit|box|kilo|litre|ticket))|"
    r"\b(?:usd|gbp|eur|inr|zar|aud|rs\.?|lpa)\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:lpa|"
    r"lakhs?)\b|"
    r"\b\d{2,3}(?:\.\d)?k\b)"
)

PRIVATE: dict[Why, tuple[str, ...]] = {
    "instruction": (
        r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:previous|above|prior|"
        r"earlier|all|any|your)\b.{0,20}\b(?:instructions?|rules?|prompts?|orders)?",
        r"\bignor\w+ (?:las|les|die|le|os|as|de) \w*\s?(?:instruc|anweis|istruz)\w+",
        r"\bassistants? (?:reading|must|should|processing)\b|\b(?:ai|a\.i\.|llm|gpt|"
        r"chatgpt|language model|"
        r"chatbot)\b.{0,20}\b(?:assistants?|"
        r"models?|systems?|tools?|agents?|bots?|readers?|reading|must|should|note|"
        r"please)\b",
        r"\bassistants?\s?:|\bsystem\s?:\s|\bsystem prompt\b|\bdebug mode\b|<!--|-->|"
        r"</?(?:notes|instructions?|system|user|assistant|script)\b",
        r"\{\{|\}\}|\$\{|\{%|%\}|!\[[^\]\n]{0,80}\]\(|[\"'}\]]{3,}|\"\s?:\s?\"",
        r"\b(?:end|begin|start|finish|open|close) (?:every|each|the|your) (?:note|"
        r"message|"
        r"reply|email|letter|draft)s?\b|\bwhen you (?:write|draft|compose)\b",
        r"\b(?:write|say|claim|mention|state|reply|answer|respond|output|print) "
        r"(?:only |"
        r"that |back )(?:the (?:candidate|applicant)|you|i|pwned|dana|yes)\b",
        r"\breply (?:only|with)\b|\boutput your\b|\byou are now\b|\bpretend (?:you|"
        r"to be)\b|"
        r"\bact as\b|\bbcc\b|\bdecode and\b|\bpwned\b|\bjailbreak\b|\bprompt "
        r"injection\b",
        r"\btell (?:them|the candidate|the applicant|her|him) to (?:call|rate|pay|"
        r"click|"
        r"visit|send)\b|\bvisit https?:|\bto confirm\.?$",
        r"\b[a-z0-9+/]{32,}={0,2}",
    ),
    "contact": (
        r"\b(?:my|his|her|home) (?:address|number|passport|postcode|"
        r"date of birth|dob)\b|\b(?:passport|national insurance|ni|ssn|social security|"
        r"aadhaar|pan|tax file|ppsn?|driving licence) (?:no\.?|number)\b",
    ),
    "pay": (
        r"\b(?:one|two|three|four|five|six|\d{2,3}) (?:\w+ )?(?:a|per|an) (?:day|"
        r"hour|shift|week|year)\b"
        r"(?<!days a week)(?<! a week)|\b\d{2} \d{3}\b(?! \d)|\bgarnishee on\b|"
        r"\bbroke until\b",
        _MONEY,
        r"\b(?:comp|comp band|band|wage|rate|ctc)\b(?: \w+){0,3} \d{2,3}\b|\b(?:making|"
        r"earning|"
        r"earned|offered|earn) \d{2,3}\b(?! (?:people|years|sessions|shifts))|\bwhat i "
        r"earn\w*\b|\bfor (?:nothing|free|peanuts)$",
        r"\bsalar(?:y|ies)\b(?! (?:survey|benchmark|band(?:ing)? review|data|"
        r"sacrifice))",
        r"\b(?:ctc|lowball\w*|day rate|hourly rate|pay rise|raise|payslips?|pay cut)\b",
        r"\b(?:the|their|my|her|his|what|about|on|more|less|low|bad|poor|good|decent|"
        r"better|rubbish|terrible|basic|said|discussed|talked) (?:pay|wages?|"
        r""
        r"package|bonus|benefits)\b(?! (?:gap|equity|revisions?|awards?|claims?|"
        r"survey|roll|run|scale review|"
        r"system|data|audit|reports?|files?|modell?ing))",
        r"\b(?:pay|wages?|money|bonus|package|equity|pension) (?:is|was|were|isn't|"
        r"wasn't|"
        r"would|too|not|low|crap|rubbish|terrible|sounded|expectations?|range|band)\b",
        r"\b(?:pays|paying|paid|pay) (?:only |like |about |around |me |him |her |them |"
        r"less|more|peanuts|badly|well|under|over|nothing|rubbish)\b(?!for the trial)",
        r"\b(?:asked|ask|asking|said|told|wanted|offered|offer|cap|capped|quoted|"
        r"expect\w*)"
        r"(?:[ ,]+[\w'£$€]+){0,3}[ ,]+(?:\d{2,3}(?:,?000)?|(?:twenty|thirty|forty|"
        r"fifty|"
        r"sixty|seventy|eighty|ninety|hundred)(?: \w+)? (?:a|an|per|k|grand))\b"
        r"(?!\s*(?:years?|yrs?|minutes?|mins?|days?|weeks?|months?|people|times|"
        r"questions|"
        r"hours?|hrs?|%|th|nd|rd|st|[/:.]\d))",
        rf"\b{_ME}{_GAP}(?:rent|overdraft|mortgage|broke|skint|debts?|savings|"
        rf"redundancy "
        r"money|dole|benefits|severance|can't afford|cant afford)\b",
        r"\bmy uif\b|\b(?:my|in|i) (?:\w+ )?arrears\b|\b(?:top[- ]of[- ]scale|"
        r"underpaid|overpaid)\b|\bon my "
        r"own account\b|\bnot worth the (?:petrol|commute|drive)\b|\b(?:grand|quid) "
        r"(?:a|per|"
        r"less|more|short|under|over)\b",
    ),
    "family": (
        rf"\byour {_RELATION}(?:'s)?\b|\b[a-z]+'s (?:funeral|wedding|delivery|"
        rf"christening)\b|\b(?:novio|novia)\b",
        rf"\b(?:my|his|her|their own)(?: \w+){{0,2}}? {_RELATION}(?:'s)?\b"
        r"(?! \w+,? (?:who )?(?:walked|showed|does|runs|took|gave|made|let|poured|"
        r"brought|keeps)\b)"
        rf"(?![- ]+(?:support|services?|team|unit|law|centre|center|hospital|room|"
        rf"menu))",
        r"\b(?:my|his) partner\b|\bher partner\b(?! (?:firm|at|agency))",
        r"^(?:mum|mam|mom|dad|nan|gran)(?:'s)?\b(?!:)(?=.{6})",
        r"\bi (?:was|am|'m) (?:single|married|engaged|divorced|widowed|separated)\b|"
        r"\ba baby\b"
        r"(?= (?:would|was|is|due|on the way))",
        r"\b(?:has|have|had|got|with)(?: got)? (?:\w+ )?(?:kids|children|a baby|a "
        r"toddler|twins|a newborn)\b(?! (?:in|at|who|from) )",
        r"\b(?:childcare|nursery pick-?up|school run|babysit\w*|custody (?:of|battle|"
        r"case)|getting married|"
        r"divorced|separated|going through a divorce|break-?up|broke up)\b"
        r"(?! (?:driver|policy|cases?|hearings?|team|contract))",
        rf"\b{_ME}{_GAP}(?:as a (?:kid|child)|in care|widow(?:er|ed)?|adopted|"
        rf"fostered)\b",
    ),
    "health": (
        rf"\b{_ME}{_GAP}{_ILL}\b{_WORK}",
        rf"\b{_SOMEONE}{_GAP}{_SURE_ILL}\b{_WORK}",
        r"\b(?:i|i've|my)(?: \w+){0,3} (?:apnoea|pacemaker|inhaler|hormones?)\b|"
        r"\bmy (?:\w+ )?(?:scan|appointment|operation|tablets|knee|back|hip|shoulder|"
        r"eyes|hearing|sight)\b"
        r"(?! (?:office|end|up|then|in|to|at|from|and|the|with|on))",
        r"^(?:was|been|got) (?:\w+ )?(?:hijacked|assaulted|mugged|injured|hungover)\b",
        r"\b(?:crook|dodgy|bad|gammy|bust) (?:knee|back|hip|shoulder|leg|wrist|"
        r"heart)\b",
        rf"\b(?:had|have|has|having|on|off|after|since|been|got) (?:\w+ )?(?:stress "
        rf"leave|"
        r"sick leave|medical leave|maternity leave|antidepressants|chemo|surgery|ivf|"
        r"counselling|a migraine|a cold|the flu|covid|a breakdown|burnout|mat leave)\b"
        rf"{_WORK}",
        r"\b(?:ivf|miscarriage|antidepressants|chemo appointment|aa meeting|biopsy|"
        r"hysterectomy|vasectomy|hot flush\w*|morning sickness|panic attack)\b"
        rf"{_WORK}",
        rf"^(?:hangover|hungover|migraine|flu|therapy|anxiety|depress\w+|adhd|"
        rf"ptsd)\b{_WORK}",
        rf"\b{_ME}(?: was| were|'m|m| am| got)? (?:\w+ )?(?:hijacked|assaulted|"
        rf"attacked|"
        r"mugged|injured|hungover|exhausted|crying|cried|in bits|off work|signed "
        r"off)\b",
        r"\bsigned off (?:work|sick|with)\b|\bwhy i need (?:the )?\w+|\bmy (?:walker|"
        r"pram "
        r"frame|crutch\w*|stick|limp|seizures?|condition|doctor|gp|consultant|"
        r"symptoms)\b",
    ),
    "protected": (
        r"\b(?:my|a) caution\b|\bsponsorship\b(?! (?:team|deals?|scheme|manager|"
        r"role))|\bvisa (?:ends|runs)\b|"
        r"\b(?:i|she|he) (?:have|has|had) \d\d years\b(?! (?:of|experience|in|as))|"
        r"\b\d+ w(?:ee)?ks\b(?= pregnant)",
        r"\b(?:i am|i'm|im|i was|as|being|cos i'm|she is|she's|he is|he's|told "
        r"(?:her|him|"
        r"them) i(?: am|'m)) (?:of |a |an |the only |only |too |openly )?(?:\w+ )?"
        r"(?:muslim|islam|christian|catholic|protestant|jewish|hindu|sikh|buddhist|"
        r"atheist|"
        r"gay|lesbian|bisexual|queer|trans|transgender|non-binary|black|asian|brown|"
        r"white|"
        r"foreigner|immigrant|refugee|asylum seeker|gypsy|traveller|dalit|older woman|"
        r"old|woman of colou?r)\b",
        r"\bmy (?:faith|religion|age|visa|accent|hijab|turban|caste|ethnicity|race|"
        r"nationality|sexuality|gender|transition|politics|union|record|conviction|"
        r"pronouns|skin|citizenship|green card|papers|work permit|sponsorship)\b",
        r"\bage is (?:against|not)\b|\b(?:i'm|im|on|am) (?:still )?on probation\b|"
        r"\b(?:too (?:old|young)|how old|maiden name|my age|at (?:my|his|her) age)\b",
        r"\b(?:asked|ask|asking|wanted to know|asks)(?: me)? (?:if|when|whether|about) "
        r"(?:i|my)\b(?: \w+){0,3} (?:married|marry|pregnant|kids|children|babies|"
        r"family|planning|religio\w+|church|from originally|husband|wife|visa|age)\b",
        r"\b(?:visa (?:runs|expires|sponsor\w*|status)|work permit|h-?1b|green card|"
        r"criminal record|dbs (?:issue|problem)|(?:the|my|an) arrest\b|was arrested|"
        r"i fast(?:ed)?\b|prayer (?:break|time)s?|ageis\w+|racis\w+|sexis\w+|"
        r"discriminat\w+ (?:against|me)|i voted|voted (?:for|leave))\b",
    ),
    **REMARKS,
}

COMPILED: tuple[tuple[Why, re.Pattern[str]], ...] = tuple(
    (why, re.compile("|".join(f"(?:{p})" for p in parts)))
    for why, parts in (
        (why, (*first, *ASIDES.get(why, ()), *MURMURS.get(why, ())))
        for why, first in PRIVATE.items()
    )
)
"""One pattern a kind, in the order in which they are asked."""
