"""Small closed tables of English that grounding rests on."""

FUNCTION = frozenset(
    """a about above across after again against all almost alone along already also
    although always am among an and another any anybody anyone anything anyway apart
    are around as aside at away back be because been before behind being below beside
    besides best better between beyond both but by came can cannot come comes coming
    could did do does doing done down during each either else enough even ever every
    everybody everyone everything few first for from full further gave get gets getting
    give given gives giving go goes going gone good got great had half has have having
    he her here hers herself him himself his how however i if in indeed instead into is
    it its itself just keep kept last later least left less let like little long lot
    lots made make makes making many may maybe me means meant might mine more most much
    must my myself near nearly neither never new next no nobody none nor not nothing now
    of off often on once one ones only onto or other others otherwise ought our ours
    ourselves out over own part perhaps per put puts quite rather really right said same
    saw say says see seem seemed seems seen self shall she should show since so some
    somebody someone something sometimes somewhere soon still such sure take taken takes
    taking tell than that the their theirs them themselves then there these they thing
    things this those though through till to together told too took toward towards true
    try two under until up upon us used very was way ways we well went were what
    whatever when whenever where wherever whether which while who whoever whole whom
    whose why will wish with within without won word would yes yet you your yours
    yourself yourselves d ll m re s t ve don doesn didn isn wasn aren weren hasn haven
    hadn wouldn couldn shouldn""".split()
)
"""Words that carry no particular on their own."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
DAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon", "mondays"),
            ("tuesday", "tue", "tues", "tuesdays"),
            ("wednesday", "wed", "weds", "wednesdays"),
            ("thursday", "thu", "thur", "thurs", "thursdays"),
            ("friday", "fri", "fridays"),
            ("saturday", "sat", "saturdays"),
            ("sunday", "sun", "sundays"),
        )
    )
    for name in names
}

NUMBERS = {
    word: value
    for value, words in enumerate(
        """zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve dozen|
        thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty""".split(
            "|"
        )
    )
    for word in words.split()
} | {
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "twentieth": 20,
}
TIMES = {"once": 1, "twice": 2, "thrice": 3, "double": 2, "pair": 2, "couple": 2}

HONORIFICS = {
    "mr": "he",
    "mister": "he",
    "sir": "he",
    "mrs": "she",
    "ms": "she",
    "miss": "she",
    "madam": "she",
    "mx": None,
    "dr": None,
    "doctor": None,
    "prof": None,
    "professor": None,
    "rev": None,
    "chef": None,
    "smt": "she",
    "shri": "he",
}
"""Forms of address, and the pronoun that each implies."""

PRONOUNS = {
    "he": frozenset({"he", "him", "his", "himself"}),
    "she": frozenset({"she", "her", "hers", "herself"}),
}
"""The forms of the two gendered pronouns."""

COMPANY_FORMS = frozenset(
    "ltd limited inc incorporated llc llp plc gmbh co corp corporation company group "
    "holdings pty pvt sa ag bv the and".split()
)
"""What may come and go with a company's name."""

SYNONYMS = (
    "talk talked conversation chat chatted discussion discuss discussed spoke speak "
    "speaking covered natter exchange re",
    "team crew group staff colleague people department dept unit folk squad brigade "
    "lot gang",
    "role post position job vacancy opening opportunity place seat spot",
    "interview meeting visit session afternoon morning conversation",
    "decision no outcome result answer news verdict",
    "email mail message note wrote write written",
    "call called phone phoned phoning rang ring ringing telephone voicemail",
    "letter post posted wrote writing",
    "mgr manager management managers boss",
    "candidate applicant person somebody someone",
    "tour walked walk showed shown round round around guided guide",
    "children kids child kid young pupils youngsters little",
    "students pupils children class learners",
    "photo photograph picture pictures photos pic",
    "hr hour hours hrs",
    "min minute minutes mins",
    "yr year years yrs annual annually yearly",
    "month months monthly",
    "week weeks wk weekly",
    "day days daily",
    "night nights nightly evening evenings",
    "lunch meal ate eat eating dinner food table",
    "doctor dr gp",
    "assistant asst",
    "senior snr sr",
    "junior jnr jr",
    "associate assoc",
    "executive exec",
    "director dir",
    "engineer eng engineering",
    "developer dev",
    "representative rep",
    "coordinator coord",
    "administrator admin administration administrative",
    "supervisor super supervisors",
    "deputy dep dy",
    "head lead leader chief",
    "vice vp",
    "president vp",
    "university uni univ",
    "department dept",
    "secretary sec",
    "professor prof",
    "reference ref",
    "kilometre km",
    "metre m metres meter",
    "centimetre cm",
    "number nos no figure figures numbers",
    "question qs questions q asked ask",
    "question qn qns",
    "answer ans",
    "different diff",
    "government govt",
    "public pub",
    "development dev",
    "operations ops operational operator",
    "human hr",
    "resources hr",
    "quality qa",
    "assurance qa",
    "product pm",
    "project pm",
    "year yr yrs",
    "apprentice apprentices",
    "mother mum mam mom",
    "father dad",
    "dog hound puppy",
    "big large huge great vast",
    "small little tiny miniature",
    "clever smart ingenious",
    "shop store",
    "repair mend fix mended fixed repaired",
    "rubbish waste scraps bin",
    "bike bicycle",
    "van lorry truck",
    "kettle tea brew cup",
    "record log book ledger diary",
    "entrance door gate",
    "shift rota roster",
    "customer client clients customers",
    "error mistake mistakes errors fault slip",
    "start begin began opens started beginning",
    "end finish close ended",
    "board whiteboard",
    "paper sheet page",
    "buy bought purchase",
    "choose pick chose chosen picked select",
    "use used using",
    "whole entire all every",
    "afternoon arvo pm aft",
    "morning am morn",
    "wednesday midweek",
    "favourite fav fave",
    "with w",
    "without w o",
    "because bc",
    "about abt re",
    "experience exp",
    "communication communications comms comm",
    "department hod",
    "maintenance maint",
    "marketing mktg",
    "technician tech technical technology technologies",
    "laboratory lab",
    "specialist spec",
    "advertisement advert ad ads",
    "application app apps",
    "temporary temp",
    "finance fin financial",
    "warehouse whse",
    "presentation pres preso deck slides",
    "service svc services",
    "business biz",
    "physiotherapist physio",
    "software sw",
    "sergeant sgt",
    "councillor cllr",
    "picture map drawing sketch",
    "money cash",
    "quick fast quickly",
    "customer cust",
    "editor ed editorial",
    "literature lit",
    "documentation docs doc document documents",
    "documentary doc",
    "street st",
    "road rd",
    "avenue ave",
    "saint st",
    "mount mt",
    "appointment appt",
    "patient pt patients pts",
    "sentence line lines sentences",
    "handwritten hand handwriting pen",
    "volunteer volunteers volunteering",
    "migrate migration move moved moving",
    "language lingo",
)
"""Working-life words that may stand for one another in a paraphrase."""
