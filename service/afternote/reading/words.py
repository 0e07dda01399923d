"""Closed sets of words: titles, honorifics, particles, trades, and ordinary words."""

from functools import cache
from pathlib import Path

HONORIFICS = {
    "mr": "Mr", "mrs": "Mrs", "ms": "Ms", "miss": "Miss", "mx": "Mx", "dr": "Dr",
    "doctor": "Dr", "prof": "Prof", "professor": "Professor", "sir": "Sir",
    "dame": "Dame", "lady": "", "lord": "Lord", "rev": "Rev",
    "reverend": "Reverend",
    "revd": "Revd", "father": "Father", "fr": "Fr", "sister": "Sister", "sr": "Sr",
    "canon": "Canon", "rabbi": "Rabbi", "imam": "Imam", "pastor": "Pastor",
    "sergeant": "Sergeant", "sgt": "Sgt", "ps": "PS", "ds": "DS", "di": "DI",
    "dci": "DCI", "dc": "DC", "pc": "PC", "ci": "CI", "insp": "Insp",
    "inspector": "Inspector", "supt": "Supt", "superintendent": "Superintendent",
    "constable": "Constable", "captain": "Captain", "capt": "Captain",
    "major": "Major", "colonel": "Colonel", "lt": "Lt", "cllr": "Cllr",
    "councillor": "Councillor", "alderman": "Alderman", "judge": "Judge",
    "matron": "Matron", "chef": "Chef", "coach": "Coach", "uncle": "Uncle",
    "aunty": "Aunty", "auntie": "Auntie", "mama": "Mama", "mallam": "Mallam",
    "alhaji": "Alhaji", "chief": "Chief", "engr": "Engr", "frau": "Frau",
    "herr": "Herr", "señora": "Señora", "señor": "Señor", "madame": "Madame",
    "monsieur": "Monsieur", "mister": "Mr", "madam": "Madam", "oga": "Oga",
    "dott": "Dott", "ing": "Ing", "brother": "Brother", "adv": "Adv", "oom": "Oom",
    "pani": "Pani", "pan": "Pan", "bwana": "Bwana", "signora": "Signora",
    "signor": "Signor", "senhora": "Senhora", "senhor": "Senhor", "shri": "Shri",
    "smt": "Smt", "skipper": "Skipper", "commander": "Commander", "eng": "Eng",
    "bibi": "Bibi", "mzee": "Mzee", "ustad": "Ustad", "deacon": "Deacon",
    "mme": "Mme", "mlle": "Mlle", "mademoiselle": "Mademoiselle", "docteur": "Docteur",
    "maître": "Maître", "maitre": "Maître", "mevrou": "Mevrou", "meneer": "Meneer",
    "mev": "Mev", "mnr": "Mnr", "mej": "Mej", "tannie": "Tannie", "tante": "Tante",
    "bra": "Bra", "whaea": "Whaea", "matua": "Matua", "koro": "Koro", "hon": "Hon",
    "dra": "Dra", "doutor": "Doutor", "doutora": "Doutora", "doña": "Doña",
    "dona": "Dona", "signorina": "Signorina", "señorita": "Señorita",
    "fräulein": "Fräulein", "fru": "Fru", "hajia": "Hajia", "haji": "Haji",
    "ustaz": "Ustaz", "sheikh": "Sheikh", "bapak": "Bapak", "ibu": "Ibu",
    "encik": "Encik", "puan": "Puan", "cik": "Cik", "khun": "Khun", "tita": "Tita",
    "tito": "Tito", "mwalimu": "Mwalimu", "ndugu": "Ndugu", "swami": "Swami",
    "mdm": "Mdm", "ma'am": "Ma'am", "sra": "Sra", "srta": "Srta", "vó": "Vó",
    "seu": "Seu", "tía": "Tía", "tia": "Tia", "tío": "Tío", "corporal": "Corporal",
    "cpl": "Cpl", "barrister": "Barrister", "advocate": "Advocate",
    "mma": "Mma", "rra": "Rra", "panie": "Pani", "brigadier": "Brigadier",
    "admiral": "Admiral", "baroness": "Baroness",
    "bishop": "Bishop", "archdeacon": "Archdeacon", "vicar": "Vicar",
    "governor": "Governor", "provost": "Provost",
    "wee": "", "young": "", "big": "", "old": "",
}  # fmt: skip
"""Form of address, folded -> as written. An empty one is a nickname's word."""

FORMAL = frozenset(
    "Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lady Lord Rev Reverend Revd Father "
    "Fr "
    "Sister Canon Rabbi Imam Sergeant Sgt DS DI DCI PS CI Insp Inspector Supt "
    "Constable "
    "Superintendent Captain Major Colonel Lt Cllr Councillor Alderman Judge Matron "
    "Frau Herr Señora Señor Signora Signor Senhora Senhor Madame Monsieur Chief Engr "
    "Pastor Adv Archdeacon Governor Mdm Sra Srta Corporal Cpl Barrister Advocate Mme "
    "Mlle Mevrou Meneer Docteur Doutor Doutora "
    "Fru".split()
)
"""Honorifics that may stand in a greeting."""

PARTICLES = frozenset(
    "van der den de di da dos das do del della la le el al bin ibn binti binte von zu "
    "zur ter ten af ní nic ó mac ap ui y e dalla du st".split()
)

TITLES = frozenset(
    "manager mgr mngr lead leader head director dir chief officer vp svp evp avp md "
    "ceo "
    "cto cfo coo cpo cio ciso president partner principal founder cofounder owner "
    "supervisor coordinator coord recruiter recruitment hr talent engineer eng "
    "developer "
    "dev designer analyst scientist consultant nurse sister matron doctor gp surgeon "
    "teacher headteacher hod deputy professor lecturer postdoc technician tech "
    "assistant "
    "asst chair chairman chairwoman governor editor producer reporter chef sous "
    "foreman "
    "forewoman gaffer boss skipper captain sergeant inspector constable superintendent "
    "registrar curator librarian archivist architect planner surveyor qs accountant "
    "controller bookkeeper buyer trustee minister rep steward volunteer intern trainee "
    "counsellor therapist practitioner adviser advisor specialist executive exec "
    "associate administrator secretary receptionist clerk agent pi dean provost "
    "em pm tpm gpm ed principal commander mechanic fitter welder foh bursar warden "
    "operations ops people sourcer partner cfo quality payroll housekeeper midwife "
    "superintendant assessor conductor broker paralegal solicitor barrister attorney "
    "counsel researcher writer ranger keeper farmer pilot purser dispatcher scheduler "
    "leitung leiter leiterin eigenaar eigenaresse kierownik kierowniczka directeur "
    "directrice jefe jefa gerente direttore direttrice responsable dueño dueña patron "
    "owner-manager proprietor landlord landlady worker reviewer treasurer docent "
    "clerk".split()
)
"""Words of which one makes a short phrase a title."""

LEADING = frozenset(
    "leitung leiter leiterin eigenaar kierownik kierowniczka directeur directrice jefe "
    "jefa gerente direttore direttrice principal manager mgr mngr head director dir "
    "chief vp svp evp avp md ceo cto "
    "cfo coo cpo cio "
    "president founder owner coordinator coord chair chairman chairwoman lead leader "
    "boss gaffer "
    "foreman forewoman headteacher superintendent pi dean proprietor em gpm hod "
    "partner "
    "professor editor".split()
)
HEADING = frozenset(
    "leitung leiter leiterin eigenaar kierownik directeur directrice jefe jefa "
    "direttore "
    "head director dir chief vp svp evp avp md ceo cto cfo coo cpo cio president "
    "founder "
    "owner headteacher superintendent dean proprietor hod manager mgr mngr boss gaffer "
    "foreman forewoman chairman chairwoman".split()
)
"""Those of the leading who head a whole: where another merely leads, they decide."""
LESSER = frozenset(
    "deputy assistant asst vice junior jr trainee associate acting".split()
)

HR = frozenset(
    "recruiter recruiting recruitment recruiters hr talent sourcer resourcing staffing "
    "headhunter p&c acquisition personnel agency hiring hrm hrbp hrd".split()
)

ORGS = frozenset(
    "ltd limited inc llc llp plc co corp corporation gmbh ag bv sa sarl pty pvt group "
    "holdings partners associates bros sons daughters council borough hospital school "
    "college university academy institute institut trust foundation society "
    "association "
    "bank museum library gallery theatre press studio studios lab labs laboratory "
    "laboratories clinic surgery pharmacy care services service systems solutions "
    "technologies software analytics logistics freight haulage transport airlines "
    "airways railway rail lifts motors foods bakery kitchen restaurant hotel hotels "
    "inn "
    "brewery farm farms estates homes housing construction builders plumbing "
    "engineering "
    "consulting consultancy insurance capital ventures media pictures films records "
    "publishing news times post herald gazette constabulary police nhs ministry "
    "department authority agency temps jobs federation union church charity shelter "
    "hospice centre "
    "center works workshop industries manufacturing textiles wines exports supply "
    "stores "
    "shop market markets co-op cooperative energy power water telecom networks health "
    "healthcare medical dental genomics pharma biotech robotics aerospace recruitment "
    "recruiting staffing search primary high secondary infirmary shire county city "
    "town "
    "district command force district council prison museum ensemble orchestra opera "
    "productions interiors design architects legal law chambers financial finance "
    "payments pay data cloud digital interactive games wholesale retail general "
    "infirmary "
    "labour railways chain placements archive archives bv as ab oy univ uni textile "
    "capital hill coaches creamery gates hospitals support garments unlimited paints "
    "jobs temps college academies trusts councils lab hosp univ inst dept assn intl "
    "mfg svc svcs mgmt salon".split()
)
"""Words that end, or stand in, the name of a firm and not of a person."""

_NO_JOB = frozenset(
    "hr talent operations ops people quality payroll chair boss gaffer recruitment "
    "deputy "
    "agent skipper partner founder president trustee sourcer em pi md staff ed "
    "bloke".split()
)

JOBS = frozenset(
    (TITLES - _NO_JOB)
    | set(
        "driver cook baker waiter porter cleaner carer guard plumber electrician "
        "roofer "
        "joiner carpenter chippy builder bricklayer painter gardener labourer loader "
        "picker packer handler operator operative adjuster underwriter trader dealer "
        "cashier teller barista bartender stylist hairdresser florist tailor "
        "seamstress "
        "pharmacist dentist hygienist optician physio physiotherapist radiographer "
        "paramedic vet psychologist psychiatrist dietitian economist statistician "
        "biologist chemist physicist geologist copywriter journalist photographer "
        "animator illustrator actor musician tutor professor fellow apprentice sde swe "
        "sre devops qa ux ui pm apm pmm ba dba ae sdr bdr csm ta sen senco senca kp "
        "commis detective firefighter soldier sailor stonemason mason scaffolder "
        "glazier "
        "tiler welder machinist toolmaker butcher fishmonger grocer merchandiser "
        "marketer strategist interpreter translator proofreader caseworker caretaker "
        "concierge host hostess valet chauffeur courier postman stocker stockroom "
        "planner scheduler estimator inspector examiner auditor actuary banker teacher "
        "educator childminder nanny fundraiser organiser organizer campaigner "
        "signaller "
        "despatcher fixer assembler roaster brewer distiller winemaker vintner "
        "sommelier "
        "kitchenhand hand storeman warehouseman stevedore docker deckhand bosun "
        "skipper "
        "admin groundsman repairman handyman salesman foreman draughtsman professional "
        "generalist "
        "plasterer doorman choirmaster splicer cheesemaker conservator barber trainer "
        "announcer upholsterer farrier miller potter blacksmith locksmith beekeeper "
        "choreographer conductor organist verger sexton bellringer lifeguard umpire "
        "referee steward usher projectionist stagehand rigger cutter machinist knitter "
        "weaver dyer embroiderer jeweller goldsmith bookbinder printer typesetter "
        "phlebotomist podiatrist audiologist embalmer undertaker midwife doula "
        "lecturer trainee declarant tester pupil "
        "groom jockey stablehand shepherd milker gamekeeper forester arborist".split()
    )
)
"""Words that name a trade or post: the head of a role."""

DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds "
    "thu "
    "thur thurs fri sat sun january february march april may june july august "
    "september "
    "october november december jan feb mar apr jun jul aug sep sept oct nov dec today "
    "yesterday tomorrow xmas christmas easter".split()
)

FUNCTION = frozenset(
    "the a an and or but so if then than as at by for from in into of off on onto out "
    "over to up with without w about after before during since until till while "
    "because "
    "i me my mine we us our you your he him his she her hers it its they them their "
    "this "
    "that these those who whom whose which what when where why how is are was were be "
    "been being am do does did done have has had will would can could shall should may "
    "might must not no yes nope yeah nah ok okay also just only very really quite too "
    "some any all both each every either neither other another such same own more most "
    "much many few less least one two three four five first second third last next "
    "here "
    "there now well still again ever never always often once twice already yet soon "
    "email emailed mail phone phoned rang call called letter portal video teams zoom "
    "notes note interview interviewed interviewer interviewers panel outcome result "
    "role company firm job position post title topics talked spoke discussed covered "
    "liked loved met saw learned learnt rejected rejection decision thanks thank "
    "dear hi "
    "however therefore moreover unfortunately although whoever whatever "
    "hello hey regards best sincerely cheers kind warm subject re fwd fw sent date cc "
    "bcc reply great good nice lovely super asked said told got gave went came whos "
    "thats shes "
    "hes hows whats theyre theres im ive id ill youre dont didnt doesnt isnt wasnt "
    "cant "
    "wont couldnt wouldnt named called gonna wanna cos til thru abt w pls thx ty ok "
    "uh um "
    "er hmm lol haha btw fyi imo tbh nb ps asap eg ie etc vs via per oh ha hey yep "
    "aye hiya please right sorry god lord someone somebody everyone".split()
)

GIVEN = frozenset(
    "will grace rose mark hope joy dawn faith may april june summer bill bob rob jack "
    "frank grant guy art pat patience blessing precious prudence mercy charity comfort "
    "felicity ivy lily daisy holly hazel heather olive iris violet ruby pearl amber "
    "jade "
    "opal crystal sunny skip chip chase hunter mason carter cooper parker taylor tyler "
    "miles dean duke earl rich nick don ray jay robin jean gene wade cliff glen heath "
    "drew pierce dusty sandy penny ginger basil sterling victor "
    "christian angel jesus star sky river rain storm forest brook lance buck rusty gay "
    "merry happy bee bap dev tai jo sam max ben tom tim dan al ed ted ken ron jan "
    "ann".split()
)
"""Given names that are also ordinary words, or as short as one: positive evidence."""


@cache
def enterprises() -> frozenset[str]:
    """Return words that stand in firms' names, of more kinds than ORGS.

    Too wide to name a firm by one alone; enough to doubt that it is a person.
    """
    return _listed("enterprises.txt")


@cache
def trades() -> frozenset[str]:
    """Return words for trades and posts that are rarer than those of JOBS."""
    return _listed("trades.txt")


@cache
def ordinary() -> frozenset[str]:
    """Return common English words, lower case: what a name is not likely to be.

    ordinary.txt holds the words that our own labelled text writes in lower case.
    """
    return _listed("ordinary.txt")


@cache
def firsts() -> frozenset[str]:
    """Return first names of many countries, folded: evidence, never proof.

    given.txt and family.txt were collected from the name lists of Faker 40.54 (MIT; 90
    locales) and the US census of 1990, less the words of ordinary.txt.
    """
    return _listed("given.txt")


@cache
def families() -> frozenset[str]:
    """Return family names of many countries, folded."""
    return _listed("family.txt")


def _listed(name: str) -> frozenset[str]:
    return frozenset(Path(__file__).with_name(name).read_text("utf-8").split())
