"""Every scorer by name: from a case and its note to a score with a reason.

A scorer returns None where it has nothing to say: the case expects nothing of the kind.
"""

from collections.abc import Callable

from afternote.evaluate import facts, form
from afternote.evaluate.record import Score
from afternote.evaluate.view import View

Scorer = Callable[[View], Score | None]

SCORERS: dict[str, Scorer] = {
    "rules": form.rules,
    "grounded": facts.grounded,
    "greets": facts.greets,
    "avoids": facts.avoids,
    "leaks": facts.leaks,
    "company": facts.company,
    "mentions": facts.mentions,
    "named": facts.named,
    "specific": facts.specific,
    "cliches": form.cliches,
    "length": form.length,
    "readable": form.readable,
}
"""Every scorer, by the name that suite.toml uses."""


def score(view: View, wanted: tuple[str, ...]) -> dict[str, Score]:
    """Return what the scorers *wanted* say; an empty note fails each of them."""
    if not view.output.text.strip():
        return {n: Score(ok=False, reason="there is no note") for n in wanted}
    found = ((name, SCORERS[name](view)) for name in wanted)
    return {name: said for name, said in found if said is not None}
