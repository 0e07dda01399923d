"""What the page calls things, for people; the keys are those of the schema."""

WORDS: dict[str, dict[str, str]] = {
    "moves": {
        "acknowledge": "Acknowledges the decision",
        "appreciate": "Appreciates something particular",
        "keep_in_touch": "Keeps in touch",
    },
    "to": {
        "manager": "The hiring manager",
        "recruiter": "The recruiter",
        "interviewer": "An interviewer",
        "all": "Everybody I met",
    },
    "facts": {
        "reader": "To",
        "company": "Company",
        "role": "Role",
        "writer": "From you",
    },
    "missing": {
        "reader": "Who is it to?",
        "company": "Which company?",
        "role": "Which role?",
        "writer": "Your name?",
        "topics": "Something you talked about?",
    },
    "topics": {
        "discussed": "Talked about",
        "impressed": "Liked",
        "learnt": "Learnt",
        "kindness": "A kindness",
    },
    "why": {
        "pay": "pay stays between you and them",
        "health": "health is nobody's business",
        "family": "family is nobody's business",
        "protected": "a matter the law protects",
        "confidence": "told in confidence",
        "gossip": "talk about somebody",
        "complaint": "a grumble, however fair",
        "other_candidate": "about another candidate",
        "other_employer": "about another employer",
        "self_criticism": "you are running yourself down",
        "contact": "an address or a number",
        "instruction": "an order hidden in the text",
    },
    "reasons": {
        "offline": "Written from templates, without a model",
        "no_model": "Written from templates: no model is set up here",
        "unavailable": "Written from templates: the model could not be reached",
        "rejected": "Written from templates: the model's server said no",
        "refused": "Written from templates: the model refused",
        "unreadable": "Written from templates: the model's answers made no sense",
        "deadline": "Written from templates: the model took too long",
        "calls": "Written from templates: the model was asked often enough",
        "repairs": "Written from templates: the model kept breaking rules",
        "circuit": "Written from templates: the model failed too often just now",
        "budget": "Written from templates: this key's tokens for the day are spent",
    },
    "steps": {
        "read": "Reading your notes",
        "write": "Writing",
        "check": "Checking every sentence",
        "repair": "Mending what was not right",
        "template": "Taking a template",
    },
    "origins": {
        "model": "Written by a model, checked by the rules",
        "own": "Your own words, checked by the rules",
        "mixed": "Your words where they were fine, mended where not",
        "template": "Written from templates",
    },
}

EXAMPLE = """Met Dana Whitfield, head of data at Northwind Analytics, for the Data \
Engineer role.
Talked about moving their models to dbt. Loved the blameless post-mortems.
Dana was 20 min late and never said sorry. I asked for 85k, they flinched.
Rejected by email on Tuesday, close second.
Me: Sam Rivera
"""
"""Notes to try the page with; everybody in them is invented."""
