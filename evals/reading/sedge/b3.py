from lib import *
R("terse","""No from Nora Whitfield (thats the salon AND law office name, weird). spoke to some paralegal, never got a name. deeds, wills.""",
 co=["Nora Whitfield"],t=["deeds","wills"])
R("terse","""singapore heritage gardens, horticulturist. Ms Devi Subramaniam heads it. frangipani records, mist house. Email 6 Jun. Cleared to walk 15km daily, konon, my doctor would laugh""",
 m="Devi Subramaniam",p=[("Devi Subramaniam","Ms",M)],co=["singapore heritage gardens","Singapore Heritage Gardens"],role=["horticulturist"],t=["frangipani records","mist house"],ch="email",d="6 Jun",hb=[("Cleared to walk 15km daily, konon, my doctor would laugh","health")])
R("run-on","""so voice memo its janelle uh the bank thing river parish savings my interview was with two terrances terrance hill is the branch manager and terrance oubre does loans and the big terrance said I had a good voice for bad news we talked through what to say when a widow comes to close an account and about the coin machine and they keep umbrellas by the door for anybody it was a no on the phone they said it was me and one other and the other got it and I was wearing my church shoes to hide that the other ones had been repossessed ha with the car""",
 m="terrance hill",iv=["terrance oubre"],p=[("terrance hill","branch manager",M),("terrance oubre",None,I)],co=["river parish savings","River Parish Savings"],w="janelle",t=["what to say when a widow comes to close an account","the coin machine"],imp=["they keep umbrellas by the door for anybody"],ki=["the big terrance said I had a good voice for bad news"],ch="phone",r="close_second",hb=[("I was wearing my church shoes to hide that the other ones had been repossessed ha with the car","family")],fine=["what to say when a widow comes to close an account"])
R("prose","""Thursday's call was short. Rocío Santamaría, who would have been my boss at the Teatro Almazara, said they had chosen a props master with film credits. I was not surprised, and she was decent about it. What stays is the hour with her in the workshop: the fake bread made of foam, the blood recipes, the shelf of broken telephones they refuse to throw. Her colleague Blas lent me his glasses to see the stitching. I asked few questions; I had slept in the station.""",
 m="Rocío Santamaría",iv=["Blas"],p=[("Rocío Santamaría",None,M),("Blas","Her colleague",I)],co=["Teatro Almazara"],role=["props master"],t=["the fake bread made of foam","the blood recipes","the shelf of broken telephones they refuse to throw"],ki=["Blas lent me his glasses to see the stitching"],ch="phone",d="Thursday",r="experience",hb=[("they had chosen a props master with film credits","other_candidate"),("I asked few questions; I had slept in the station","self_criticism")],fine=["the blood recipes"])
R("bullets","""- who: Miss Hyacinth Dunkley, matron & hiring
- where: Golden Hibiscus Infirmary (St Ann)
- job: social worker
- what: family tracing, burial grants, volunteers' rota
- what I carry home: "visit before yuh need a signature"
- she give mi bun an cheese fi di road
- result: letter, 5 November, no budget till April
- mi never tell dem bout mi own time inna hospital""",
 m="Hyacinth Dunkley",p=[("Hyacinth Dunkley","matron & hiring",M)],co=["Golden Hibiscus Infirmary"],role=["social worker"],t=["family tracing","burial grants","volunteers' rota"],le=["visit before yuh need a signature"],ki=["she give mi bun an cheese fi di road"],ch="letter",d="5 November",r="budget",hb=[("mi never tell dem bout mi own time inna hospital","health")],fine=["burial grants","family tracing"])
R("mail","""From: "Whitlock, Dana" <dwhitlock@mesaridge.example>
To: Emeka Obi
Date: Wed 12 Feb
Subject: RE: Dispatcher II

Emeka,

We filled the Dispatcher II seat from the yard. Nothing you did wrong. Lupe says hi and that you were the only one who asked about the drivers' dogs.

Dana Whitlock, Talent
Mesa Ridge Carriers
Confidential: this message is intended for the addressee only.

>> me: Lupe Arellano = dispatch super, decides. Trevor did the ride along. Board colours, chain laws, breakdowns on I-40. liked the dog policy. Old outfit never even paid detention so this looked like heaven""",
 m="Lupe Arellano",rec="Dana Whitlock",iv=["Trevor"],p=[("Lupe Arellano","dispatch super",M),("Dana Whitlock","Talent",RC),("Trevor",None,I)],co=["Mesa Ridge Carriers"],role=["Dispatcher II","dispatcher"],w="Emeka Obi",t=["Board colours","chain laws","breakdowns on I-40"],imp=["the dog policy"],ki=["Lupe says hi"],ch="email",d="Wed 12 Feb",r="internal",hb=[("dwhitlock@mesaridge.example","contact"),("Old outfit never even paid detention so this looked like heaven","other_employer")])
R("form","""firm: -
post: personal chef to a footballer (cannot say which, signed paper)
interviewer: Sra. Benedita Campos, house manager
tried: moqueca, recovery broth, birthday cake with no sugar
nice: she ate standing with the staff
no: voice message, 28/2
why: -
self: too salty, my fault""",
 m="Benedita Campos",p=[("Benedita Campos","house manager",M)],role=["personal chef"],t=["moqueca","recovery broth","birthday cake with no sugar"],imp=["she ate standing with the staff"],d="28/2",hb=[("to a footballer (cannot say which, signed paper)","confidence"),("too salty, my fault","self_criticism")],fine=["recovery broth"])
R("thread","""1) from me: Hi Dr. Strand, any news on the lab coordinator opening? – Calla Ferris
2) from Ingrid Strand: Calla, I'm afraid the college paused every hire on Friday. I fought for this one. You'd have been great with the undergrads. I.
3) note: Ingrid heads wet lab at Juniper College. Mohan (tech) did the tour – cold room, autoclave log. every undergrad gets a key. EVERY one. Mohan's view of the provost is unprintable""",
 m="Ingrid Strand",iv=["Mohan"],p=[("Ingrid Strand","Dr.",M),("Mohan","tech",I)],co=["Juniper College"],role=["lab coordinator"],w="Calla Ferris",t=["cold room","autoclave log"],imp=["every undergrad gets a key"],ki=["I fought for this one"],ch="email",d="Friday",r="paused",hb=[("Mohan's view of the provost is unprintable","gossip")])
R("markdown","""### debrief
*role*: **employment counsel** · *firm*: **Bexley Tan & Partners**
*room*: Adrian Tan (managing partner), Nurul Izzah (senior assoc)

1. restrictive covenants
2. how they run harassment inquiries
3. pro bono clinic at the mosque

> Nurul: "write for the tired judge"

**No** — call fr Adrian, 21 Aug, they hire only after the merger, which is not public""",
 m="Adrian Tan",iv=["Nurul Izzah"],p=[("Adrian Tan","managing partner",M),("Nurul Izzah","senior assoc",I)],co=["Bexley Tan & Partners"],role=["employment counsel"],t=["restrictive covenants","how they run harassment inquiries","pro bono clinic at the mosque"],le=["write for the tired judge"],ch="phone",d="21 Aug",r="paused",hb=[("they hire only after the merger, which is not public","confidence")],fine=["how they run harassment inquiries"])
R("terse","""Hotshot trucking in Odessa said nah. Dispatch. Guy named Clem. He let me run the radio ten whole minutes tho""",
 m="Clem",p=[("Clem",None,M)],co=["Hotshot trucking","Hotshot Trucking"],role=["Dispatch","dispatcher"],ki=["He let me run the radio ten whole minutes"])
R("prose","""Community Support Officer, Gulberg circle. DSP Farah Naz Bhatti interviewed with one inspector, Tariq Mehmood. I have never seen a senior officer stand up for every complainant who entered; she did, each time. They explained the women's help desk, the lost-children register and how an FIR is read back aloud. The refusal was posted to my house and my father-in-law opened it first, which was its own trouble. Ten days before, Inspector Tariq had rung to tell me not to lose heart.""",
 m="Farah Naz Bhatti",iv=["Tariq Mehmood"],p=[("Farah Naz Bhatti","DSP",M),("Tariq Mehmood","inspector",I)],co=["Gulberg circle"],role=["Community Support Officer"],t=["the women's help desk","the lost-children register","how an FIR is read back aloud"],imp=["a senior officer stand up for every complainant who entered"],ki=["Inspector Tariq had rung to tell me not to lose heart"],ch="letter",hb=[("my father-in-law opened it first, which was its own trouble","family")],fine=["the women's help desk","the lost-children register"])
R("run-on","""okay dental hygiene school clinic instructor interview dr aurora pacheco chair of the program at coronado bay community college and a hygienist named beth ann something she did the tour they have thirty two chairs and a rabbit in the waiting room for scared kids I learned you grade the hand not the calculus anyway hr emailed yesterday says I need a bachelors so fair enough and dr pacheco hugged me at the elevator""",
 m="aurora pacheco",iv=["beth ann"],p=[("aurora pacheco","chair of the program",M),("beth ann","hygienist",I)],co=["coronado bay community college","Coronado Bay Community College"],role=["clinic instructor","dental hygiene school clinic instructor"],imp=["a rabbit in the waiting room for scared kids"],le=["you grade the hand not the calculus"],ki=["dr pacheco hugged me at the elevator"],ch="email",d="yesterday",r="experience")
R("bullets","""+ employee #1 @ Loomleaf, title TBD ("do everything")
+ Saoirse Quick, solo founder
+ adviser on call: Mr. Venkat (retired, ex textile)
+ chat: dye lots, pricing by the metre, first ten customers
+ sends handwritten cards to each customer, insane, love it
+ said no on a walk round the reservoir
+ equity only, so ramen forever
+ she cried a bit about her burn rate, stays with me""",
 m="Saoirse Quick",iv=["Venkat"],p=[("Saoirse Quick","solo founder",M),("Venkat","adviser",I)],co=["Loomleaf"],role=["employee #1"],t=["dye lots","pricing by the metre","first ten customers"],imp=["sends handwritten cards to each customer"],ch="in_person",hb=[("equity only, so ramen forever","pay"),("she cried a bit about her burn rate, stays with me","confidence")])
R("mail","""From: HR Desk
Date: 3 Sept
Subject: Kitchen Supervisor vacancy

Dear Applicant,

Further to your tasting with Executive Chef Marcia Lindo-Gayle and Mr. Everton Peart (F&B), we write to advise the post will not be filled this season owing to low occupancy.

Yours faithfully,
Sandra Tulloch (Mrs.)
Human Resource Manager
Coral Almond Resort, Negril""",
 m="Marcia Lindo-Gayle",rec="Sandra Tulloch",iv=["Everton Peart"],p=[("Marcia Lindo-Gayle","Executive Chef",M),("Everton Peart","Mr.",I),("Sandra Tulloch","Human Resource Manager",RC)],co=["Coral Almond Resort","Coral Almond Resort, Negril"],role=["Kitchen Supervisor"],ch="email",d="3 Sept",r="paused")
R("terse","""hr generalist, tall pines school district. Panel of five, only caught Dr. Yusuf. FMLA, grievances, I-9s. portal flipped to red 7/7""",
 m="Yusuf",p=[("Yusuf","Dr.",M)],co=["tall pines school district","Tall Pines School District"],role=["hr generalist","HR generalist"],t=["FMLA","grievances","I-9s"],ch="portal",d="7/7",fine=["FMLA","grievances"])
R("prose","""I'm a gaffer, mostly. Saguaro Stage Collective had me in to see about head electrician, and Marguerite "Mags" Pell, technical director, handed me a wrench instead of a questionnaire. Best interview ever. We hung a truss, then sat in row G and discussed haze and strobe warnings for epileptic patrons. Her intern Dewey had color-coded every cable by length. Nobody ever actually told me no; I saw the announcement on Instagram. I'd already turned down a sitcom for it.""",
 m="Marguerite \"Mags\" Pell",iv=["Dewey"],p=[("Marguerite \"Mags\" Pell","technical director",M),("Dewey","intern",I)],co=["Saguaro Stage Collective"],role=["head electrician"],t=["haze and strobe warnings for epileptic patrons"],imp=["Dewey had color-coded every cable by length"],hb=[("Nobody ever actually told me no; I saw the announcement on Instagram","complaint"),("I'd already turned down a sitcom for it","other_employer")],fine=["strobe warnings for epileptic patrons"])
R("thread","""[Mon] Yeo Hui Shan, Brightpath Recruiters: Morning! Client interviewing u for Counter Service Officer at Merlion Trust Bank. Boss is Mr Gopal.
[Thu] Yeo Hui Shan: Hi, sorry ah, client choose someone who can start immediately.
[Thu, later, own notes] Mr Gopal super patient, correct my cheque endorsement w/o shaming me. Observed: GIRO forms, scam victim script, coin deposit day. cannot start immediately bcos of my mum's dialysis, Hui Shan knows but bank dun""",
 m="Gopal",rec="Yeo Hui Shan",p=[("Gopal","Boss",M),("Yeo Hui Shan",None,RC)],co=["Merlion Trust Bank"],role=["Counter Service Officer"],t=["GIRO forms","scam victim script","coin deposit day"],ki=["correct my cheque endorsement w/o shaming me"],ch="text",d="Thu",r="other",hb=[("cannot start immediately bcos of my mum's dialysis, Hui Shan knows but bank dun","family")],fine=["scam victim script"])
R("form","""Applicant: Gonzalo Ibarra
Firm: Notaría Belmonte y Asociados
Vacancy: legal secretary
Spoke to: Doña Pilar Belmonte (notary), Lucas the trainee
On: inheritance folders, apostilles, power of attorney when someone can't sign
Her phrase: "read it as if you were the widow"
Refused: by post, 15 de enero
Cause: someone from Valencia office moves
Grumble: an hour and half waiting in the stair""",
 m="Pilar Belmonte",iv=["Lucas"],p=[("Pilar Belmonte","notary",M),("Lucas","the trainee",I)],co=["Notaría Belmonte y Asociados"],role=["legal secretary"],w="Gonzalo Ibarra",t=["inheritance folders","apostilles","power of attorney when someone can't sign"],le=["read it as if you were the widow"],ch="letter",d="15 de enero",r="internal",hb=[("an hour and half waiting in the stair","complaint"),("someone from Valencia office moves","other_candidate")],fine=["power of attorney when someone can't sign"])
R("terse","""Greenhouse grower, Tumbleweed Natives. Owner Roz Quintana gave me a tray of sage. Zoom'd Friday: no cash to hire. Roz is good people""",
 m="Roz Quintana",p=[("Roz Quintana","Owner",M)],co=["Tumbleweed Natives"],role=["Greenhouse grower","grower"],ki=["gave me a tray of sage"],ch="video",d="Friday",r="budget")
R("run-on","""the professor was Ayesha Kirmani she is chair in botany and there was also doctor Salman Toor and they called me for visiting lecturer at Ravi Hill College and we did a mock class on mosses and then discuss plagiarism cases and I liked very much how she let the weakest student answer first and after that it was a phone call from the registrar Mister Aslam saying merit list is closed and the stairs four floors no lift in my month you understand""",
 m="Ayesha Kirmani",rec="Aslam",iv=["Salman Toor"],p=[("Ayesha Kirmani","chair in botany",M),("Salman Toor","doctor",I),("Aslam","registrar",RC)],co=["Ravi Hill College"],role=["visiting lecturer"],t=["a mock class on mosses","plagiarism cases"],imp=["she let the weakest student answer first"],ch="phone",hb=[("the stairs four floors no lift in my month you understand","health")],fine=["plagiarism cases"])
R("mail","""Return-Path: jobs@hollowayfern.example
Subject: Legal Assistant – outcome
Date: Jan 30

Hi there,

We've decided to move forward with other candidates for Legal Assistant. We keep résumés on file for 12 months.

Holloway Fern, Attorneys
P.S. Attorney Rashida Coyle asked us to say she'll gladly be a reference.

-- me: Rashida ran it start to finish. immigration intake; bond hearings; her filing by hearing date not name = genius. why am I always 'other candidates were stronger' at everything""",
 m="Rashida Coyle",p=[("Rashida Coyle","Attorney",M)],co=["Holloway Fern","Holloway Fern, Attorneys"],role=["Legal Assistant","legal assistant"],t=["immigration intake","bond hearings"],imp=["her filing by hearing date not name"],ki=["she'll gladly be a reference"],ch="email",d="Jan 30",r="other",hb=[("jobs@hollowayfern.example","contact"),("why am I always 'other candidates were stronger' at everything","self_criticism")],fine=["immigration intake","bond hearings"])
R("bullets","""- hospital front desk, Sta. Rita do Norte
- coord. Marlene (only Marlene on the badge)
- bed board, visitor bracelets, lost grandmothers
- she knows all the guards by birthday
- NO came by letter, registered!
- want 12h shifts + weekends; my boy has only me""",
 m="Marlene",p=[("Marlene","coord.",M)],co=["Sta. Rita do Norte","Santa Rita do Norte"],role=["hospital front desk","front desk"],t=["bed board","visitor bracelets","lost grandmothers"],imp=["she knows all the guards by birthday"],ch="letter",hb=[("want 12h shifts + weekends; my boy has only me","family")],fine=["lost grandmothers"])
R("markdown","""**Who I saw at Cobalt & Thyme**
- *Chef-owner* Luz Marina Ocampo
- *Pastry* Ingvild Åsen

**Talked** — menu costing / staph in the walk-in scare of '19 / braises

**Wow** — dishwashers share the tips equally

**End** — 9 p.m. text from Luz: "not this time, corazón"

**Dont forget** Ingvild's cell is 555-0188, she gave it on the quiet""",
 m="Luz Marina Ocampo",iv=["Ingvild Åsen"],p=[("Luz Marina Ocampo","Chef-owner",M),("Ingvild Åsen","Pastry",I)],co=["Cobalt & Thyme"],t=["menu costing","braises"],imp=["dishwashers share the tips equally"],ch="text",hb=[("Ingvild's cell is 555-0188, she gave it on the quiet","contact"),("staph in the walk-in scare of '19","confidence")])
R("prose","""They turned me down for evening receptionist. It's a small vet and people place, Doc Hollis & Doc Hollis, a married pair, she does dogs and he does teeth. Honest. Amelia Hollis asked all the questions and Burt Hollis only whistled. I adored the way she writes each pet's nickname on the chart in red. She told me there and then at the counter, and gave me a jar of pickled okra for the trouble. They figured they can manage with the answering machine.""",
 m="Amelia Hollis",iv=["Burt Hollis"],p=[("Amelia Hollis","Doc",M),("Burt Hollis","Doc",I)],co=["Doc Hollis & Doc Hollis"],role=["evening receptionist","receptionist"],imp=["the way she writes each pet's nickname on the chart in red"],ki=["gave me a jar of pickled okra for the trouble"],ch="in_person",r="other")
