"""A run as a table for a terminal, and a verdict in words."""

from afternote.evaluate.gate import Finding, Verdict
from afternote.evaluate.record import Run, Sample
from afternote.evaluate.summary import Rate, Summary, origin

SHOWN_CASES = 6
BAR = 20


def table(run: Run, found: Summary) -> str:
    """Return the figures of *run*, a scorer a line, then rules, whole run, health."""
    head = run.header
    judged = ""
    if head.agreement:
        said = ", ".join(f"{k} {v:.2f}" for k, v in head.agreement.items())
        judged = f"judge against labels: {said}\n"
    about = f"{head.suite}@{head.suite_version} on {head.target}"
    model = f" ({head.model})" if head.model else ""
    epochs = f", {head.epochs} epochs" if head.epochs > 1 else ""
    lines = [f"{judged}{about}{model}: {head.cases} cases{epochs}", ""]
    width = max(len(n) for n in [*head.scorers, "clean"])
    rates = [("clean", found.clean), *found.scorers.items()]
    lines += [
        _line(name, rate, width, head.counted)
        for name, rate in rates
        if rate.of + rate.unscored
    ]
    if found.rules:
        broken = ", ".join(f"{code} {count}" for code, count in found.rules.items())
        lines += ["", f"rules broken: {broken}"]
    lines += ["", *_whole(found)]
    return "\n".join(lines)


def _line(name: str, rate: Rate, width: int, counted: tuple[str, ...]) -> str:
    if not rate.of:
        return f" {name:<{width}}  {'·' * BAR} {rate.unscored} unscored"
    filled = round(rate.share * BAR)
    bar = "█" * filled + "·" * (BAR - filled)
    low, high = rate.interval
    star = "*" if name in counted else " "
    unscored = f"  {rate.unscored} unscored" if rate.unscored else ""
    return (
        f"{star}{name:<{width}}  {bar} {rate.share:6.1%}  {rate.passed}/{rate.of}"
        f"  ({low:.0%}-{high:.0%}){unscored}"
    )


def _whole(found: Summary) -> list[str]:
    corpus, health = found.corpus, found.health
    origins = ", ".join(f"{k} {v}" for k, v in sorted(health.origins.items()))
    reasons = ", ".join(f"{k} {v}" for k, v in sorted(health.reasons.items()))
    lines = [
        f"near-duplicates {corpus.near_duplicates:.1%}, compression "
        f"{corpus.compression:.1f}, repeated 4-grams {corpus.repeated:.1%}",
        f"origins: {origins or 'none'}" + (f" (reasons: {reasons})" if reasons else ""),
    ]
    if health.calls:
        cost = f", ${health.cost:.4f}" if health.cost is not None else ""
        lines.append(
            f"calls {health.calls}, tokens {health.input_tokens} in "
            f"{health.output_tokens} out{cost}; {health.fallbacks} fallbacks, "
            f"{health.mended} mended by repair"
        )
        split = ", ".join(
            f"{name} {rate.share:.1%} of {rate.of}"
            for name, rate in found.by_origin.items()
        )
        lines.append(f"pass by origin: {split}")
    lines.append(
        f"a note took {health.median_ms} ms in the middle, "
        f"{health.slowest_ms} ms at most"
        + (f"; {health.errors} errors" if health.errors else "")
    )
    return lines


def verdict(found: Verdict) -> str:
    """Return the outcome and its reasons; cases stand under the reason they show."""
    lines = [found.outcome.upper()]
    for finding in found.findings:
        lines.append(f"  {finding.outcome}: {finding.what}")
        lines += _cases(finding)
    shown = found.paired
    if shown is not None:
        low, high = shown.interval
        lines.append(
            f"  clean notes: {100 * shown.difference:+.1f} points, 95 % interval "
            f"{100 * low:+.1f} to {100 * high:+.1f}, exact p {shown.worse:.4f} "
            f"(worse), {shown.better:.4f} (better); {shown.cases} cases, "
            f"{shown.clusters} clusters; detectable drop "
            f"{100 * shown.detectable:.0f} points"
        )
    elif found.flips:
        better = sum(not flip.worse for flip in found.flips)
        lines.append(
            f"  scores that changed: {len(found.flips) - better} worse, {better} better"
        )
        lines += [
            f"    {'-' if flip.worse else '+'} {flip.case} {flip.scorer}: {flip.reason}"
            for flip in found.flips[: 3 * SHOWN_CASES]
        ]
    return "\n".join(lines)


def _cases(finding: Finding) -> list[str]:
    if not finding.cases:
        return []
    more = len(finding.cases) - SHOWN_CASES
    shown = ", ".join(finding.cases[:SHOWN_CASES])
    return [f"    {shown}{f' and {more} more' if more > 0 else ''}"]


def note(sample: Sample) -> str:
    """Return one note with the reasons of its scores."""
    lines = [f"=== {sample.id}" + (f" #{sample.epoch}" if sample.epoch else "")]
    if sample.error is not None:
        return "\n".join([*lines, f"error: {sample.error}"])
    if sample.output is not None:
        subject = (
            f"Subject: {sample.output.subject}\n\n" if sample.output.subject else ""
        )
        lines += [f"{subject}{sample.output.text}", "", f"origin: {origin(sample)}"]
    for name, score in sample.scores.items():
        word = "pass" if score.ok else "unscored" if score.ok is None else "FAIL"
        lines.append(f"{word:<8} {name}: {score.reason}")
    return "\n".join(lines)
