"""The phrases that present what somebody said, promised, praised or gave as a reason.

Every repeat is bounded, so that no text takes more than linear time.
"""

import re

from afternote.text import stem

NEAR = 120
"""So many characters before a promise are looked at for a wish or a condition."""


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split())


PRAISING = _stems(
    """like liked loved enjoyed admired praised rated noticed appreciated valued
    impress impressed thought found called said say saying told words word thing
    things remark comment praise compliment complimented confidence faith opinion
    made runner want wanted remembered singled picked ranked scored marked laughed
    smiled struck taken moved amused charmed touched spoke saw call calling
    comparing compare hear hearing heard learn learning approval admiration glad
    pleased happy delighted proud relieved chuffed trusted took warmed believed
    approved second natural best strongest finest closest favourite favorite fine
    strong good great gifted born close near next know see learnt"""
)
PROMISING = _stems(
    """promised promise agreed agree arranged arrange offered offer planned plan
    inviting invite invited invitation said say saying mentioned told look looking
    forward send pass introduce share put recommend let tell call ring keep
    undertaking going lend talked spoke settled joked willing happy prepared kind
    good owe pencilled hold about forwarding sending lending keeping arranging
    introducing sharing"""
)
TELLING = _stems(
    """said told tell say mentioned remarked observed pointed warned assured admitted
    reckoned reckon put remark saying line comment words believe insist swear
    maintain argue taught reminded learnt learn quote motto phrase maxim view
    belief theory quip joke described called"""
)
REASONING = _stems(
    """understand see gather realise realize recognise because since given ruled
    stood counted tipped settled swung difference down against find afford fund
    stretch allow run budget money funds owing due account grounds thanks as"""
)
DECIDING = frozenset(
    """chose choose chosen went gone go picked needed need wanted want looking decided
    decision understand hold hired appoint appointed appointing appointment offered role
    post job position respect required preferred see settled selected paused frozen
    internally""".split()
)
"""Stems, here words, of which a sentence needs one for the patterns below: to search
them all in each sentence took longer than all the rest."""

WHO = (
    r"(?:you|she|he|they|(?!(?:It|That|This|Which|What|There|Who|Nobody|Everybody|"
    r"Everyone|Somebody|Something|And|But)\b)[A-Z][\w’'-]{1,30})"
)
SPOKE = (
    r"(?:said|told (?:me|us)|tells (?:me|us)|says|mentioned|remarked|observed|"
    r"pointed out|warned (?:me|us)|assured (?:me|us)|admitted|reckoned|put it)"
)
SPEECH = re.compile(
    rf"\b(?:[Aa]s {WHO}(?: so \w+)? (?:said|put it|told (?:me|us)|mentioned|say),? "
    rf"|{WHO}(?:['’]d| had| have|['’]ve| once| also| kindly)? {SPOKE}"
    rf"(?: to me)?(?: that| how)? (?!of |about )|[Yy]our (?:remark|saying|line|comment|"
    rf"words) (?:that|about|on) )(?P<what>[^.!?\n]{{3,200}})"
)
OUTCOME = re.compile(
    r"^(?:me )?(?:so\b|no\b|yes\b|it\b|this\b|thanks?\b|hello\b|goodbye\b|"
    r"the (?:news|outcome|"
    r"answer|decision|result)\b|about (?:the|your|my)\b|(?:very |so )?\w+ly\b|yourself|"
    r"straight|in person|quickly|himself|herself|personally|promptly|directly)",
    re.I,
)
REFUSED = re.compile(
    r"\b(?:not|won['’]t|no longer|unable|cannot|can['’]t|didn['’]t|hadn['’]t|wasn['’]t|"
    r"weren['’]t|unsuccessful|somebody else|someone else|another)\b[^.!?\n]{0,60}?"
    r"\b(?:me|I|my|role|post|job|position|place|candidate|applicant|person|time|"
    r"forward|successful|selected|chosen|got)\b",
)
"""What somebody said is no more than the no itself."""
ASIDE = re.compile(r"[,;:–—] | and (?:I|it|that|so|with|now)\b| but | which ")
"""Ends what was said: what follows is the writer's own."""
PROMISE = re.compile(
    r"\b(?P<all>(?:as|like) (?:I|you|we)(?:['’]d| had)? (?:promised|agreed|arranged|"
    r"offered|planned)[^.!?\n]{0,80}|as (?:promised|agreed|arranged)|"
    r"(?:I|you|we)(?:['’]d| had| have|['’]ve)? (?:kindly )?(?:promised|agreed to|"
    r"offered)[^.!?\n]{0,100}|(?:[Tt]hank you|[Tt]hanks|grateful|kind of you|good of "
    r"you)[^.!?\n]{0,20}?\b(?:for )?(?:offering|your offer|promising|agreeing|"
    r"inviting me|your promise|your invitation)[^.!?\n]{0,100}|"
    r"(?:say|said|saying|mentioned|told me)(?: that)? you(?: would|['’]d|['’]ll| will| "
    r"might| could)[^.!?\n]{1,100}|[Yy]our (?:promise|offer|invitation)[^.!?\n]{0,80}|"
    r"look(?:ing)? forward to (?:the |your |our )(?!future|next)[^.!?\n]{0,80}|"
    r"(?:like|as) I said[^.!?\n]{0,40}|you(?: would|['’]d|['’]ll| will) (?:be )?"
    r"(?:send|pass|forward|introduc|shar|put|recommend|let|tell|call|ring|keep)\w*"
    r"[^.!?\n]{0,80}|(?:next|another) (?:round|call|meeting) (?:we|you) (?:planned|"
    r"arranged)[^.!?\n]{0,40}|the \w+ (?:we|you) (?:planned|arranged|promised|agreed)"
    r"[^.!?\n]{0,40})"
)
ASKED = re.compile(
    r"(?:\b(?:if|hope|hoping|would|could|please|whenever|should|wish|wonder\w*|maybe|"
    r"perhaps|appreciate it)|['’]d)\b[^.!?\n]*$",
    re.I,
)
PRAISE = re.compile(
    r"\b(?P<all>you(?:['’]d| had| all| both| even)? (?:liked|loved|enjoyed|admired|"
    r"praised|rated|noticed|appreciated|valued|were impressed (?:by|with)|thought "
    r"(?:that )?(?:I\b|my\b|well of)|found (?:my|me)\b|called (?:me|my)\b|"
    r"said (?:that )?(?:I\b|my\b|some|such|so many|a few)|told me (?:that )?(?:I|my)\b|"
    r"(?:say|said|saying) (?:that )?(?:my|I)\b)[^.!?\n]{0,120}|"
    r"(?:of you to say|good to say|kind to say|enough to say|for saying) (?:that )?"
    r"(?:my|I (?:was|had|did|am|would|have)|"
    r"I['’](?:d|m))[^.!?\n]{0,120}|"
    r"(?:kind|generous|warm|lovely|nice|flattering|encouraging|good|fine|friendly)"
    r" (?:words|things|remarks?|comments?) (?:about|on|for|regarding) "
    r"(?:my|me|how I|the way I)[^.!?\n]{0,120}|(?:your praise|the compliments?|"
    r"your compliments?|your confidence in me|your faith in me|your high opinion)"
    r"[^.!?\n]{0,80}|"
    r"my [\w’'-]+(?: [\w’'-]+){0,3} (?:made|had) you [^.!?\n]{1,60}|"
    r"how (?:much|well) you (?:liked|thought|rated|enjoyed)[^.!?\n]{0,60}|"
    r"how (?:close|near) (?:the decision|it|I)[^.!?\n]{0,40}|"
    r"I was (?:the|your) (?:next|second|runner)[^.!?\n]{0,40}|"
    r"you want(?:ed)? to (?:work with|hire) me[^.!?\n]{0,40})",
    re.I,
)
REASON = re.compile(
    r"(?P<all>\b(?:(?:some(?:one|body)|a (?:person|candidate|colleague)|an? applicant|"
    r"another (?:candidate|person|applicant)|people) (?:with|who|whose|from|already|"
    r"was|had|has)|more|deeper|longer|closer|stronger|greater) (?:[\w’'-]+ ){0,4}?"
    r"(?:experience\w*|background|history|knowledge|years?|match|fit|internal\w*|"
    r"skills?|training|local\w*|qualified|senior|inside)[^.,;!?\n]{0,60}|"
    r"\b(?:on hold|been (?:frozen|paused|shelved|cut|put on)|hiring freeze|"
    r"no (?:longer )?(?:budget|funding)|(?:budget|funding) (?:was|is|has|had)|"
    r"internal (?:candidate|applicant|person|appointment)|(?:hired|appointed|promoted|"
    r"chosen|recruited|filled) (?:it )?(?:internally|from within|inside)|"
    r"restructur\w+|better fit|closer match|closer fit)\b[^.,;!?\n]{0,40})",
    re.I,
)

MORE_SPEECH = re.compile(
    r"\b(?:(?:you|[A-Z][\w’'-]{1,30})(?: once| always| clearly)? "
    r"(?:reckon|believe|insist|swear|maintain|argue|warned|taught|reminded|assured)s?"
    r"(?: me| us)?(?: that)? |you saying(?: that)? |"
    r"learn(?:t|ed) from you that |[Tt]o quote you,? |"
    r"(?:[Yy]our|[A-Z][\w’'-]{1,30}['’]s) (?:line|remark|saying|motto|phrase|maxim|"
    r"words|view|belief|theory|quip|joke) (?:about|that|on) )"
    r"(?P<what>[^.!?\n]{3,200})|\b(?:you|[A-Z][\w’'-]{1,30}) (?:described|called) "
    r"(?P<as>[^.!?\n]{3,80}) as\b"
)
TRAILING = re.compile(
    r"(?:[,\"”] ?| as )(?:as )?you (?:said|put it|told me|say|pointed out|remarked)"
    r"(?=[.!?,\n]|$)"
)
MORE_PROMISE = re.compile(
    r"\b(?:(?:I|you|we) said (?:that )?(?:I|you|we)(?:['’](?:d|ll)| would| will)\b"
    r"[^.!?\n]{0,80}|your (?:[\w’'-]+ ){0,2}?(?:offer|promise|invitation|undertaking)\b"
    r"[^.!?\n]{0,80}|you(?:['’]re| are| were) (?:going to |about to )?(?:send|lend|"
    r"pass|keep|introduc|arrang|shar|forward|recommend)\w*[^.!?\n]{0,80}|"
    r"(?:that|which|the [\w’'-]+) we (?:talked about having|agreed|arranged|planned|"
    r"spoke of having|settled on)[^.!?\n]{0,60}|(?:coffee|lunch|visit|tour|walk|call|"
    r"drink|pint) we (?:talked|spoke|joked) (?:about|of)[^.!?\n]{0,40}|"
    r"you(?:['’]re| are| were) (?:willing|happy|prepared|kind enough|good enough) to "
    r"[^.!?\n]{1,80}|(?:to|for) promis(?:e|ing) (?:me|us|to)\b[^.!?\n]{1,60}|"
    r"(?:[\w’'-]+ ){1,3}I (?:told you about|promised you|owe you)[^.!?\n]{0,30}|"
    r"I(?:['’]ll| will| shall|['’]d like to)? (?:send|bring|post|pass|share|mail|"
    r"forward|"
    r"drop)[^.,!?\n]{1,60}? I (?:mentioned|promised|spoke of|told you)[^.!?\n]{0,30}|"
    r"pencilled in [^.!?\n]{1,50}|hold you to [^.!?\n]{1,80}|"
    r"(?:to invite|inviting|invited) me (?:back|along|again|to|for)\b[^.!?\n]{0,80}|"
    r"as we (?:arranged|agreed|said)\b"
    r"[^.!?\n]{0,60})",
    re.I,
)
MORE_PRAISE = re.compile(
    r"\b(?:you(?:['’]d| had| both| all| even| so| also){0,2} (?:rated|praised|"
    r"remembered|complimented|singled out|picked out|ranked|scored|marked|"
    r"laughed at|smiled at|were (?:impressed|struck|taken|moved|amused|charmed|"
    r"touched) (?:by|with|at)|"
    r"spoke (?:so |very )?(?:well|highly|warmly|kindly) of|saw (?:promise|something|"
    r"potential|talent) in) (?:me|my)\b[^.!?\n]{0,80}|"
    r"(?:to|for|of) (?:call|calling|compare|comparing|praise|praising|compliment|"
    r"complimenting) (?:me|my)\b[^.!?\n]{0,80}|"
    r"(?:told|hear|hearing|heard|learn|learning) (?:that )?I (?:was|came|did|"
    r"interviewed|nearly|almost|had done|made (?:a|an|such))\b[^.!?\n]{0,60}|"
    r"you (?:thought|spoke) of me as[^.!?\n]{0,60}|"
    r"(?<!comes )(?:a|came) (?:very |so )?close second|"
    r"what you said (?:about|of) (?:me|my)\b[^.!?\n]{0,80}|"
    r"I was (?:such )?(?:a natural|an? (?:fine|strong|good|great|gifted|close|born)\b|"
    r"(?:the|your) (?:best|strongest|favou?rite|finest|closest))[^.!?\n]{0,60}|"
    r"your (?:high )?(?:praise|compliments?|approval|admiration)\b[^.!?\n]{0,60})",
    re.I,
)
MORE_REASON = re.compile(
    r"\b(?:need(?:ed|ing)?|want(?:ed|ing)?|requir(?:ed|ing)|prefer(?:red|ring)|"
    r"looking for|chose|chosen|went (?:with|for)|gone (?:with|for|to)|went to|picked) "
    r"(?:some(?:one|body)|a (?:person|candidate)|an? applicant|people) "
    r"(?:who|whose|with|from|that)\b[^.,;!?\n]{1,60}|"
    r"\b(?:funding|budget|money|grant|headcount) (?:for [\w’' -]{1,30})?"
    r"(?:fell through|ran out|dried up|went|was|has|had|is)\b[^.,;!?\n]{0,40}|"
    r"\bcuts (?:made|meant|have|had|to)\b[^.,;!?\n]{0,40}|"
    r"\b(?:appoint|hir|promot|recruit|fill)\w* (?:[\w’'-]+ ){0,3}?(?:internally|"
    r"from (?:inside|within))\b[^.,;!?\n]{0,30}|"
    r"\b(?:was|is|were|got|been|being) (?:frozen|shelved|put on ice|put on hold|paused|"
    r"withdrawn|scrapped|cancelled|merged|cut)\b[^.,;!?\n]{0,40}",
    re.I,
)
THEIR_PRAISE = re.compile(
    rf"\b{WHO}(?: all| both| also| even| once| kindly| so| had){{0,2}} "
    r"(?:praised|liked|loved|admired|complimented|enjoyed|rated|noticed|trusted|"
    r"approved of|was (?:impressed|taken|struck) (?:by|with)|laughed at|remembered|"
    r"called|thought|found|said) (?:my|me\b(?! (?:that|about|how|of))|I (?:was|had|"
    r"did))"
    r"[^.!?\n]{0,60}"
)
PASSING_PRAISE = re.compile(
    r"\b(?:(?:glad|pleased|happy|delighted|proud|relieved|touched|chuffed)"
    r"(?: to (?:hear|know|learn|see))?(?: that)? (?:my|the|it|our|what I)\b"
    r"[^.!?\n]{1,40}?\b(?:hit the spot|(?:struck|touched) a (?:chord|nerve)|"
    r"impress\w*|struck you|went down|pleased you|"
    r"appealed|landed|caught your|met with|worked for you|of use to you|came across|"
    r"stood out|made you|tickled|amused you|passed muster|was (?:liked|noticed|"
    r"appreciated))|you (?:trusted|took to|warmed to|believed in|saw something in) "
    r"(?:my|me)\b(?! with))[^.!?\n]{0,60}",
    re.I,
)
GROUNDS = re.compile(
    r"\bI (?:can |do |quite |fully |also |now )?(?:understand|see|gather|realise|"
    r"realize|recognise)(?: now)?(?: from \w+ \w+)? (?:that|why) (?P<what>"
    r"(?:you|the|there|they|this|with|[A-Z])[^.!?\n]{8,120})|"
    r"\b(?:wo|do|did|was|have|has|had|ca|could|is)(?:n['’]t| not)\b[^.,;!?\n]{1,80}, "
    r"(?:as|because|since|given that) (?P<why>(?:the|you|your|they|there|it)\b"
    r"[^.!?\n]{8,100})"
)
CAUSE = re.compile(
    r"\b(?:the|your|my|a|an|that) (?:[\w’'-]+ ){1,5}?(?:ruled me out|ruled (?:it|"
    r"that) out|"
    r"stood in (?:my|the) way|counted against me|went against me|tipped the (?:balance|"
    r"scales?)|settled it|swung it|made the difference|let me down|was against me|"
    r"(?:could|can|did|do|does)(?: not|n['’]t) (?:find|afford|fund|stretch to|"
    r"allow for|"
    r"run to|have) (?:the |a |any |enough )?(?:fund|money|budget|post|room|hours|place|"
    r"means|grant|number|salar|cash)\w*)\b[^.,;!?\n]{0,40}|"
    r"\b(?:because|since|owing to|due to|on account of|on the grounds of|thanks to) "
    r"(?:of )?(?:the|your|a|my) (?:[\w’'-]+ ){0,3}?(?:budget|funding|funds|cuts?|"
    r"freeze|"
    r"restructur\w+|headcount|rota|timetable|numbers|experience|qualification\w*|"
    r"merger|reorganisation)\b[^.,;!?\n]{0,40}",
    re.I,
)
AFTER = re.compile(
    r"\b(?:(?:was|were|is|are) (?:really )?(?:after|looking for|seeking)|does not|"
    r"do not|did not|doesn['’]t|don['’]t|didn['’]t|cannot|can['’]t|could not|"
    r"couldn['’]t|had to|has to) (?!go\b|choose\b|work out|be me|me\b|select|"
    r"come|offer|take|hire|progress|move)"
)
