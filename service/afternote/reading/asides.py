"""How people jot a private thing in passing: slang, fragments, second person.

Asked after the patterns of `private` and `remarks`, in the same order of kinds.
`MATTER` is the other side: the frames in which the same words are work.
"""

import re

from afternote.schema import Why

_CONDITION = (
    r"(?:bipolar|seizures?|epilepsy|depression|anxiety|adhd|autism|ocd|ptsd|cancer|"
    r"diabetes|asthma|ivf|pregnancy|stoma|psoriasis|eczema|arthritis|tinnitus|vertigo|"
    r"migraines?|sciatica|endo(?:metriosis)?|menopause|perimenopause|fibro\w*|lupus|"
    r"long covid|hiv|hepatitis|stammer|stutter|dyslexia|dyspraxia|drinking|gambling|"
    r"rehab|overdose|breakdown|panic attacks?|insomnia|hernia|shingles|dialysis|"
    r"angina|blood pressure|bp|chemo|radiotherapy|cancer|op|scan|biopsy|tumou?r)"
)
_PART = (
    r"(?:back|knees?|hips?|shoulders?|neck|legs?|feet|foot|wrists?|ankles?|heart|eyes|"
    r"ears|hearing|sight|eyesight|bladder|stomach|gut|guts|head|teeth|tooth|nerves|"
    r"lungs|liver|bp|blood pressure|sugar|sugars|period|waters)"
)
_KIN = (
    r"(?:nephew|niece|cousin|son|daughter|brother|sister|wife|husband|girlfriend|"
    r"boyfriend|goddaughter|godson|in-law|lad|mate|pal|friend|drinking buddy|ex)"
)
_DONE = r"(?:got|has got|gets|landed|was given|has|had|took|bagged|walked into)"
_TELL = r"(?:tell|told|telling|mention\w*|say|said|know|knew|knows|ask\w*|let on)"

ASIDES: dict[Why, tuple[str, ...]] = {
    "pay": (
        r"\br\s?\d{1,3}k\b|[£$€]\s?\d[\d.,]* (?:more|less|over|under|below|short)\b",
        r"\basked (?:for )?\d{4,6}\b|\b\d{3,6} (?:brutto|netto|gross|net|pcm|p\.?a\b|"
        r"p/h|ph\b|pw\b|a month|per month)|\b\d{2} not \d{2}\b",
        r"\b(?:owe|owes|owed|owing) (?:\w+ ){0,3}(?:rent|money|bank|tax|cash|lender|"
        r"landlord)\b|\bsanctioned (?:twice|again|by)\b|\buniversal credit\b|\bfood "
        r"?bank\b|\b(?:weeks?|months?) behind (?:on|with)\b|\bbailiffs?\b|\bpay ?day "
        r"loans?\b|\b(?:maxed|overdrawn|skint|stony broke)\b|\bevict\w+ (?:me|us|"
        r"notice)\b|\bi (?:told|said)\b.{0,12}\bi wanted \d|\b(?:my|the) fees are "
        r"due\b",
        r"\bpay[- ]?(?:bands?|grades?|scales?) (?:says?|said|is|was|won't|only)\b|\bin "
        r"pay bands\b|\bpay (?:crap|rubbish|awful|low|poor|meh|shocking|insulting)\b",
    ),
    "family": (
        r"\bex[- ](?:wife|husband|partner|girlfriend|boyfriend|missus)\b|\bmaintenance "
        r"payments?\b|\bthe divorce$|\b(?:my|our) (?:separation|custody)\b",
        r"^(?:\W*)(?:dad|da|mum|mam|mom|mother|father|nan|gran|husband|wife|hubby|"
        r"missus|kid|son|daughter|sister|brother|granny|grandad)(?:'s| is| was| has| "
        r"had|s) (?:\w+ ){0,2}(?:ill|poorly|sick|dying|dead|died|dialysis|chemo|in "
        r"hospital|in a home|in care|bad|dementia|carer|op|surgery|scan|out of work|"
        r"left|leaving|funeral|birthday)\b",
        r"^(?:his |her |my |the )?(?:wife|husband|partner|missus|hubby) (?:has |just )?"
        r"(?:left|walked out|threw)\b|\b(?:marriage|engagement) (?:is|was) (?:over|"
        r"finished|off|done)\b|\bwhen "
        r"(?:jim|he|she|mam|mum|dad) was (?:bad|ill|dying|sick)\b|\bi was not myself\b",
    ),
    "health": (
        rf"\b{_TELL} (?:\w+ ){{0,2}}about (?:the|my|her|his|your) {_CONDITION}\b",
        rf"\b(?:my|your|ur|i have|i've|i've got|i got|with my) (?:\w+ )?{_CONDITION}\b"
        r"(?! (?:ward|unit|team|clinic|mechanic|service|training|awareness|scenario))",
        rf"\b(?:my|me|the) (?:\w+ )?{_PART}(?:'s| is| was| are| were| has| went| "
        rf"still| "
        r"keeps?) (?:\w+ ){0,2}(?:shot|gone|bad|killing|knackered|banjaxed|bust\w*|"
        r"giving|dodgy|goosed|playing|acting|hurting|sore|swollen|high|low|locked|"
        r"throbbing|wrecked|in bits|failing)\b",
        rf"^(?:{_PART}) (?:still |is |was |so |all |proper )*(?:shot|gone|bad|killing|"
        r"knackered|banjaxed|bust\w*|dodgy|goosed|sore|swollen|hurting|wrecked|"
        r"playing up|in bits|aching)\b",
        r"\bhands? (?:\w+ ){0,2}(?:shaking|shook|trembl\w+|shaky)\b|\b(?:new|my|those|"
        r"these|happy|sleeping) (?:tablets|meds|pills|medication|dose|injections?)\b|"
        r"\bpopped (?:a|my|two) (?:pills?|tablets?)\b|\bbeta[- ]blockers?\b|\bon the "
        r"sick\b|\b(?:nearly|almost) (?:fainted|passed out|collapsed|threw up)\b|"
        r"\bbe sick\b|\bthrew up\b|\bi drink too much\b|\boff the (?:booze|drink)\b",
    ),
    "protected": (
        r"\b(?:ur|you're|youre|you are|u r|she's|he's|i'm|im) (?:a |an )?(?:muslim|"
        r"christian|catholic|protestant|jewish|hindu|sikh|gay|trans|pregnant|autistic|"
        r"disabled|deaf|foreign|methodist|baptist|mormon|quaker|pentecostal|jehovah'?s|"
        r"evangelical|orthodox|roma|polish|nigerian|ukrainian|syrian|irish|romanian)\b",
        r"\b(?:am|being|as) an? (?:methodist|baptist|mormon|quaker|presbyterian|"
        r"pentecostal|evangelical)\b|\bthe visa (?:thing|issue|stuff|question|problem|"
        r"business)\b|\bmy (?:own )?(?:asylum|immigration|residence|leave to remain|"
        r"passport|biometric)\b",
        r"\bmy (?:criminal )?(?:record|conviction|caution|past|time inside|sentence|"
        r"spent)\b(?: \w+)? (?:came|was|is|would|showed|popped|from)\b",
        r"\b(?:what|which|where) (?:school|church|parish|mosque|foot|side) (?:\w+ )?"
        r"(?:i|you) (?:went|go|dig|kick|pray)\w*\b|\bwhat school i\b|\bi carry a "
        r"card\b|"
        r"\bunion (?:man|member|card|rep)(?:$| (?:and|myself|before|so))|\bi am "
        r"(?:twenty|thirty|forty|fifty|sixty|seventy)[- ]?\w*\b|\bi'm (?:[3-7]\d)(?: "
        r"(?:now|and|next|in|this)\b|$)|\bplanning on (?:kids|children|a family)\b",
        r"\b(?:every(?:one|body)) (?:here |there |round here )?knows? what (?:that|it) "
        r"means\b|\bwe all know what\b|\b(?:my|our) (?:time of the month|head ?scarf|"
        r"beard|dreads?|locs|braids)\b|\bremove that ring\b|\bring in your nose\b",
    ),
    "confidence": (
        r"\b(?:'s|she's|he's|hes|shes|who's|they're) (?:leaving|quitting|off|retiring|"
        r"going|resigning) (?:in|next|at|after|soon|by|this)\b|\bkeep (?:\S+ ){1,6}out "
        r"of\b|\bkeep (?:that|it|this) (?:shut|zipped|dark)\b|\bdelete (?:this|after|"
        r"it)\b|\b(?:you|u) didn'?t (?:hear|get) (?:this|that|it) from\b|\bi didn'?t "
        r"(?:say|tell you) (?:that|this)\b|\bnot for repeating\b|\bmum'?s the word\b",
        r"\b(?:told|gave|showed|leaked|slipped|let) (?:me |us )?(?:slip |have )?(?:the|"
        r"my|everyone'?s) (?:scores?|marks|ranking|shortlist|score ?sheet|names of)\b|"
        r"\b(?:raging|gutted|sick) for you\b|\bsays? layoffs\b|\bnot said a word\b|"
        r"\bsay "
        r"nothing\b|\bsaid (?:they'?d|they would) have picked\b|\bi'd have (?:chosen|"
        r"picked|hired) you\b|\bnobody (?:\w+ ){0,4}must (?:hear|know)\b|\bno one (?:"
        r"must|can|is to) (?:hear|know)\b|\bstrictly (?:us|me|entre)\b|\bnot a word\b",
    ),
    "gossip": (
        rf"\b(?:the|a|his|her|their|[\w.-]+'s) {_KIN} {_DONE} (?:my|the|it)\b(?! "
        r"(?:questions?|kettle|tea|coffee|keys?))|\bis [\w-]+(?: [\w-]+)?'s "
        rf"{_KIN}\b|\bthe (?:pastor|boss|owner|director|deputy|head|chief|councillor|"
        rf"manager|chair|ceo|md)'s {_KIN}\b",
        r"\b(?:clearly|obviously|openly|proper|plainly|secretly) (?:hates?|hated|"
        r"loathes?|despises?|fancies)\b|\bface like (?:thunder|a|the)\b|\bdon'?t "
        r"speak$|"
        r"\b(?:boss|bosses|boss's|gaffer's|owner's|manager's|director's) (?:mate|pal|"
        r"friend|lad|girl|son|daughter|nephew|niece|wife|husband)\b|"
        r"\brough patch\b|\bwept\b|\bwent for a cry\b|\b(?:stinks|reeked|reeks) of\b|"
        r"\bfacelift|"
        r"\bcarrying on with\b|\b(?:knocking|hooking) (?:off|up)\b|\bdodgy (?:past|"
        r"deal|"
        r"accounts?)\b|\bon the (?:fiddle|take|pull)\b|\bhas a (?:temper|reputation)\b|"
        r"\b(?:hot|fit|fine|gorgeous|handsome) (?:man|woman|bloke|lad)\b|\bsexy\b",
    ),
    "complaint": (
        r"\b(?:the|what a|such a|bloody) (?:cheek|nerve|state of|farce|circus|mess)\b|"
        r"\bspelling mistakes?\b|\btypos?\b(?= in (?:the|that|their|my))|\b(?:days?|"
        r"hours?|week) unpaid\b|\bunpaid\b[!?]|\binvoice them\b|\b(?:had|used|stole|"
        r"nicked|pinched|took|robbed) my (?:idea|ideas|design|code|pitch|deck|work)\b",
        r"\bkept me (?:\S+ ){0,3}(?:waiting|standing|in reception|in the lobby|outside|"
        r"hanging)\b|\b(?:ate|eating|chewing|munch\w*|vap\w+|texting|scrolling|typing) "
        r"(?:(?:a|his|her|their|the|an) \w+ )?(?:throughout|the whole|all the way|"
        r"during (?:it|my|the)|while i)\b|\bthrough(?:out)? (?:my|the) (?:whole )?"
        r"interview\b|\bsaid (?:he|she|they) (?:will|would|wd|'d) (?:call|ring|email|"
        r"write|phone)\b|\b(?:he|she|they)'?d? (?:will|would|wd) (?:call|ring)\b.{0,20}"
        r"\b(?:did not|didn'?t|never|nothing)\b",
        r"\bkept (?:calling me|getting my name|checking|looking at|interrupting|"
        r"cutting|yawning|talking over|saying my)\b|\b(?:smelt|smelled|stank) of\b|"
        r"\b(?:belched|burped|farted|swore at|snored)\b|\bcut (?:me|us) off\b|"
        r"^(?:and |but )?(?:he|she|they) (?:did not|didn'?t|never did|forgot|hasn'?t|"
        r"haven'?t)$|\b(?:sank|sunk|scuppered|did for|finished) me\b|\bis what sank\b|"
        r"\b(?:tone deaf|two hours late|no water|no chair|nowhere to sit|nobody "
        r"(?:smiled|said hello|knew)|took the mick|taking the (?:piss|mick|mickey))\b",
    ),
    "other_candidate": (
        r"\b(?:chose|picked|preferred|took|hired|wanted) the other\b|\bthe other "
        r"(?!day|"
        r"two|three|four|one of|end|side|half|interviewer|panel|site|place|thing|week|"
        r"people|manager|lot|way|hand|night|partner)[\w-]+ (?:had|has|who|got|with|did "
        r"have|speaks|knows)\b|\bgave it to (?!me\b|us\b|him to\b|her to\b)\w",
    ),
    "other_employer": (
        r"\balso (?:up|in|down|shortlisted) (?:for|at)\b|\bi (?:also )?(?:have|got|"
        r"'ve) "
        r"[\w ]{1,30} at [£$€]?\d|\b(?:fallback|plan b|other one) is\b|\btribunal with "
        r"my\b|\btribunal\b(?=.{0,20}\b(?:my|last place|ex)\b)",
    ),
    "self_criticism": (
        r"\b(?:went|walked|barged) (?:in|into|to) the wrong (?:room|office|floor|"
        r"building|meeting|door)\b|\bmortif\w+|\bi called (?:the |my )?[\w-]+ (?:love|"
        r"babe|mate|darling|mum|mom|dad|hun)\b|\b(?:drank|had) (?:\w+ ){1,3}(?:cans?|"
        r"pints?|shots?|drinks?) before\b|\b(?:a |bit |had a |still )?hangover\b|"
        r"\bi said [\"'“]?um+\b|\bi (?:have |had |'ve )?(?:confused|mixed up|misread|"
        r"misheard|miscounted|"
        r"mistook|dropped|spilt|spilled|broke|burnt|burned|knocked over|swore|giggled|"
        r"laughed at|snorted|gabbled|dithered|overdid|undersold|mispronounced|"
        r"sneezed)\b|"
        r"\bi (?:put|used|gave|made|left|wrote|added)\b.{0,24}\b(?:too much|too little|"
        r"too long|wrong|a mess|out)\b|\bi called (?:\S+ ){1,4}[\"'“](?:mom|mum|dad|"
        r"mummy|sir|miss)\b|\bmy (?:\w+ )?(?:test|trial|interview|answer|bread|sauce|"
        r"cut|"
        r"weld|plate|task|maths?|typing|spelling) (?:was|were|is|went) (?:\w+ "
        r")?(?:weak|"
        r"bad|poor|awful|rubbish|terrible|shaky|off|slow|dire|a mess|burnt|flat)\b",
        r"^(?:such |what )?(?:a |an )?(?:shame on me|eejit|idiot me|silly me|stupid me|"
        r"my bad|facepalm)\b|\blike an? (?:eejit|idiot|fool|eijit|muppet|plank|"
        r"lemon)\b",
    ),
}  # fmt: skip

MATTER = re.compile(
    r"^(?:(?:and|but|then|so|also|we|they|she|he|i|they'd|we'd|she'd|he'd|had|"
    r"mostly|panel|\w+ing) ){0,4}(?:talk\w*|discuss\w*|spoke|ask(?:s|ed)?|chat\w*|"
    r"cover\w*|went (?:over|through)|explain\w*|show\w*|took me through|"
    r"quiz\w*)\b(?: me| us)?[ :]+"
    r"(?:about |on |re |of |through )?(?!.{0,80}\b(?:my|me|i'm|im|i've|i have|i was|"
    r"if i|whether i|when i|am i|do i|her|she's|he's|your)\b)|"
    r"^(?:and |or )?(?:how|why) (?:they|their|to|do|does|staff|you'd|would you|"
    r"families|"
    r"people|patients|carers|i'd|i would)\b|"
    r"^(?:and |plus |or )?(?:the|their|a) (?:\S+ ){1,4}(?:policy|rota|migration|"
    r"mechanic|scenario|team|"
    r"ward|service|log|register|audit|pathway|protocol|car|unit|project|procedure|"
    r"clinic|roster|system|scheme|teardown|appraisals|case|cases|form|forms)$|"
    r"^(?:and )?what (?:i'd|i would|you'd|you would) do (?:if|when|with)\b"
)
"""A clause that names work: what was asked of everybody, or how they do a thing."""
MATTERS: frozenset[Why] = frozenset({"family", "health", "gossip", "confidence"})
"""The kinds whose words are often work's own."""
