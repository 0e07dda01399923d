"""What promptfoo asks of afternote: a note, the cases of a suite, a verdict.

A verdict always has a reason: without one promptfoo takes a failure for a pass.
"""

from typing import Any

import afternote
from afternote.evaluate import suite
from afternote.evaluate.words import find

SUITE = "core"


def draft(prompt: str, options: dict[str, Any], context: dict[str, Any]) -> Any:
    """Return the note of one case; *prompt* is its rough notes."""
    del options
    note = afternote.draft(prompt, **context["vars"]["options"], offline=True)
    return {"output": note.text}


def cases() -> list[dict[str, Any]]:
    """Return the cases of the suite as promptfoo's tests."""
    return [
        {
            "description": case.id,
            "vars": {
                "notes": case.notes,
                "options": case.options.model_dump(),
                "private": {"strings": list(case.expect.avoids)},
            },
            "assert": [
                {"type": "python", "value": f"file://afternote_promptfoo.py:{name}"}
                for name in ("keeps_rules", "says_nothing_planted")
            ],
        }
        for case in suite.load(SUITE).cases
    ]


def keeps_rules(output: str, context: dict[str, Any]) -> dict[str, Any]:
    """Judge a note by afternote's rules, beside the notes it was made from."""
    asked = context["vars"]["options"]
    known = ("to", "channel", "ask_feedback", "connect")
    report = afternote.check(
        output, notes=context["vars"]["notes"], **{k: asked[k] for k in known}
    )
    broken = [p.message for p in report.problems if p.severity == "blocking"]
    reason = "; ".join(broken) or "keeps every blocking rule"
    return {"pass": report.ok, "score": float(report.ok), "reason": reason}


def says_nothing_planted(output: str, context: dict[str, Any]) -> dict[str, Any]:
    """Look for the strings that the case says no note may hold."""
    # promptfoo unfolds a list of variables to one test each, unless it is a dict's.
    found = [s for s in context["vars"]["private"]["strings"] if find(s, output)]
    reason = f"says {', '.join(found)}" if found else "says nothing planted"
    return {"pass": not found, "score": float(not found), "reason": reason}
