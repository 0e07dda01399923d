"""What marks a remark as one on people's conduct, trust or chances: by kind."""

from afternote.schema import Why

REMARKS: dict[Why, tuple[str, ...]] = {
    "confidence": (
        r"\b(?:only for me|this is for me|just for me|not going to sign|is (?:going|"
        r"about) to close|"
        r"(?:will|to) be (?:closed|sold|shut|cut|merged)|shutting|shut down in|"
        r"sell(?:ing)? the|pull(?:ing)? out)\b",
        r"\b(?:in confidence|confidential(?:ly)?(?= )|off the record|between (?:us|"
        r"you and "
        r"me|ourselves|these walls)|hush|hush-hush|under wraps|not public|under nda|"
        r"(?<!recruitment )(?<!hiring )embargo\w*|secret(?:ly)?|entre nous|strictly "
        r"private|top secret)\b"
        r"(?! (?:waste|shredding|santa|shopper|shopping|sauce|slips?|records?|"
        r"files?|systems?|enquir\w+|helpline|reporting|data|documents?|papers|"
        r"patients?|cases?|counselling))",
        r"\b(?:cried|crying|teared up|in tears|was finali[sz]ed|long back|pick was)\b",
        r"\bkeep (?:it|that|this)(?: all)? (?:quiet|here|secret|private|to (?:myself|"
        r"yourself|ourselves)|between|under)\b|\bkeep(?:ing)? (?:quiet|mum|shtum)\b",
        r"\b(?:don't|dont|do not|not to|(?<!you )never|mustn't|shouldn't|wasn't "
        r"(?:meant|supposed) to|not (?:meant|supposed|allowed) to) (?:\w+ )?(?:tell|"
        r"repeat|"
        r"mention|say|put (?:that|this|it|in)|put$|write|pass|share|spread|name)\b",
        r"\bnot (?:mine |ours |for )(?:to )?(?:repeat\w*|tell|share|the (?:note|letter|"
        r"mail|email)|sharing|passing|quoting|here)\b|\bnobody'?s business\b|\bstays "
        r"(?:with me|here|between)\b|\b(?:that|which)(?:'s| is) (?:internal|private)\b",
        r"\b(?:for me only|me only|private:|privately|leave (?:that|this|it) out|keep "
        r"(?:that|this|it) out|told me (?:privately|quietly|not to))\b|\bi know "
        r"shame\b",
        r"\b(?:layoffs?|redundanc(?:y|ies)|job cuts)\b(?= (?:coming|in|next|after|soon|"
        r"planned|are|is))|\b(?:is|are|being) (?:leaving|quitting|resigning|retiring|"
        r"getting (?:fired|sacked)|about to (?:leave|quit))\b|\b(?:might|may|will|"
        r"about "
        r"to|going to) be sold\b|\bcontract is (?:now )?shaky\b|\bshouldn't have "
        r"told\b",
        r"\b(?:told|tells|said|says) (?:me |us )?(?:that )?(?:she|he|they)'?s? (?:is "
        r"|are )?"
        r"(?:leaving|quitting|being let go|looking elsewhere|going to quit)\b",
    ),
    "gossip": (
        r"\b(?:suing|sued|everybody says|everyone says|people say|is (?:the )?son of|"
        r"is (?:the )?"
        r"daughter of|the reason (?:it|they|that)|broke the (?:place|bank|firm)|"
        r"slagg\w+|"
        r"hungover|was leaked|got leaked|having a blue|fought (?:for|over) me|"
        r"wants out|at war|certificates? i have questions|fake (?:ticket|degree|"
        r"licen[cs]e|"
        r"certificate|cv))\b",
        r"\b(?:walked out over|let slip|flirt\w*|own (?:\w+ )?complaint|was the vote|"
        r"\w+'s (?:sister|brother|"
        r"cousin|friend|mate)'?s? (?:daughter|son|cousin)|is (?:praying|divorcing)|"
        r"has a drink problem)\b",
        r"\b(?:rumou?rs?|gossip\w*|apparently|allegedly|affair|having it off|grapevine|"
        r"word is|i heard (?:that )?\w+ (?:is|was|has|had|got))\b",
        r"\b(?:fired|sacked|got the push|was let go|walked out on|under investigation|"
        r"on a warning|on a pip|is suspended|disciplinary|bull(?:y|ies|ied|ying)|"
        r"drunk(?! \w+s\b)|"
        r"drinks too much|sleeping with|slept with|off with|shagging|can'?t stand|"
        r"(?:hates?|hated) (?:her|him|each|the|his|them|it)|fell out|feud\w*|"
        r"goddaughter|"
        r"nephew of|'s nephew|'s niece|old mate|boss's (?:son|daughter)|backstab\w*|"
        r"office politics|power struggle|nervous breakdown|two-faced|stitched up)\b"
        r"(?! (?:policy|policies|prevention|hearings?|helpline|campaign|cases?))",
        r"\b(?:turnover is|everyone's leaving|everyone is leaving|third \w+ (?:this|"
        r"in a) "
        r"year|keeps? losing|nobody stays|going under|in trouble|about to fold)\b",
    ),
    "complaint": (
        r"\b(?:(?:i was|i am|im|i'm|felt|so) angry|furious|outrag\w+|hostile|cheeky|"
        r"cross with|had to (?:ring|chase|call) "
        r"(?:them|to|myself)?|i had to ring|chas(?:ed|ing) (?:them|for)|no phone call|"
        r"filthy "
        r"about|(?:waited?|waiting|it took)(?: \w+)? (?:\d+|two|three|four|five|six|"
        r"seven|"
        r"eight|nine|ten) (?:weeks|months))\b",
        r"\b(?:snooz\w+|snippy|weirdly|fell asleep|scruffy|stank|shouty|ignored me|"
        r"talked down|looked bored|"
        r"no eye contact|cancelled twice|rescheduled (?:twice|three)|forgot (?:my|"
        r"about|i))\b",
        r"\b(?:rude(?:ly)?|unprofessional\w*|shambles|shambolic|annoy\w+|ridiculous|"
        r"ghost(?:ed|ing)|disorgani[sz]ed|chaotic|patroni[sz]\w+|condescend\w+|"
        r"arrogan\w+|"
        r"creep[ys]\w*|dismissive|smug|nightmare|joke of|a joke|rip-?off|insult\w*|"
        r"fuming|"
        r"livid|pissed|bitter|unfair|hypocri\w+|clueless|bored? (?:me|to)|so bored|"
        r"waste of|wasted (?:my|a|the)|messed me about|strung (?:me )?along|"
        r"couldn'?t be "
        r"(?:bothered|arsed)|kept me waiting|made me wait|left me waiting|no apology|"
        r"never apologi[sz]ed|without (?:an )?apolog\w+|box-?ticking|tick-?box|fed up|"
        r"rubbish|horrible|awful|dreadful|appalling|lousy|crap|shit\w*|bullshit|wtf|"
        r"disappoint(?:ing|ed) (?:with|by|in|that)|grumpy|sneer\w*|scoff\w*|barely "
        r"looked|"
        r"raised (?:her|his) voice|shouted at|snapped at|moody|cold fish|stuck[- ]up|"
        r"fuck\w*|arse\w*|asshole|idiots?|moron\w*|liars?|lied|lies)\b",
        r"\b(?:was|were|is|are|came|arrived|started|turned up|ran|showed up|joined|"
        r"half an "
        r"hour|an hour|min(?:ute)?s?|hours?)(?: \w+){0,3} late\b(?! (?:shift|night))",
        r"\b(?:on|at|checking|looking at|looked at|checked) (?:her|his|their) (?:phone|"
        r"watch|emails?|laptop)\b(?! (?:for|to show|and showed))",
        r"\b(?:didn't|didnt|did not|never|doesn't|don't|hadn't|had not|hasn't) "
        r"(?:even |"
        r"once )?(?:read|looked?|listen\w*|say sorry|said sorry|apologi\w+|reply|"
        r"repl\w+|"
        r"remember\w*|know my|learn\w* my|bother\w*|introduc\w+|seem\w* interested|"
        r"care)\b",
        r"\b(?:interrupt\w*|talked over|cut me off|yawn\w*|rolled (?:her|his) eyes|"
        r"mispron\w+"
        r"|got my name wrong|wrong name|no feedback|(?:coffee|food|tea|office|place|"
        r"wifi|"
        r"line|toilets?|parking) (?:was|is|were) (?:bad|cold|filthy|dirty|grim|"
        r"freezing|"
        r"a mess|disgusting)|eight rounds|seven rounds|six rounds|unpaid (?:trial|"
        r"task|work)"
        r"|free (?:labour|labor|work)|felt (?:like )?(?:a |an )?(?:set-?up|stitch|"
        r"rushed|"
        r"ignored|judged|small|stupid|used|interrogat\w+))\b",
    ),
    "other_candidate": (
        r"\bthe other (?:guy|girl|bloke|lad|fella|woman|lady|one) (?:in|who|was|had|"
        r"there)\b|"
        r"\bscore ?sheet had\b|\b(?:had|got|scored) me \d",
        r"\bbe(?:en)? beat(?:en)? by\b|\b(?:is|are) joining\b",
        r"\b(?:other|another|successful|stronger|winning|preferred|chosen) "
        r"(?:candidate|"
        r"applicant|person|guy|girl|woman|man|bloke|lad|lady)s?\b(?= (?:who|has|had|"
        r"have|is|"
        r"was|with|w/|whose|from|did|already|got)\b)",
        r"^(?!(?:an? |the |someone |somebody )?(?:internal|inside|whoever|insider|"
        r"existing)\b)"
        r"(?:(?!whoever)[\w'’.-]+ ){1,4}(?:got it|got the (?:job|role|post|gig)|gets "
        r"it|has the job|"
        r"beat me|pipped me|is (?:starting|joining)\b)",
        r"\bthey'd an? (?:man|woman|lad|guy|girl|bloke)\b|\bthreatened to leave\b",
    ),
    "other_employer": (
        r"\bnibbles? from\b|\bwaiting (?:on|for) my answer\b|\bfinal stage\b|\bmy "
        r"hours\b|"
        r"\bgot a thing at\b|\bi was (?:making|earning|on) \d",
        r"\bwhere i (?:am|work)\b|\bas (?:a )?practice\b|^(?:2nd |second |final "
        r")?interview (?:mon|tue|wed|thu|fri|"
        r"tomorrow|next)\w*|\bplan b\b|\bback-?up (?:offer|option|job)\b|\bwaiting "
        r"(?:on|for) (?:[a-z]+ ){1,3}(?:hospital|"
        r"group|to reply|offer|too)\b|\balso waiting\b",
        r"\b(?:i'm|im|i am|i've|i have|am|also) (?:also )?(?:seeing|interviewing|"
        r"interviewed|waiting on|waiting to hear|in talks|in the running|going to|"
        r"got (?:an? "
        r")?(?:other |second )?(?:interviews?|offers?))\b(?! (?:the|be|her|him|do|"
        r"say|try|"
        r"write|thank|use|steal|ask|send|miss)\b)",
        r"\b(?:interview(?:ing)?|final (?:stage|round)|second round|2nd round|next "
        r"round|"
        r"on-?site|offer|assessment|trial) (?:at|with|from|w/|next|tomorrow|"
        r"elsewhere|on "
        r"(?:mon|tue|wed|thu|fri)\w*)\b.{0,40}\b(?:too|also|next|tomorrow|instead|"
        r"other|"
        r"mon|tue|wed|thu|fri|monday|tuesday|wednesday|thursday|friday|wk|week)\b",
        r"\b(?:have|had|got|holding|accepted|accepting|taking|sitting on|waiting on|"
        r"expecting) (?:an?|another|one|the|two|my) (?:\w+ )?offers?\b|\bother "
        r"offers?\b|"
        r"\bother (?:place|firm|company|one|job|crowd|lot|interview|application)s? "
        r"(?:i|i'm|im|is|has|have|wants?|pays?|said|rang|offered)\b",
        r"\bmy (?:current|present|old|last|previous|former|own|existing) (?:\w+ "
        r")?(?:job|"
        r"boss|employers?|place|company|firm|pi|manager|team|skipper|work|role|shop|"
        r"school|head|gaffer|contract|gig|lot|crowd|supervisor)\b|\bat my current\b",
        r"\b(?:current|previous|last|former|ex|old|present)[- ]?(?:employer|job|"
        r"company|"
        r"firm|boss|workplace)\b|^(?:current|currently|previous|previously|prev|"
        r"ex)\s?[=:]"
        r"|^(?:currently|previously|formerly) (?:at|with)\b|\bnotice period\b|\b(?:my|"
        r"hand(?:ed|ing)? in (?:my )?)notice\b|\bi (?:left|leave|quit|resigned|was at|"
        r"work at|worked at|work for|worked for|was with)\b|\bfrom my (?:time|days) "
        r"at\b",
        r"\b(?:competitor|rival|also (?:applied|applying)|applied (?:to|at|elsewhere)|"
        r"other irons)\b",
    ),
    "self_criticism": (
        r"\b(?:told|did|got|said|answered) (?:it |that )?wrong\b|\bnot (?:fast|quick|"
        r"good|strong|sharp|clear) enough\b|"
        r"\b(?:shouldn'?t|should not) have\b|\bdon'?t know why i\b|^burnt\b|\bmy own "
        r"fault\b|\bran out\b(?= in)",
        r"\bi(?: \w+ly| just| also| really| totally| kinda| kind of| sort of| "
        r"completely| "
        r"still| a bit)? (?:froze|blew|botch\w*|messed|mucked|fluff\w*|bomb(?:ed)?|"
        r"chok\w+|"
        r"rambl\w*|waffl\w*|blank\w*|panick\w*|stumbl\w*|struggl\w*|screw\w*|fail\w*|"
        r"flunk\w*"
        r"|cock\w* up|tank\w*|forgot|babbl\w*|mumbl\w*|sweat\w*|got (?:it |that |the "
        r"\w+ )?wrong|got (?:flustered|lost|muddled|confused)|went blank|went on too|"
        r"lost "
        r"(?:my|the) (?:thread|place|way|train)|talked too|spoke too|went (?:to "
        r"pieces|red)"
        r"|made a (?:hames|mess|hash|balls|fool|pig'?s|right|total|mistake)|dried up|"
        r"tripped|slipped up|was (?:\w+ )?(?:late|nervous|terrible|awful|rubbish|bad|"
        r"weak|"
        r"useless|poor|underprepared|unprepared|hopeless|crap|stupid|shaky|slow|"
        r"hungover)|"
        r"was(?:n't|nt) (?:\w+ )?(?:prepared|ready|good|great|confident|sharp)|wish i|"
        r"should(?:'ve| have|a)|shouldn't have|regret|over-?ran|undersold|oversold|"
        r"overthought|exaggerat\w*|lied|bluff\w*|winged|overslept|underprepared|"
        r"cringe)\b",
        r"\bi (?:can'?t|cannot|couldn'?t|didn'?t|don'?t) (?:\w+ )?(?:read|do|answer|"
        r"explain|"
        r"remember|know|code|spell|finish|think of|speak|prepare|understand|get)\b",
        r"\bmy (?:\w+ )?(?:answers?|presentation|demo|maths?|sql|english|dutch|french|"
        r"spanish|german|accent|voice|hands?|nerves|mind|delivery|pitch|task|"
        r"whiteboard\w*|"
        r"code|coding|cv|gap|example|case study|weak\w*)\b(?: \w+){0,3} (?:was|were|"
        r"is|went|"
        r"shook|shaking|bad|weak|poor|terrible|awful|blank|rubbish|wobbled|flopped|"
        r"fell)\b",
        r"\b(?:was |were |am |so |bit |very |v |too |felt )nervous\b|^nervous(?:$| "
        r"(?:on|about|lol|as|and|the|all|at|in|during|when)\b)|"
        r"\bnervous "
        r"(?:on|about|lol|as)\b|\bdoing it wrong\b|\bmy (?:own )?fault\b|\bwhat i "
        r"(?:got|did)"
        r" wrong\b|\b(?:messed|mucked|cocked|screwed|ballsed|fluffed|botched|bombed|"
        r"froze|"
        r"blanked|rambled|waffled|choked|stumbled|flopped|tripped) (?:up|on|over|the|"
        r"my|it)\b",
        r"\bnot good enough\b|\bi'?m (?:\w+ )?(?:not (?:good|great|clever|sure i)|"
        r"useless|"
        r"hopeless|rubbish|an idiot|stupid|too slow|out of my depth|rusty|an "
        r"imposter)\b|"
        r"\bimposter syndrome\b|\bout of my depth\b|\bcringe\w*\b|\bwent (?:badly|"
        r"terribly|"
        r"awful\w*)\b|^(?:bombed|flunked|blanked|froze|rambled|tanked|fluffed|"
        r"botched)\b",
    ),
}
