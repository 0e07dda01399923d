import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, rule, scored
from afternote.schema import Brief, Draft

_SURE = re.compile(
    r"\b(?:i (?:\w+ )?(?:froze|blew it|bombed|botched|fluffed|flunked|waffled|"
    r"bungled|flubbed|choked)\b|i (?:\w+ )?(?:made|had made) (?:such )?(?:a|"
    r"an) (?:\w+ )?(?:mess|hash|fool|pig['’]s ear|poor (?:fist|show|job|impression)|"
    r"bad impression)\b|i (?:was|am|['’]m)(?: just| simply| clearly| obviously|"
    r" probably| plainly| frankly)? (?:not |n['’]t )(?:quite |really |nearly |"
    r"simply )?(?:good|clever|smart|up to|experienced|cut out|strong|"
    r"ready) ?(?:enough|for|to)?\b|wasn['’]t (?:good|clever|strong|up to)\b|"
    r"i(?:['’]m| am| was) (?:clearly |obviously |just |hopelessly )?(?:hopeless|"
    r"useless|rubbish|terrible|awful|dreadful|a disaster|out of my depth)\b|(?:let|"
    r"did) myself (?:down|no favours)\b|not (?:do|done) myself (?:much )?(?:credit|"
    r"justice)\b|my (?:own )?(?:poor|dreadful|terrible|weak|lamentable|shaky|awful|"
    r"nervous) (?:\w+ )?(?:answers?|performance|showing|interview|presentation|test|"
    r"english|fist)\b|my (?:nerves|shortcomings|failings|weaknesses|incompetence)\b|"
    r"(?:embarrass(?:ed)?|disgraced) myself\b|(?:ashamed|embarrassed) (?:of|by|"
    r"at) (?:how|my|what)\b|(?:looked|felt|sounded) (?:like )?(?:such )?(?:a |"
    r"an )?(?:fool(?:ish)?|idiot|amateur|fraud|stupid)\b|my (?:answers?|performance|"
    r"interview|presentation) (?:was|were) (?:a )?(?:weak|poor|disaster|terrible|"
    r"bad|rubbish|awful|embarrassing)\b|how (?:badly|poorly|little) i (?:did|"
    r"performed|knew|answered|came across)\b|(?:least qualified|far better than me|"
    r"would not have picked me|wouldn['’]t have (?:picked|chosen|hired) me)\b|"
    r"(?:hardly|never|didn['’]t|did not) belong(?:ed)? (?:in|there)\b)"
)


@rule(
    "T209",
    why=(
        "Naming your own weak moment makes it the thing they remember; most had not "
        "noticed."
    ),
    source="SMT ZAR; C6",
    repair=(
        "Take out the remark against yourself; no excuse and no confession is owed."
    ),
    bad=(
        example(
            acknowledge=(
                "Thank you for telling me; I froze on the SQL part and was clearly "
                "not good enough."
            )
        ),
        example(acknowledge="I know I made a mess of the presentation."),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration, and your "
                "blameless post-mortems made me less afraid of mistakes."
            )
        ),
    ),
)
def writer_run_down(draft: Draft, brief: Brief) -> Iterator[Finding]:
    yield from scored(
        draft,
        brief,
        "self_deprecating",
        "{found} is harder on you than they were",
        _SURE,
    )
