"""One note of the HTML report: its text marked, its scores, what it rests on."""

from html import escape

from afternote.evaluate.gate import Flip
from afternote.evaluate.record import Sample
from afternote.evaluate.report.marked import Stretch, changed, marked
from afternote.evaluate.suite import Case
from afternote.evaluate.summary import origin
from afternote.evaluate.words import find


def card(
    sample: Sample,
    counted: tuple[str, ...],
    *,
    case: Case | None,
    before: Sample | None,
    flips: tuple[Flip, ...],
) -> str:
    """Return *sample* as a foldable card; open when it is not clean."""
    clean = sample.error is None and sample.clean(counted)
    failed = [n for n, score in sample.scores.items() if score.ok is False]
    output = sample.output
    text = output.text if output else ""
    chips = "".join(
        f'<span class="chip {"bad" if n in counted else "soft"}">{n}</span>'
        for n in failed
    )
    if sample.error is not None:
        chips = '<span class="chip bad">error</span>'
    altered = before is not None and before.output is not None and output is not None
    altered = altered and before.output.text != text  # type: ignore[union-attr]
    if altered or flips:
        chips += '<span class="chip new">changed</span>'
    epoch = f" #{sample.epoch}" if sample.epoch else ""
    meta = f"{sample.to}, {sample.channel}, {origin(sample)}{epoch}"
    preview = " ".join(text.split()) or sample.error or ""
    anchor = f' id="{escape(sample.id, quote=True)}"' if not sample.epoch else ""
    return (
        f'<details class="note{"" if clean else " bad"}"{anchor} '
        f'data-failed="{escape(" ".join(failed), quote=True)}" '
        f'data-origin="{origin(sample)}"{" data-changed" if altered or flips else ""}'
        f"{'' if clean else ' open'}><summary>"
        f'<span class="id">{escape(sample.id)}</span><span class="meta">{meta}</span>'
        f'{chips}<span class="said">{escape(preview[:240])}</span></summary>'
        f'<div class="inside">{_inside(sample, case, before if altered else None)}'
        f"{_scores(sample, counted, flips)}</div></details>"
    )


def _inside(sample: Sample, case: Case | None, before: Sample | None) -> str:
    why = f'<p class="caseline">{escape(case.why)}</p>' if case else ""
    if sample.error is not None:
        return f"{why}<p>{escape(sample.error)}</p>{_rough(sample, case)}"
    if sample.output is None:
        return why
    sheets = [_sheet("The note", sample)]
    if before is not None and before.output is not None:
        struck = changed(before.output.text, sample.output.text)
        sheets.append(
            f'<div class="sheet"><h3>The baseline\'s note; struck out is what went</h3>'
            f'<div class="t">{struck}</div></div>'
        )
    sheets.append(_rough(sample, case))
    return f'{why}<div class="pair">{"".join(sheets)}</div>'


def _sheet(title: str, sample: Sample) -> str:
    output = sample.output
    if output is None:
        return ""
    stretches = [
        Stretch(m.start, m.end, m.label)
        for score in sample.scores.values()
        if score.ok is False
        for m in score.marks
    ]
    subject = (
        f'<span class="subject">{escape(output.subject)}</span>'
        if output.subject and sample.channel == "email"
        else ""
    )
    return (
        f'<div class="sheet"><h3>{title}</h3>{subject}'
        f'<div class="t">{marked(output.text, stretches)}</div></div>'
    )


def _rough(sample: Sample, case: Case | None) -> str:
    """The rough notes: what the note rests on, and what may not be said."""
    if case is None:
        return ""
    stretches = [
        Stretch(e.start, e.end, f"used: {e.said}", "used")
        for e in (sample.output.evidence if sample.output else ())
        if case.notes[e.start : e.end] == e.quote
    ]
    for planted in case.expect.avoids:
        if at := find(planted, case.notes):
            stretches.insert(0, Stretch(at.start, at.end, "may not be said", "held"))
    return (
        '<div class="sheet"><h3>The rough notes</h3>'
        f'<div class="t raw">{marked(case.notes.rstrip(), stretches)}</div></div>'
    )


def _scores(sample: Sample, counted: tuple[str, ...], flips: tuple[Flip, ...]) -> str:
    flipped = {f.scorer: f for f in flips}
    rows = []
    for name, score in sample.scores.items():
        kind = "" if score.ok else "none" if score.ok is None else "bad"
        label = f"<b>{name}</b>" if name in counted else name
        was = ""
        if name in flipped:
            word = "passed" if flipped[name].worse else "failed"
            was = f' <span class="chip new">{word} before</span>'
        rows.append(
            f'<li class="{kind}">{label} <span>{escape(score.reason)}</span>{was}</li>'
        )
    return f'<ul class="scores">{"".join(rows)}</ul>'
