from lib import *
R("terse","""Delroy Whyte, exec chef, Pimento House. sous job. no by whatsapp fri. tasted my mannish water twice. gave it to his own line cook""",
 m="Delroy Whyte",p=[("Delroy Whyte","exec chef",M)],co=["Pimento House"],role=["sous","sous chef"],ki=["tasted my mannish water twice"],ch="text",d="fri",r="internal")
R("prose","""I interviewed for the associate opening at Tolliver Crane LLP in Mobile. Judge turned partner Beatrice Tolliver did most of the asking, and a second-year called Hoyt walked me through the document room. We spent half an hour on maritime liens and then on how they staff custody disputes. Ms. Tolliver admitted she had lost her first four trials, which I found disarming. The letter came on March 3 and said they wanted someone with five years in. Truthfully the number they floated would not have covered my loans. I did learn that a lien search starts with the vessel's home port.""",
 m="Beatrice Tolliver",iv=["Hoyt"],p=[("Beatrice Tolliver","partner",M),("Hoyt","second-year",I)],co=["Tolliver Crane LLP","Tolliver Crane"],role=["associate"],t=["maritime liens","how they staff custody disputes"],imp=["she had lost her first four trials"],le=["a lien search starts with the vessel's home port"],ch="letter",d="March 3",r="experience",hb=[("the number they floated would not have covered my loans","pay")],fine=["how they staff custody disputes"])
R("run-on","""ok so this was the dispatch thing at bluestem freight out past amarillo and I talked to a fella named rusty okafor he runs the night board and he showed me how they reroute around weather and the reefer alarms and I mean the man had forty trucks in his head no screen anyway he called me wednesday said they froze the position and I was kinda relieved cause nights and my daughters seizures dont mix""",
 m="rusty okafor",p=[("rusty okafor",None,M)],co=["bluestem freight","Bluestem Freight"],role=["dispatch","dispatcher"],t=["how they reroute around weather","the reefer alarms"],imp=["the man had forty trucks in his head no screen"],ch="phone",d="wednesday",r="paused",hb=[("I was kinda relieved cause nights and my daughters seizures dont mix","family")])
R("bullets","""- Gulshan Family Trust, caseworker post
- panel: Mrs Shaista Anwar (director), Mr. Bilal Qazi, one lady whose name I missed
- talked re: shelter intake, home visits, follow up after court
- Mrs Anwar had read my whole file, even footnotes
- Bilal dropped me to the rickshaw stand himself
- phone no on 14 Jan
- they said funds for the post cut by donor""",
 m="Shaista Anwar",iv=["Bilal Qazi"],p=[("Shaista Anwar","director",M),("Bilal Qazi",None,I)],co=["Gulshan Family Trust"],role=["caseworker"],t=["shelter intake","home visits","follow up after court"],imp=["Mrs Anwar had read my whole file, even footnotes"],ki=["Bilal dropped me to the rickshaw stand himself"],ch="phone",d="14 Jan",r="budget",fine=["shelter intake","follow up after court"])
R("mail","""From: Denise Koh <denise.koh@harbourlight.example>
To: Faridah Salleh
Date: 9 May
Subject: Your application – Front Office Receptionist

Dear Faridah,

Thank you for meeting Mr Tan Wei Ming and myself. It was a very close decision, and on this occasion we have offered the position to another applicant. Mr Tan particularly enjoyed your account of the double-booked wedding.

Warm regards,
Denise Koh
Talent Acquisition, Harbourlight Hotels
+65 5550 0142

my notes: mr tan is front office mgr. talked abt overbooking, VIP list. they have a quiet room for staff, nice touch""",
 m="Tan Wei Ming",rec="Denise Koh",p=[("Tan Wei Ming","front office mgr",M),("Denise Koh","Talent Acquisition",RC)],co=["Harbourlight Hotels"],role=["Front Office Receptionist","Receptionist"],w="Faridah Salleh",t=["overbooking","VIP list","your account of the double-booked wedding"],imp=["they have a quiet room for staff"],ch="email",d="9 May",r="close_second",hb=[("denise.koh@harbourlight.example","contact"),("+65 5550 0142","contact")])
R("form","""Company: Clínica Dental Roble
Job: dental hygienist, 30 h
Who: Dra. Inmaculada Pardo (owner), Xavi
What about: perio charting, nervous children, sterilisation cycle
Good: she gives forty five minutes per patient not twenty
Answer: no, by email, 2 Oct
Why: other girl had implant experience
Private: the commute from Getafe with this hip, imposible""",
 m="Inmaculada Pardo",iv=["Xavi"],p=[("Inmaculada Pardo","owner",M),("Xavi",None,I)],co=["Clínica Dental Roble","Dental Roble"],role=["dental hygienist"],t=["perio charting","nervous children","sterilisation cycle"],imp=["she gives forty five minutes per patient not twenty"],ch="email",d="2 Oct",r="experience",hb=[("the commute from Getafe with this hip, imposible","health"),("other girl had implant experience","other_candidate")],fine=["nervous children"])
R("terse","""postdoc, Lindqvist lab. PI Sunniva Lindqvist v generous, shared unpublished plots. zoom no, grant didn't renew. dont mention plots, she asked""",
 m="Sunniva Lindqvist",p=[("Sunniva Lindqvist","PI",M)],co=["Lindqvist lab","Lindqvist Lab"],role=["postdoc"],ch="video",r="budget",hb=[("shared unpublished plots","confidence"),("dont mention plots, she asked","confidence")])
R("thread","""From: Recruiting, Fernhollow
Hi Marisol, thanks for coming in Tuesday. Quick update: still deciding. – Tucker Embry, people ops

From: Tucker Embry
Hi Marisol, so sorry for the wait. The founders have decided to hold off on the office manager hire till the round closes. Priyanka said you asked the best question of anyone. – Tucker

me -> me: Priyanka Deshmukh = cofounder, would've been boss. we did runway, vendor mess, onboarding from zero. 3 wks of silence after promising 3 days, come on. whiteboard had everyones mistakes on it, proudly. loved that""",
 m="Priyanka Deshmukh",rec="Tucker Embry",p=[("Priyanka Deshmukh","cofounder",M),("Tucker Embry","people ops",RC)],co=["Fernhollow"],role=["office manager"],w="Marisol",t=["runway","vendor mess","onboarding from zero"],imp=["whiteboard had everyones mistakes on it, proudly"],ki=["Priyanka said you asked the best question of anyone"],ch="email",d="Tuesday",r="paused",hb=[("3 wks of silence after promising 3 days, come on","complaint")])
R("markdown","""## Gardener – Quinta das Araras
**Met:** Dona Lourdes Figueira, *head gardener*; her nephew Caio drove the cart
**Seen:** the orchid house, composting line, graft bench
- she names each graft after a football player
- learned: never water bromeliads at noon

**Result:** no (told me at the gate, same day). They keep Caio's friend.
> 5h on the bus both ways and no lunch offered""",
 m="Lourdes Figueira",iv=["Caio"],p=[("Lourdes Figueira","head gardener",M),("Caio","her nephew",I)],co=["Quinta das Araras"],role=["Gardener","gardener"],t=["the orchid house","composting line","graft bench"],imp=["she names each graft after a football player"],le=["never water bromeliads at noon"],ch="in_person",d="same day",r="other",hb=[("5h on the bus both ways and no lunch offered","complaint"),("They keep Caio's friend","other_candidate")])
R("prose","""Understudy call at the Larkspur Repertory, Tucson. I read for Wanda Echohawk, who directs, with Stage Manager Pete Ruiz feeding lines. Pete quietly moved my mark out of the draft from the loading door, bless him. We talked about quick changes and how they rehearse the death scene without wearing people out. Wanda phoned me personally; the part went to someone already in the company. I know I went up on my lines twice. Her note on silence, that a pause is only as long as the breath before it, will stay with me.""",
 m="Wanda Echohawk",iv=["Pete Ruiz"],p=[("Wanda Echohawk",None,M),("Pete Ruiz","Stage Manager",I)],co=["Larkspur Repertory","the Larkspur Repertory"],role=["Understudy","understudy"],t=["quick changes","how they rehearse the death scene without wearing people out"],le=["a pause is only as long as the breath before it"],ki=["Pete quietly moved my mark out of the draft from the loading door","Wanda phoned me personally"],ch="phone",r="internal",hb=[("I know I went up on my lines twice","self_criticism")],fine=["how they rehearse the death scene without wearing people out"])
R("terse","""teller role @ first palmetto bank. lady named Mrs Odessa Crum did it all. drawer counts, check holds. rejected thru the portal""",
 m="Odessa Crum",p=[("Odessa Crum",None,M)],co=["first palmetto bank","First Palmetto Bank"],role=["teller"],t=["drawer counts","check holds"],ch="portal")
R("run-on","""so me go down to the station in mandeville for the records clerk job right and is Inspector Ionie Blake meet me and one young constable name Tajae and dem show me the property room and how statements get filed and Inspector Blake she tek time fi explain every single form me did well impress that no case file ever leave the room without two signature then letter come last week say no and between me and you the constable tell me the post done promise long time to somebody cousin""",
 m="Ionie Blake",iv=["Tajae"],p=[("Ionie Blake","Inspector",M),("Tajae","constable",I)],role=["records clerk"],t=["the property room","how statements get filed"],imp=["no case file ever leave the room without two signature"],ki=["she tek time fi explain every single form"],ch="letter",d="last week",hb=[("the constable tell me the post done promise long time to somebody cousin","gossip")],fine=["how statements get filed"])
R("bullets","""* HRBP role, Sungei Motors
* Interviewers: Ravi Pillai (HR director, wld be my boss) & Cheryl Ong (talent, screening)
* How they handle grievances -> peer panel first!! smart
* retrenchment exercise last yr, done over tea one by one
* got LinkedIn msg from Cheryl: they took internal transfer
* they asked if i planning to have kids leh
* Ravi stayed back 20 mins to answer my qns""",
 m="Ravi Pillai",rec="Cheryl Ong",p=[("Ravi Pillai","HR director",M),("Cheryl Ong","talent",RC)],co=["Sungei Motors"],role=["HRBP","HR business partner"],t=["How they handle grievances","retrenchment exercise last yr"],imp=["peer panel first!!"],ki=["Ravi stayed back 20 mins to answer my qns"],ch="linkedin",r="internal",hb=[("they asked if i planning to have kids leh","protected")],fine=["How they handle grievances","retrenchment exercise last yr"])
R("mail","""Subject: Assistant Professor (Hydrology) search
From: Human Resources <hr@calderstate.example>
Date: Fri, Feb 21

Dear Dr. Nwachukwu,

The committee chaired by Prof. Alonzo Begay has completed its review. We regret that you were not selected; another finalist's record in snowpack modelling matched the need more closely. We wish you well.

Sincerely,
Gretchen Yoakum
Human Resources, Calder State University""",
 m="Alonzo Begay",rec="Gretchen Yoakum",p=[("Alonzo Begay","Prof.",M),("Gretchen Yoakum","Human Resources",RC)],co=["Calder State University","Calder State"],role=["Assistant Professor (Hydrology)","Assistant Professor","assistant professor"],w="Nwachukwu",ch="email",d="Fri, Feb 21",r="experience",hb=[("another finalist's record in snowpack modelling matched the need more closely","other_candidate"),("hr@calderstate.example","contact")])
R("prose","""Last month I went for the pastry post in a restaurant here in Girona. No sign on the door, no name on the card even, just the chef, Arnau. He let me laminate a whole batch while he watched and said nothing until the end, then he said my folds were honest. I liked that he weighs the eggs. He wrote me a letter by hand, saying he cannot open the post before the summer. My own oven at that moment was my sister's divorce, so perhaps better.""",
 m="Arnau",p=[("Arnau","chef",M)],role=["pastry","pastry chef"],imp=["he weighs the eggs"],ki=["said my folds were honest","He wrote me a letter by hand"],ch="letter",d="Last month",r="paused",hb=[("My own oven at that moment was my sister's divorce, so perhaps better","family")])
R("form","""Employer: County of Ashby, Child & Family Svcs
Position: Social Worker II
Panel: LaTonya Pruitt (unit supervisor); Greg Sandoval; "Kowalski, Bea"
Topics: mandated reports / foster placement breakdowns / court prep
Kind: Greg printed me a map
Outcome: not selected, phone call, Mon 6/9
Reason given: second choice by a hair""",
 m="LaTonya Pruitt",iv=["Greg Sandoval","Kowalski, Bea"],p=[("LaTonya Pruitt","unit supervisor",M),("Greg Sandoval",None,I),("Kowalski, Bea",None,I)],co=["County of Ashby, Child & Family Svcs","County of Ashby","Ashby County Child & Family Services"],role=["Social Worker II","Social Worker"],t=["mandated reports","foster placement breakdowns","court prep"],ki=["Greg printed me a map"],ch="phone",d="Mon 6/9",r="close_second",fine=["mandated reports","foster placement breakdowns"])
R("terse","""met Sir Imran Latif, principal, Crescent Grammar, for admin receptionist. nice chai. rejected via sms. salary was a joke yaar""",
 m="Imran Latif",p=[("Imran Latif","principal",M)],co=["Crescent Grammar"],role=["admin receptionist","receptionist"],ch="text",hb=[("salary was a joke yaar","pay")])
R("terse","""Got the no from Bitterroot Haulage, load planner. Spoke w/ Colt and Shawna, both good folks. they went w/ someone cheaper I reckon""",
 iv=["Colt","Shawna"],p=[("Colt",None,I),("Shawna",None,I)],co=["Bitterroot Haulage"],role=["load planner"],hb=[("they went w/ someone cheaper I reckon","gossip")])
R("run-on","""testing testing right paralegal interview at osgood and daughters the owner is miss Cornelia Osgood and her daughter Pru sat in and they do mostly probate and elder guardianship and she told me they call every family on the one year anniversary of a death which I thought was beautiful oh and Pru fixed my zipper in the hallway without a word I got an email on the first of the month they can only afford a part timer and well church on saturdays was gonna be a problem for them I could tell""",
 m="Cornelia Osgood",iv=["Pru"],p=[("Cornelia Osgood","owner",M),("Pru",None,I)],co=["osgood and daughters","Osgood and Daughters","Osgood & Daughters"],role=["paralegal"],t=["probate","elder guardianship"],imp=["they call every family on the one year anniversary of a death"],ki=["Pru fixed my zipper in the hallway without a word"],ch="email",d="the first of the month",r="budget",hb=[("church on saturdays was gonna be a problem for them I could tell","protected")],fine=["elder guardianship","they call every family on the one year anniversary of a death"])
R("bullets","""- First hire / ops generalist, Kitebox (5 ppl!!)
- Founder = Renata Vasconcelos, ex engineer, draws everything
- CTO "Juca" showed the warehouse, two shelves and a dog
- she answers support tickets herself every morning
- Discussed refunds, hiring plan, freight to Manaus
- Video call 22/08: "we ran out of money for this seat"
- Juca says investor is about to walk, keep quiet""",
 m="Renata Vasconcelos",iv=["Juca"],p=[("Renata Vasconcelos","Founder",M),("Juca","CTO",I)],co=["Kitebox"],role=["ops generalist","First hire / ops generalist","First hire"],t=["refunds","hiring plan","freight to Manaus"],imp=["she answers support tickets herself every morning"],ch="video",d="22/08",r="budget",hb=[("Juca says investor is about to walk, keep quiet","confidence")])
R("thread","""> On Aug 4 Dispatch HR wrote:
> Thank you for interviewing for 911 Call Taker. Lt. Soledad Archuleta and trainer Moses Tafoya enjoyed meeting you.
> You did not meet the minimum time in role. Please reapply next year.
> K. Yazzie, Personnel, City of Red Mesa

Fwd to Auntie Jo: well thats that. Lt Archuleta let me listen on a headset for a bit, suicidal callers protocol, and cross talk drills. Moses taught me to repeat the address first, always. I froze on the typing test lol""",
 m="Soledad Archuleta",rec="K. Yazzie",iv=["Moses Tafoya"],p=[("Soledad Archuleta","Lt.",M),("Moses Tafoya","trainer",I),("K. Yazzie","Personnel",RC),("Auntie Jo",None,O)],co=["City of Red Mesa"],role=["911 Call Taker","Call Taker"],t=["suicidal callers protocol","cross talk drills"],le=["repeat the address first, always"],ki=["Lt Archuleta let me listen on a headset for a bit"],ch="email",d="Aug 4",r="experience",hb=[("I froze on the typing test lol","self_criticism")],fine=["suicidal callers protocol"])
R("markdown","""# Hygienist @ Okra Street Smiles
- **Dr. Thuy Bordelon** — owns it
- **Mack** — front desk, checked me in only
- we covered: *anxious adults*, *sealants in schools*, *scaling technique*

### verdict
no. text msg. she's hiring her niece's roommate??

### keep
the mobile van for parish schools. wow""",
 m="Thuy Bordelon",p=[("Thuy Bordelon","Dr.",M),("Mack","front desk",O)],co=["Okra Street Smiles"],role=["Hygienist","dental hygienist"],t=["anxious adults","sealants in schools","scaling technique"],imp=["the mobile van for parish schools"],ch="text",r="other",hb=[("she's hiring her niece's roommate??","other_candidate")],fine=["anxious adults"])
R("mail","""From: noreply@portalento.example
Sent: 30 November
Subject: Proceso cerrado / process closed

Dear candidate Iker Zubeldia,
We inform you that the vacancy Sous Gardener, Jardines del Turia, has been covered with internal promotion.
Do not reply to this message.

--
my lines: was with Amparo Ferri (she leads the rose team) 2 hrs. The irrigation map is from 1931 and they still use it!! pruning after frost, aphids without chemicals. She gave me cuttings to take home.""",
 m="Amparo Ferri",p=[("Amparo Ferri",None,M)],co=["Jardines del Turia"],role=["Sous Gardener"],w="Iker Zubeldia",t=["pruning after frost","aphids without chemicals"],imp=["The irrigation map is from 1931 and they still use it!!"],ki=["She gave me cuttings to take home"],ch="email",d="30 November",r="internal",hb=[("noreply@portalento.example","contact")])
R("prose","""Honestly a lovely afternoon. The HR assistant seat at Desert Willow Hospice, and I met the people-team lead, Yolanda Trujillo-Bright, plus a chaplain everyone calls Father Ed. They walked me through bereavement leave policy and how new nurses are paired with a buddy. I had no idea they keep a room just for staff to cry in. She rang the next day to say the budget line had vanished.""",
 m="Yolanda Trujillo-Bright",iv=["Ed"],p=[("Yolanda Trujillo-Bright","people-team lead",M),("Ed","Father",I)],co=["Desert Willow Hospice"],role=["HR assistant"],t=["bereavement leave policy","how new nurses are paired with a buddy"],imp=["they keep a room just for staff to cry in"],ch="phone",d="the next day",r="budget",fine=["bereavement leave policy","they keep a room just for staff to cry in"])
