import re
from collections.abc import Iterator

from afternote.rules.base import Finding, example, phrases, rule
from afternote.schema import Brief, Draft

_QUOTED = re.compile(
    r"^>+ ?\S|^-{2,} ?(?:Original Message|Forwarded message)|^On [^\n]{6,120} wrote:$|"
    r"^From: [^\n]{1,120}\n(?:Sent|Date|To): ",
    re.M,
)


@rule(
    "L518",
    why="A rejection quoted under the note is the last thing that its reader sees.",
    source="ZAR; B3",
    repair="Remove the quoted mail from the text.",
    bad=(
        example(
            keep_in_touch=(
                "I would be glad to stay in touch.\n\nOn Tuesday, Dana wrote:\n> "
                "We have decided."
            )
        ),
    ),
    good=(
        example(
            appreciate=(
                "I enjoyed our conversation about the dbt migration. On Tuesday, what "
                "you wrote on blameless post-mortems stayed with me."
            )
        ),
    ),
    own="advice",
)
def mail_quoted(draft: Draft, _brief: Brief) -> Iterator[Finding]:
    for found in phrases(_QUOTED, draft, "quotes a mail: {found}", everywhere=True):
        yield found
        return
