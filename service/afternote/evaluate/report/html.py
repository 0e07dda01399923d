"""A run as one HTML file: no other file, no request, light and dark, readable on paper.

Everything is there without JavaScript; the script only filters.
"""

from html import escape
from pathlib import Path
from typing import NamedTuple

from afternote.assets import read_file
from afternote.evaluate.gate import Flip, Verdict
from afternote.evaluate.record import Run
from afternote.evaluate.report.note import card
from afternote.evaluate.suite import Suite
from afternote.evaluate.summary import Rate, Summary

_HERE = Path(__file__).parent
OUTCOMES = {"pass": "pass", "fail": "fail", "inconclusive": "warn", "not whole": "warn"}
SHOWN = 12
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "img-src data:"
)
"""What the browser may load: nothing that is not in the file."""


class Page(NamedTuple):
    """What the page shows. *suite* is None where the suite is no longer the run's."""

    run: Run
    found: Summary
    verdict: Verdict
    suite: Suite | None = None
    baseline: Run | None = None
    before: Summary | None = None


def page(shown: Page) -> str:
    """Return the whole page."""
    head = shown.run.header
    title = f"{head.suite} on {head.target}"
    return f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<link rel="icon" href="data:,">
<title>{escape(title)}: {escape(shown.verdict.outcome)}</title>
<style>{read_file(_HERE / "page.css")}</style>
<main>
{_top(shown)}
{_findings(shown.verdict)}
{_charts(shown)}
{_notes(shown)}
<footer>{_footer(shown)}</footer>
</main>
<script>{read_file(_HERE / "page.js")}</script>
</html>
"""


def _top(shown: Page) -> str:
    head, found = shown.run.header, shown.found
    model = f" with {escape(head.model)}" if head.model else ""
    epochs = f", {head.epochs} epochs" if head.epochs > 1 else ""
    outcome = shown.verdict.outcome
    why = f'<p class="why">{escape(shown.suite.why)}</p>' if shown.suite else ""
    low, high = found.clean.interval
    tiles = [
        (
            f"{found.clean.share:.1%}",
            f"clean: {found.clean.passed} of {found.clean.of} "
            f"({low:.0%} to {high:.0%})",
        ),
        (f"{found.corpus.near_duplicates:.1%}", "near-duplicates"),
        (f"{found.corpus.repeated:.0%}", "four-word runs said before"),
        (f"{found.health.median_ms} ms", "a note, in the middle"),
    ]
    if found.health.calls:
        cost = found.health.cost
        tiles.append((str(found.health.fallbacks), "fallbacks to a template"))
        tokens = found.health.input_tokens + found.health.output_tokens
        said = f"${cost:.4f}" if cost is not None else f"{tokens:,} tokens"
        tiles.append((said, f"for {found.health.calls} calls"))
    drawn = "".join(
        f'<div class="tile"><b>{b}</b><span>{s}</span></div>' for b, s in tiles
    )
    return f"""<header class="top"><div>
<p class="kicker">{head.cases} cases{epochs}, {escape(head.started)}</p>
<h1>{escape(head.suite)} on {escape(head.target)}{model}</h1>{why}</div>
<span class="outcome {OUTCOMES[outcome]}">{outcome.capitalize()}</span></header>
<div class="tiles">{drawn}</div>"""


def _findings(verdict: Verdict) -> str:
    rows = []
    for finding in verdict.findings:
        links = ", ".join(
            f'<a href="#{escape(c, quote=True)}">{escape(c)}</a>'
            for c in finding.cases[:SHOWN]
        )
        more = len(finding.cases) - SHOWN
        links += f" and {more} more" if more > 0 else ""
        small = f"<small>{links}</small>" if links else ""
        kind = OUTCOMES[finding.outcome].replace("fail", "bad").replace("warn", "soft")
        rows.append(
            f'<li><span class="chip {kind}">{finding.outcome}</span> '
            f"{escape(finding.what)}{small}</li>"
        )
    shown = verdict.paired
    if shown is not None:
        low, high = (100 * bound for bound in shown.interval)
        rows.append(
            f"<li>Clean notes against the baseline: {100 * shown.difference:+.1f} "
            f"points, 95 % interval {low:+.1f} to {high:+.1f}; exact sign-flip p "
            f"{shown.worse:.4f} (worse), {shown.better:.4f} (better)"
            f"<small>{shown.cases} cases in {shown.clusters} clusters; a drop of "
            f"{100 * shown.detectable:.0f} points "
            "would be found four times in five</small></li>"
        )
    elif verdict.flips:
        worse = sum(f.worse for f in verdict.flips)
        rows.append(
            f"<li>Scores that changed against the baseline: {worse} worse, "
            f"{len(verdict.flips) - worse} better</li>"
        )
    if not rows:
        rows = ["<li>The gate asks for nothing that is not there.</li>"]
    listed = f'<ul class="findings">{"".join(rows)}</ul>'
    return f'<h2>Gate</h2><div class="panel">{listed}</div>'


def _charts(shown: Page) -> str:
    counted = shown.run.header.counted
    before = shown.before.scorers if shown.before else {}
    rows = [
        _bar(name, rate, before.get(name), counted=name in counted)
        for name, rate in shown.found.scorers.items()
        if rate.of
    ]
    legend = "Bold names count towards clean. The thin line is the 95 % interval"
    legend += "; the upright stroke is the baseline." if before else "."
    most = max(shown.found.rules.values(), default=1)
    names = shown.run.header.rules
    broken = "".join(
        f'<span class="n">{code} <i>{escape(names.get(code, ""))}</i></span>'
        f'<span class="bar"><i class="low" style="width:{100 * n / most:.1f}%"></i>'
        "</span>"
        f'<span class="v">{n}</span>'
        for code, n in shown.found.rules.items()
    )
    rules = f'<div class="bars">{broken}</div>' if broken else "<p>None.</p>"
    return f"""<div class="two"><section><h2>Scores</h2><div class="panel">
<div class="bars">{"".join(rows)}</div>
<p class="legend">{legend}</p></div></section>
<section><h2>Where notes come from</h2><div class="panel">{_origins(shown.found)}</div>
<h2>Rules broken</h2><div class="panel">{rules}</div></section></div>"""


def _bar(name: str, rate: Rate, before: Rate | None, *, counted: bool) -> str:
    low, high = rate.interval
    tick = (
        f'<s style="left:{100 * before.share:.1f}%"></s>'
        if before and before.of
        else ""
    )
    shade = "full" if rate.share == 1 else "low" if counted and rate.share < 0.9 else ""
    label = f"<b>{name}</b>" if counted else name
    spread = f"left:{100 * low:.1f}%;width:{100 * (high - low):.1f}%"
    unscored = f", {rate.unscored} unscored" if rate.unscored else ""
    return (
        f'<span class="n">{label}</span>'
        f'<span class="bar" title="{low:.0%} to {high:.0%}">'
        f'<i class="{shade}" style="width:{100 * rate.share:.1f}%"></i>'
        f'<u style="{spread}"></u>{tick}</span>'
        f'<span class="v">{rate.share:.1%} of {rate.of}{unscored}</span>'
    )


def _origins(found: Summary) -> str:
    total = sum(found.health.origins.values()) or 1
    parts = sorted(found.health.origins.items(), key=lambda item: -item[1])
    stack = "".join(
        f'<i class="o-{name}" style="width:{100 * n / total:.1f}%"></i>'
        for name, n in parts
    )
    keys = []
    for name, count in parts:
        rate = found.by_origin.get(name)
        passing = f", {rate.share:.0%} pass" if rate else ""
        keys.append(f'<span><i class="o-{name}"></i>{name} {count}{passing}</span>')
    health = found.health
    facts = [(k, str(n)) for k, n in sorted(health.reasons.items()) if k != "offline"]
    if health.calls:
        facts += [
            ("mended by repair", str(health.mended)),
            ("calls", str(health.calls)),
            ("tokens", f"{health.input_tokens:,} in, {health.output_tokens:,} out"),
            ("slowest note", f"{health.slowest_ms} ms"),
        ]
    if health.errors:
        facts.append(("errors", str(health.errors)))
    listed = "".join(f"<dt>{escape(k)}</dt><dd>{v}</dd>" for k, v in facts)
    return (
        f'<div class="stack">{stack}</div><div class="keys">{"".join(keys)}</div>'
        + (f"<dl>{listed}</dl>" if listed else "")
    )


def _notes(shown: Page) -> str:
    old = {(s.id, s.epoch): s for s in shown.baseline.samples} if shown.baseline else {}
    flips: dict[str, list[Flip]] = {}
    for flip in shown.verdict.flips:
        flips.setdefault(flip.case, []).append(flip)
    counted = shown.run.header.counted
    ordered = sorted(
        shown.run.samples,
        key=lambda s: (s.clean(counted) and s.error is None, s.id, s.epoch),
    )
    cards = [
        card(
            sample,
            counted,
            case=shown.suite.case(sample.id) if shown.suite else None,
            before=old.get((sample.id, sample.epoch)),
            flips=tuple(flips.get(sample.id, ())),
        )
        for sample in ordered
    ]
    scorers = "".join(
        f'<option value="{n}">fails {n}</option>' for n in shown.found.scorers
    )
    origins = "".join(
        f'<option value="{n}">{n}</option>' for n in shown.found.health.origins
    )
    changed = '<option value="changed">changed</option>' if shown.baseline else ""
    return f"""<h2>Notes</h2>
<form class="filters" hidden>
<input name="q" type="search" placeholder="Search notes, cases" aria-label="Search">
<select name="state" aria-label="State"><option value="">all</option>
<option value="bad">not clean</option>{changed}</select>
<select name="scorer" aria-label="Scorer"><option value="">any scorer</option>
{scorers}</select>
<select name="origin" aria-label="Origin"><option value="">any origin</option>
{origins}</select><output></output></form>
{"".join(cards)}
<p class="empty" hidden>No note fits. Clear the search, or choose another filter.</p>"""


def _footer(shown: Page) -> str:
    head = shown.run.header
    versions = ", ".join(f"{k} {v}" for k, v in head.versions.items())
    return escape(
        f"afternote {head.afternote}; suite {head.suite_version}; {versions}; "
        f"{len(head.rules)} rules. All people and firms in shipped suites are invented."
    )
