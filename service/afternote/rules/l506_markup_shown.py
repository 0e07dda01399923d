import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, phrases, rule
from afternote.schema import Brief, Draft

_MARKS = re.compile(
    r"\*\*[^*\n]{1,200}\*\*|(?<![\w*])\*[^\s*][^*\n]{0,80}\*(?![\w*])|"
    r"(?<![\w_])_{1,2}[^\s_][^_\n]{0,80}_{1,2}(?![\w_])|`[^`\n]{1,80}`|~~[^~\n]{1,80}~~|"
    r"</?[a-zA-Z][a-zA-Z0-9]{0,9}(?: [^<>\n]{1,80})?/?>|"
    r"&(?:nbsp|amp|lt|gt|quot|apos|#\d{2,5});|\]\(\w|`|\\[\"'“”,.]|\^\w{1,9}\^|"
    r"(?<![\w~])~\w[^~\n]{0,60}~|(?<=[.\w])\[\d{1,2}\](?=\s|$)|\"\w{3,20}\": |"
    r"(?<![\w*])\*[A-Za-z]\w+(?= )(?=[^*\n]*$)|(?:^|\W)1\) [^\n]{1,80} 2\) "
)
_LINE = re.compile(
    r"^[ \t]*(?:#{1,6} |> (?=\w)|```|---+$|[-*•‣▪◦] +(?=\S)|\d{1,2}[.)] +(?=[A-Za-z]))",
    re.M,
)


@rule(
    "L506",
    why="Stars, tags and bullets in a letter show that a program wrote or mangled it.",
    source="SMT COP; B5",
    repair="Write plain sentences without stars, tags, bullets or headings.",
    bad=(
        example(acknowledge="**Thank you** for letting me know about the decision."),
        example(appreciate="- The dbt migration\n- The blameless post-mortems"),
        example(keep_in_touch="I would be glad to stay in touch.<br>"),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration - the #1 thing I "
                "took home - and that queries answer in < 5 seconds (*, †, ‡ included)."
            )
        ),
    ),
)
def markup_shown(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    message = "shows markup: {found}"
    yield from phrases(_MARKS, draft, message, everywhere=True)
    yield from phrases(_LINE, draft, message)
