"""What stands beside a name and makes it a person's: "met X", "X said"."""

import re

MEET = re.compile(
    r"\b(?:ask for|write to|met(?: up)?(?: with| w/)?(?: both)?|"
    r"meet(?:ing)?(?: with| w/)?|"
    r"spoke(?:n)? (?:to|with|w/)|"
    r"talk(?:ed|ing)? (?:to|with|w/)|chat(?:ted|ting)?(?: was)? (?:to|with|w/)|"
    r"interview(?:ed|s)?"
    r"(?: was| were)? (?:by|with|w/)|interviewed|seen by|saw|calls? (?:with|w/|from)|"
    r"screen(?:ed|ing)?"
    r" (?:with|by|w/)|shown (?:round|around) by|rounds? (?:with|w/)|tour (?:from|"
    r"with|by)|"
    r"panel(?: (?:was|were|of|with|=))?|via teams|on teams|"
    r"introduced to|shadowed|thank|thx|ty|thanks to|thank you to|"
    r"note "
    r"(?:to|for)|hosted by|chaired by|led by|run by|lunch with|coffee (?:with|w/)|sat "
    r"(?:with|by|down with)|under|(?:e-?mail|mail|letter|note|message|text|word|"
    r"voicemail|"
    r"feedback|rejection|no) (?:came )?(?:from|by|via)|rang by|phoned by|called by|by|"
    r"emailed by|told by|reporting to|report to|reports? into|worked with|paired with|"
    r"pairing with|bloke (?:called|named)|(?:called|named)|person was|manager was|"
    r"boss (?:was|is)"
    r"|it was|there was|there were|(?:owner|manager|head|director|chef|principal|lead|"
    r"chair|gaffer|foreman) (?:is|was)|i had|tell|ask|grateful to|kudos "
    r"to|credit to|with|w/|from)"
    r"[ :]+(?:the |a |an |our |their |both |also |then |one |some |just |this |only )?$"
)
MET_IN_MAIL = re.compile(
    r"\b(?:met|meet|meeting|interview(?:ed)?|seen|spoke|conversation|panel|session|"
    r"time|chat|call) "
    r"(?:with|by|to|of|our)? ?[^.\n]{0,80}$|\bpanel \([^)\n]{0,80}$"
)
PAIR = re.compile(
    r"\s*(?:and|&|\+|,)\s+(?:[Bb]ig |[Ll]ittle |[Oo]ld )?[^\W\d_][\w'’-]+(?: "
    r"[A-Z][\w'’-]+)?\s+(?:both )?(?:took|"
    r"showed|walked|asked|gave|told|said|met|interviewed|ran|led|were|sat|had|made|"
    r"did|drove)\b"
)
FELLOW = re.compile(
    r"\b(?:bloke|fella|fellow|guy|woman|man|lady|chick|girl|lad|pm|gp|one|some|"
    r"auntie|uncle)"
    r"(?: in \w+)?(?: named| called)? (?:some |a |an )?$"
)
WEAK = re.compile(
    r"(?:\bwith|w/|\bfrom|\bby|\bit was|there was|there were|i had|\bunder|"
    r"(?:called|named))[ :]+(?:the |a |an |our |both |one |some )?$"
)
VERB = re.compile(
    r"\s+(?:\([^()\n]{1,40}\)\s+)?(?:also |then |really |just |himself |herself |who "
    r"|she |he |"
    r"even |kindly |actually |was the one who )?(?:said|says|asked|asks|told|tells|"
    r"showed|shows|"
    r"gave|gives|let|lets|lent|rang|rings|phoned|called|emailed|e-mailed|mailed|"
    r"wrote|texted|"
    r"messaged|walked|took|brought|made|drove|sent|explained|opened|keeps|kept|knew|"
    r"knows|"
    r"chaired|led|leads|ran|runs|heads|edits|sat|stayed|joined|came|offered|"
    r"introduced|talked|"
    r"spoke|thought|listened|helped|shared|interviewed|welcomed|met|is|was|has|had|"
    r"would|did|"
    r"does|drew|printed|thanked|wanted|waited|found|put|held|bought|picked|swears|"
    r"taught|"
    r"laughed|laughs|sang|broke|poured|stopped|answered|remembered|played|mentioned|"
    r"described|"
    r"pointed|demoed|hosted|watched|liked|loved|read|corrected|checked|carried|"
    r"cracked|admitted)\b(?!:)"
)
POSSESSIVE = re.compile(
    r"['’]s\s+(?:point|rule|advice|question|idea|team|desk|way|tip|"
    r"story|line|map|work|talk|bit|class|kindness|patience)\b"
)
PRONOUNS = re.compile(r"\s*\((?:she|he|they)/(?:her|him|they|them|hers|his)\b")
SAYS = re.compile(r"\s?:\s*[\"“]")
MINE = re.compile(
    r",? (?:(?:is|was) )?my (?:own |old |former |ex-?|current |best |then "
    r")?(?:skipper|boss|manager|head|"
    r"tutor|supervisor|friend|mate|wife|husband|partner|mum|dad|sister|brother|"
    r"colleague|referee|pi|"
    r"coach|mentor|teacher|gaffer|foreman)\b"
)
ABSENT = re.compile(
    r",?\s+(?:who )?(?:couldn'?t|could not|didn'?t (?:come|show|make)|was (?:off|"
    r"away|out|ill|"
    r"sick|on leave)|is (?:off|away|out|on leave)|had to cancel|never (?:came|"
    r"showed))\b"
)
HEADS = re.compile(
    r"\b(?:the|our|their) (?:real )?(?:head|boss|owner|manager|director|gaffer|"
    r"head ?teacher|foreman) (?:is|was|=) $"
)
"""What says before a name who leads: "the head is mr abiola"."""
ACTS = re.compile(
    r"\s+(?:also |then |really |just |herself |himself |even |kindly |actually "
    r")?(?:said|says|asked|"
    r"told|tells|showed|gave|lent|rang|phoned|called|emailed|e-mailed|wrote|texted|"
    r"messaged|walked|"
    r"took|brought|drove|sent|explained|chaired|sat|stayed|offered|introduced|talked|"
    r"spoke|"
    r"thought|listened|helped|shared|interviewed|welcomed|laughed|poured|taught|knew|"
    r"wanted|"
    r"made|let|met|led|drew|read|rings|keeps)\b"
)
THING = re.compile(
    r"\b(?:robot|dog|cat|horse|dummy|pony|parrot|machine|bot|server|boat|ship|tractor|"
    r"van|goat|cow|pig|hen|puppet|printer|oven|lathe|kiln|crane|bus|tram|skeleton|"
    r"mannequin|bull|ram|donkey|line|system|app|tool|software) (?:is |was |it's )?"
    r"(?:called|named|nicknamed) (?:the )?$"
)
AT_ORG = re.compile(
    r"(?:\b(?:at|@|for|in|near|join|joining|to|of|the|via|through)|@)\s*$"
)
OTHERS = re.compile(
    r"\b(?:my|his|her|their) (?:(?!deputy|assistant|colleague|boss|manager|number|"
    r"second|team)\w+ )"
    r"{0,2}$|\b(?:mate|friend|cousin|beat by|lost to|gone to|"
    r"went to|gave it to|referred by|reference from|referee|recommended by|replac\w+|"
    r"instead "
    r"of|predecessor|like|unlike|than|named after) $"
)
GAP = re.compile(
    r"[*_]{0,3}\s*(?:[),]*\s*(?:,|;|/|\+|&|\||·|•)?\s*(?:and|plus|then|with|w/|also|&|"
    r"\+)?\s*(?:then |later |"
    r"also |with |the |a |an |his |her |one |from |by |\d\)? |2nd |two |three |both |"
    r"some )*(?:[a-z-]{4,}s[,:] )?)[*_]{0,3}"
)
ORG_TAIL = re.compile(
    r"\s*(?:&|and sons|\+)\s+[A-Z]|['’]s\s+(?:[A-Z][\w.]*\s+){0,4}(?:School|"
    r"Hospital|Church|College|Night|University|C of E)|[ ,]+(?:Ltd|LLP|Inc|LLC|"
    r"GmbH|PLC|Plc|Limited|Pty|Pvt|Co\b|Group|& )"
)
