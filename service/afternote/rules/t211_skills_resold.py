import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"\b(?:(?:my|i have|i['’]ve|with|bring|of my|having)(?: (?:over|more than|"
    r"nearly|almost|some|the|my|had))? (?:\d{1,2}|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|fifteen|twenty|"
    r"thirty)\+? years['’]? (?:of )?(?:hands-on |solid |professional |"
    r"relevant )?(?:experience|expertise)\b|proven track record\b|my (?:cv|resume|"
    r"résumé|qualifications?|certifications?|skill ?sets?|skills|track record|"
    r"credentials|achievements) (?:include|shows?|speaks?|would|in|make|prove|"
    r"demonstrate|are|is|now)\b|(?:i(?:['’]ve| have)?(?: (?:also|since|just|"
    r"recently|now))*) (?:completed|passed|gained|obtained|earned|achieved|"
    r"been awarded) (?:my|a|an|the) (?:[\w-]+ ){0,4}(?:certificat\w+|diploma|course|"
    r"exams?|licen[cs]e|degree|qualification|accreditation)\b|i (?:would|could|can|"
    r"will)(?: still| also| really)? (?:bring|add|offer)(?: (?:a lot|so much|great|"
    r"real|huge|immense|considerable|significant|immediate))? (?:value|to (?:the|"
    r"your) (?:team|table|company|firm)|(?:a )?(?:wealth|unique|strong))|i(?:['’]m|"
    r" am) (?:also )?(?:highly |fully |very )?(?:proficient|certified|skilled|"
    r"qualified|experienced|fluent) (?:in|with|at|to)\b)"
)


@rule(
    "T211",
    why=(
        "The decision has been made on your record; selling again reads as not "
        "having listened."
    ),
    source="SMT HUF BEAR CBS; A7",
    repair=(
        "Leave out qualifications and achievements; one thing you learnt from them "
        "says more."
    ),
    bad=(
        example(
            keep_in_touch=(
                "With ten years of experience in SQL I would bring a proven track "
                "record."
            )
        ),
        example(
            keep_in_touch=(
                "I have since completed my Kubernetes certification, as my CV shows."
            )
        ),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration; ten years of "
                "blameless post-mortems is a record to be proud of."
            )
        ),
    ),
)
def skills_resold(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(
        draft,
        brief,
        "reselling",
        "{found} sells again after the decision",
        _SURE,
    )
