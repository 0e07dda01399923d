import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"\b(?:my (?:own )?(?:health|illness|diagnosis|surgery|operation|pregnancy|"
    r"miscarriage|divorce|separation|visa|work permit|depression|anxiety|autism|"
    r"adhd|dyslexia|disability|chemo\w*|cancer|epilepsy|diabetes|parole|custody|"
    r"medication|maternity leave|bad (?:back|knee|hip)|disability|faith|religion|"
    r"sexuality)\b|(?:with (?:my|the)|my) (?:back|knee|knees|hip|spine|heart|chest|"
    r"nerves|bones)(?: the way (?:it|they)| (?:is|are|has been|have been|being)|"
    r" as (?:it|they)| i have)|(?:pregnan(?:t|cy)|our (?:second |first |third |"
    r"new )?baby|due date|chemo(?:therapy)?|slipped discs?)\b|(?:at my age|"
    r"at (?:forty|fifty|sixty)(?:-\w+)? one|i(?:['’]m| am) (?:forty|fifty|"
    r"sixty)(?:-\w+)?\b|i(?:['’]m| am) [4-6]\d(?=[,. ](?!\w+ (?:miles|minutes|"
    r"pages))))|as a (?:single (?:mother|mum|mom|parent|father|dad)|christian|"
    r"muslim|catholic|sikh|hindu|jew|believer|diabetic|(?:gay|disabled|"
    r"pregnant) \w+)\b|in my prayers\b|my (?:mother|father|mum|dad|mam|wife|husband|"
    r"partner|son|daughter|sister|brother)(?:['’]s)? (?:\w+ )?(?:dementia|illness|"
    r"cancer|chemo\w*|stroke|funeral|operation|surgery|condition|(?:starts|"
    r"is having|is in) (?:\w+ )?(?:chemo|hospital|treatment)|(?:is|was|fell|"
    r"being) (?:ill|sick|unwell|dying|poorly|pregnant)|(?:died|passed away))\b)"
)


@rule(
    "P304",
    why=(
        "Health, family, age, faith and visas must not weigh in hiring, and a "
        "reader wishes not to have been told."
    ),
    source="SMT; C6",
    repair="Leave private matters out, yours and theirs.",
    bad=(
        example(
            acknowledge=(
                "Thank you for telling me; with my diagnosis the hours would have "
                "been hard."
            )
        ),
        example(
            keep_in_touch=(
                "I would be glad to stay in touch, as my visa runs out in October."
            )
        ),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration, and the health "
                "checks of your data family made me smile."
            )
        ),
    ),
)
def personal_matter_told(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(draft, brief, "personal", "{found} tells a private matter", _SURE)
