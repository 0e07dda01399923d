"""The candidate's remarks about themselves, and about the one who was chosen."""

import re

CHOSEN = re.compile(
    r"\b(?<!i )(?<!we )(?:went|gone|going|goes|go) (?:with|w/|to|for)\s+(?:someone|"
    r"somebody|an?|the|his|her|their|"
    r"[\w-]+'s|one|another|other)\b(?! (?:other|another|internal|inside|different|"
    r"external) "
    r"(?:candidate|applicant|person)s?(?:$|[^ ]))(?! (?:bottom|top|end|trouble|"
    r"interview|panel|"
    r"portal|next|second|final|site|yard|budget|plant|ward|office|board|directors?))|"
    r"\b(?:appointed|hired|chose|chosen|picked|took on|selected|gave it to|given it "
    r"to|offered "
    r"(?:it|the \w+) to|they took|taken|want(?:s|ed)?|found|"
    r"prefer(?:red)?)\s+(?:someone|somebody|"
    r"an? |another |the )(?=.{0,40}\b(?:with|who|w/|whose|from|has|had|already|"
    r"more)\b)|"
    r"\bbecause (?:she|he) (?:drives|has|had|speaks|knows|is|was|already)\b|"
    r"\b(?:someone|somebody|a "
    r"temp|candidate) (?:with|w/|who|from) "
)
"""The one who was chosen: what follows the verb is held back."""


_FINE = (
    r"met|have|saw|see|spoke|speak|talk\w*|chat\w*|discuss\w*|lik\w+|lov\w+|enjoy\w*|"
    r"admir\w*|learn\w*|"
    r"appreciat\w*|ask\w*|thought|think|went|go|apply|applied|had|heard|hear|"
    r"remember|notic\w+|"
    r"sat|did|wrote|use|used|came|shadow\w*|hope|will|would|present\w*|taught|drove|"
    r"cut|cook\w*|"
    r"watch\w*|visit\w*|stole|thank|owe|found|finish\w*|do|tried|try|told|got|"
    r"interview\w*|"
    r"walked|stay\w*|toured|was|am|never|swear|write|demoed|built|made|brought|left|"
    r"want|wanted|"
    r"want to|felt|can't believe|cannot believe|showed|forget|say|said|read|argued|"
    r"know|need to|"
    r"look\w*|won't forget|'ll|also|really|just|still|too|even|particularly|already|"
    r"send|sent|"
    r"want|guess|suppose|believe|'d|call|called|take|took|keep|kept|start\w*|helped|"
    r"and|could|ran|adored?|flew|travel\w*|scribbl\w*|hadn'?t (?:seen|known|heard)|'?d "
    r"no "
    r"idea|had no idea|have been (?:for|to|at|in)|'ll (?:not|never) forget|spent|"
    r"tasted|ate|"
    r"drank|rode|held|stood|sketch\w*|play\w*|realis\w+|realiz\w+|picked up|pick up|"
    r"shadow\w*|gather\w*|notice|miss the|come away|studied|drove|climbed|carried|"
    r"cycled|"
    r"seen|now know|didn'?t know|did not know|never knew|be next|lost (?:by|out)|only "
    r"ever|"
    r"hear\w*|enquir\w*|joined|bought|cleaned|baked|welded|planted|pruned|poured|"
    r"write (?:this|to)|mean|wonder\w*|copied|borrowed|use|reread|listen\w*|slept on "
    r"it|"
    r"got (?:to|a tour|shown|talking|onto|on to)|was (?:let|shown|given|told|second|"
    r"next|"
    r"close|one|runner|allowed|taken|sent)"
)


ABOUT_ME = re.compile(
    r"^(?:(?:and|but|so|because|cos|since|that|though|then|anyway|also|plus|oh|as|"
    r"when|if|tbh|prob|"
    r"probably|honestly|well|still|please|which) )*"
    r"(?:(?:i|ive|i've|i'd|id|i'll) (?!(?:" + _FINE + r")\b)\w"
    r"|(?:i'm|im|i am|i've been|i have been) (?!(?:steal\w+|saying|dictating|grateful|"
    r"thank\w*|told|shown|given|impressed|struck|moved|touched|interviewed|rejected|"
    r"glad|happy|"
    r"in the (?:car|room|yard|running)|with|seen|up for|still here|going to (?:steal|"
    r"use|try|miss)|"
    r"writing|keeping|really|so (?:impressed|grateful|glad|pleased)|very "
    r"(?:impressed|grateful|glad)|"
    r"pleased|delighted|honou?red|on the|at the|sorry|turned|unsuccessful|runner|"
    r"second|a close|"
    r"next|allowed|met|offered|not (?:selected|successful|chosen|knowing|sure who)|"
    r"the)\b)\w"
    r"|i (?:have|had|need|got|'ve) (?:\d|a (?:dui|caution|conviction|record|scan|"
    r"baby|kid|cold|"
    r"fever)|sponsorship|no (?:savings|car|money|choice))"
    r"|i said (?:\"?um|yes to|no to|i|that i|stupid)|i was (?:not|in care|in one|"
    r"fired|sacked|"
    r"made redundant|there when)"
    r"|my (?!(?:notes?|bits|notes|thoughts|own force|name|contact|question|questions|"
    r"interview\w*|favou?rite|"
    r"takeaway|thanks|panel|"
    r"would-be|future|potential|boss (?:would|wd)|train|portfolio|trial|tour|guide|"
    r"visit|day|"
    r"presentation (?:on|about)|talk|host|buddy|main|first|second|impression|"
    r"highlight|point|"
    r"case study|lesson|idea|ideas|test|task|pitch|session|demo|lead|line manager "
    r"(?:would|wd)|"
    r"sample|work|application|letter)\b)\w)"
)
"""A remark about oneself that is no part of the meeting: anything may be in it."""

GOES = re.compile(r"(?:go|goes|going) (?:to|for) (?:the|an?|his|her|their|one)\b")
"""Where one goes, not whom they chose: "went to the panel"."""


def chosen_one(chosen: re.Match[str]) -> int:
    """Return where the words on the chosen one begin, behind the verb."""
    verb = re.match(
        r"(?:went|gone|going|goes|go) (?:with|w/|to|for)\s+|(?:appointed|hired|chose|"
        r"chosen|picked|"
        r"took on|selected|gave it to|given it to|they took|taken|wants?|wanted|"
        r"found|prefer(?:red)?)"
        r"\s+",
        chosen[0],
    )
    return chosen.start() + (verb.end() if verb else 0)
