"""A run as Markdown for a pull request or a CI summary, and as CSV."""

import csv
import io

from afternote.evaluate.gate import Verdict
from afternote.evaluate.record import Run
from afternote.evaluate.summary import Summary, origin

SHOWN = 10


def markdown(run: Run, found: Summary, verdict: Verdict | None = None) -> str:
    """Return the figures of *run* as Markdown, the verdict first."""
    head = run.header
    versions = ", ".join(f"{k} {v}" for k, v in head.versions.items())
    lines = [f"### afternote eval {head.suite} on {head.target}"]
    if head.model:
        lines[0] += f" ({head.model})"
    if verdict is not None:
        lines += ["", f"**{verdict.outcome.upper()}**", ""]
        for finding in verdict.findings:
            cases = ", ".join(f"`{c}`" for c in finding.cases[:SHOWN])
            lines.append(
                f"- {finding.outcome}: {_cell(finding.what)}"
                + (f" ({cases})" if cases else "")
            )
    lines += ["", "| scorer | pass | of | share | 95 % |", "|---|--:|--:|--:|---|"]
    for name, rate in (("**clean**", found.clean), *found.scorers.items()):
        if rate.of:
            low, high = rate.interval
            lines.append(
                f"| {name}{'*' if name in head.counted else ''} | {rate.passed} | "
                f"{rate.of} | {rate.share:.1%} | {low:.0%} to {high:.0%} |"
            )
    health, corpus = found.health, found.corpus
    lines += [
        "",
        f"{head.cases} cases, {head.epochs} epoch(s); near-duplicates "
        f"{corpus.near_duplicates:.1%}, repeated 4-grams {corpus.repeated:.1%}; "
        f"{health.fallbacks} fallbacks, {health.calls} calls, "
        f"{health.input_tokens + health.output_tokens} tokens. "
        "`*` counts towards clean.",
        "",
        f"suite {head.suite_version}; {versions}; {len(head.rules)} rules",
    ]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def as_csv(run: Run) -> str:
    """Return a row a sample: text, origin, cost, and each score with its reason."""
    target = io.StringIO()
    names = run.header.scorers
    writer = csv.writer(target, lineterminator="\n")
    scored = [column for name in names for column in (name, f"{name}_reason")]
    fixed = ["id", "epoch", "cluster", "to", "channel", "origin", "subject", "text"]
    writer.writerow([*fixed, "calls", "ms", "error", *scored])
    for s in run.samples:
        out = s.output
        row: list[object] = [s.id, s.epoch, s.cluster, s.to, s.channel, origin(s)]
        row += [out.subject, out.text] if out else ["", ""]
        row += [out.usage.calls, out.ms] if out else ["", ""]
        row.append(s.error or "")
        for name in names:
            score = s.scores.get(name)
            verdict = "" if score is None or score.ok is None else int(score.ok)
            row += [verdict, score.reason if score else ""]
        writer.writerow([_safe(cell) for cell in row])
    return target.getvalue()


def _safe(cell: object) -> object:
    """Keep a spreadsheet from taking a note for a formula."""
    if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")):
        return "'" + cell
    return cell
