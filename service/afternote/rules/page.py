"""Prints the rules as Markdown: `python -m afternote.rules.page > RULES.md`."""

import re
import sys

from afternote.rules import all_rules
from afternote.rules.base import Example, Rule, example

FAMILIES = {
    "S": "Structure",
    "T": "Tone",
    "P": "Private",
    "F": "Faithful to the notes",
    "L": "Length and form",
}
SOURCES = {
    "1ST": "1st Rate Resumes, on answering a rejection",
    "AAM07": "Alison Green, Ask a Manager, “Job rejections and vitriol” (2007)",
    "AAM08": "Alison Green, Ask a Manager, “Job rejections and vitriol, part 2” (2008)",
    "AAM12": (
        "Alison Green, Ask a Manager, “Responding graciously to a job rejection” (2012)"
    ),
    "AAM23": (
        "Alison Green, Ask a Manager, “Do I really need to send a thank-you note "
        "after being rejected for a job?” (2023)"
    ),
    "ALF": "McComsey Career Development Center, Alfred, thank-you letters",
    "AMK": "Amerikanki Career, on thank-you notes",
    "AOL": "AOL, “Job rejection 101” (2016)",
    "BAL": (
        "The Balance, “How to write a thank-you letter when you did not get the job”"
    ),
    "BEAR": "Resumebear, “How not to respond to rejection”",
    "BOS": "Bossjob, career blog",
    "CBS": "CBS News, “What not to do when you don't get the job”",
    "CHL": "The Change Laboratory, “Thanks for nothing”",
    "COP": "santifer/career-ops, modes for follow-ups and contacts",
    "CTL": "Climb the Ladder, on answering rejections",
    "CTV": "A networking follow-up template in a public repository",
    "DEX": "Daily Exe, “Rejection response email”",
    "EHL": (
        "Suzanne Lucas, Evil HR Lady, “What not to do when you don't get the job” "
        "(2014)"
    ),
    "GD": "Glassdoor, “How to respond to a job rejection email”",
    "GRB": "GRB, “Biting your tongue”",
    "HATH": (
        "Fortune and others on the actress whose candidates all sent the same "
        "machine-written note (2026)"
    ),
    "HRT": "How To Respond To, “Rejection email”",
    "HUF": "Kristian Schwartz, HuffPost, on thank-you notes",
    "IND": "Indeed UK, “How to respond to a rejection email”",
    "INT": "Intelletec, on answering a no (2015)",
    "IPT": "Interview Pro Tips, on replying in the thread",
    "KEL1": "Thea Kelley, on turning a “no, thanks” into a “yes” later",
    "KEL2": "Thea Kelley, “Turn a no-thanks interview into a yes later”",
    "LCO": "Letter Counter, table of LinkedIn limits",
    "LOW": "Lowell, “How to respond to a job rejection email”",
    "MUSE": "The Muse, “A 3-step plan for turning a job rejection into an opportunity”",
    "MZ": "Marko Živanović, “Don't ignore rejection emails”",
    "NUT": "Nutty Recruiter, “I know you're mad, but” (2009)",
    "OWL": "Purdue Online Writing Lab, letter when you are rejected",
    "PRIME": "Prime Resume, on templates",
    "PSU": "Penn State Harrisburg, rejection letter instructions",
    "QNT": "Quintessential Careers, follow-up letters",
    "REC": "Recareered, on answering a rejection (2011)",
    "RIC": "Richmond Times-Dispatch, on answering a rejection",
    "SLZ": "Sample Letterz, an appeal letter that shows the fault",
    "SMT": (
        "fengyiqicoder/smoothTalker, “Respond to a job rejection” and its cases (CC "
        "BY 4.0)"
    ),
    "SPD": "Speed Up My Search, on answering a rejection",
    "WAT": "University of Waterloo, CareerHub",
    "WRC": "WriteCrafted, sample letter after not getting the job",
    "XIU": "Xiushuwang, on answering a rejection (2025)",
    "ZAR": "Zari Coach, “How to respond to job rejection”",
}
"""Who says so: name and title, without addresses, which rot."""

_KEY = re.compile(r"\b[A-Z0-9]{2,5}\b")
_HEAD = """# Rules

Every rule that `afternote check` knows, printed from the code by `make rules`. A
problem that *blocks* is never in a note that afternote returns. In a note of your own
only what is certain blocks; the rest is advice, and so are the rules marked so.
`afternote rules CODE` shows one of them; the sources are spelt out at the end.
"""


def entry(rule: Rule) -> str:
    """Return one *rule* as Markdown: why, what to do, a bad and a good example."""
    lines = [f"### {rule.code} {rule.name}", "", rule.why, ""]
    lines.append(f"- **Do**: {rule.repair}")
    lines.append(f"- **Weight**: {_weight(rule)}")
    if rule.source:
        lines.append(f"- **Source**: {said_by(rule)}")
    lines += ["", "Not so:", "", _quoted(rule.bad[0])]
    lines += ["", "Fine, though it looks alike:", "", _quoted(rule.good[0])]
    return "\n".join(lines) + "\n"


def page() -> str:
    """Return the whole of RULES.md: every rule by family, then the sources."""
    parts = [_HEAD]
    rules = all_rules()
    for letter, title in FAMILIES.items():
        parts.append(f"## {letter}: {title}\n")
        parts += [entry(rule) for rule in rules if rule.code.startswith(letter)]
    named = {key for rule in rules for key in _KEY.findall(said_by(rule))}
    known = [f"- **{key}**: {SOURCES[key]}" for key in SOURCES if key in named]
    parts.append("## Sources\n")
    parts.append("\n".join(known) + "\n")
    return "\n".join(parts)


def as_object(rule: Rule) -> dict[str, str | list[str]]:
    """Return what programs are told of *rule*; the shape is stable."""
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "own": rule.own,
        "why": rule.why,
        "source": rule.source,
        "repair": rule.repair,
        "bad": [e.draft.text for e in rule.bad],
        "good": [e.draft.text for e in rule.good],
    }


def is_called(rule: Rule, code: str) -> bool:
    """Tell whether *code* is the code or the name of *rule*, in any case."""
    return code.casefold() in (rule.code.casefold(), rule.name)


def said_by(rule: Rule) -> str:
    """Return who says so: keys of `SOURCES`, without the line of our reading list."""
    return rule.source.partition(";")[0].strip()


def _weight(rule: Rule) -> str:
    if rule.severity == "advice":
        return "advice"
    if rule.own == "advice":
        return "blocks a draft, advice in a note of your own"
    return "blocks"


def _quoted(shown: Example) -> str:
    """Return the lines in which an example differs from the sample, or all of them."""
    subject = shown.draft.subject
    sample = example().draft
    usual = {f"Subject: {sample.subject}", *sample.text.split("\n")}
    rows = [f"Subject: {subject}"] if subject is not None else []
    rows += shown.draft.text.split("\n")
    differing = [row for row in rows if row not in usual]
    return "\n".join(f"    {_shown(row)}".rstrip() for row in differing or rows)


def _shown(row: str) -> str:
    """Spell out what an editor would hide."""
    return "".join(
        char if char.isprintable() else f"\\u{ord(char):04x}" for char in row[:300]
    )


if __name__ == "__main__":
    sys.stdout.write(page())
