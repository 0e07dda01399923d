"""Is a run good enough, and is it worse than the run before? Verdicts with reasons."""

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, NamedTuple

from afternote.evaluate.record import Run, Sample
from afternote.evaluate.stats import ALPHA, Paired, paired
from afternote.evaluate.suite import Gate
from afternote.evaluate.summary import Summary, summarize

Outcome = Literal["pass", "fail", "inconclusive", "not whole"]
EXITS: dict[Outcome, int] = {"pass": 0, "fail": 1, "inconclusive": 0, "not whole": 5}
STRICT_INCONCLUSIVE = 6


class Finding(NamedTuple):
    """One reason for the outcome: what, and which cases show it."""

    outcome: Outcome
    what: str
    cases: tuple[str, ...] = ()


class Flip(NamedTuple):
    """A score that changed between two runs of one case."""

    case: str
    scorer: str
    worse: bool
    reason: str


class Verdict(NamedTuple):
    """The outcome, its findings in order of weight, and the comparison behind them.

    *flips* are all changed scores of a deterministic comparison, counted or not.
    """

    outcome: Outcome
    findings: tuple[Finding, ...]
    flips: tuple[Flip, ...] = ()
    paired: Paired | None = None

    def exit_code(self, *, strict: bool = False) -> int:
        """Return 0, 1 (failed), 5 (not whole) or, with *strict*, 6 (inconclusive)."""
        if self.outcome == "inconclusive" and strict:
            return STRICT_INCONCLUSIVE
        return EXITS[self.outcome]


def gate(
    run: Run, asked: Gate, baseline: Run | None = None, found: Summary | None = None
) -> Verdict:
    """Judge *run* by what its suite asks and, when given, against *baseline*.

    *found* are the figures of *run*, where they are known already.
    """
    findings = [*_whole(run, asked), *_alone(run, asked, found or summarize(run))]
    if baseline is None:
        return _verdict(findings)
    compared = compare(baseline, run, max_drop=asked.max_drop)
    return _verdict([*findings, *compared.findings], compared.flips, compared.paired)


def compare(base: Run, run: Run, *, max_drop: float = 0.10) -> Verdict:
    """Say whether *run* is worse than *base*, case by case.

    Both deterministic: any pass of a counted scorer that became a fail is a
    regression, and a fact. Otherwise epochs are averaged per case, clusters kept
    whole, and the exact sign-flip test decides: a significant drop is a failure; a
    drop of *max_drop* that the interval cannot exclude is inconclusive.
    """
    findings = list(_comparable(base, run))
    ours, theirs = _by_case(run), _by_case(base)
    common = [name for name in theirs if name in ours]
    lost = tuple(sorted(set(theirs) - set(ours)))
    if lost and base.header.suite_version == run.header.suite_version:
        findings.append(Finding("not whole", "cases of the baseline are missing", lost))
    flips = tuple(f for name in common for f in _flips(theirs[name], ours[name]))
    if base.header.deterministic and run.header.deterministic:
        findings += _regressions(flips, run.header.counted)
        return _verdict(findings, flips)
    counted = run.header.counted
    shown = paired(
        (
            ours[name][0].cluster or name,
            _share(ours[name], counted) - _share(theirs[name], counted),
        )
        for name in common
    )
    findings += _sampled(shown, max_drop, flips)
    return _verdict(findings, flips, shown)


def _comparable(base: Run, run: Run) -> Iterable[Finding]:
    if base.header.suite != run.header.suite:
        what = f"the runs are of other suites: {base.header.suite}, {run.header.suite}"
        yield Finding("not whole", what)
    gone = tuple(code for code in base.header.rules if code not in run.header.rules)
    for code in gone:
        what = f"rule {code} {base.header.rules[code]} is no longer asked"
        yield Finding("fail", what)
    unasked = set(base.header.counted) - set(run.header.counted)
    for name in sorted(unasked):
        yield Finding("fail", f"scorer {name} no longer counts")


def _whole(run: Run, asked: Gate) -> Iterable[Finding]:
    if run.end is None or run.missing:
        failed = tuple(s.id for s in run.samples if s.error is not None)
        what = (
            f"{run.missing} of {run.expected} samples are missing or ended in an error"
        )
        if not run.missing:
            what = "the run was not finished"
        yield Finding("not whole", what, failed)
    fallbacks = [s.id for s in run.samples if s.fallback]
    if run.samples and len(fallbacks) / len(run.samples) > asked.max_fallback:
        what = (
            f"{len(fallbacks)} of {len(run.samples)} notes are templates because the "
            f"model failed; at most {asked.max_fallback:.0%} may be"
        )
        yield Finding("not whole", what, tuple(fallbacks))


def _alone(run: Run, asked: Gate, found: Summary) -> Iterable[Finding]:
    for name in asked.hard:
        broken = [
            s
            for s in run.samples
            if s.output and name in s.scores and s.scores[name].ok is False
        ]
        if broken:
            what = f"{name}: {len(broken)} fail; {broken[0].scores[name].reason}"
            yield Finding("fail", what, tuple(dict.fromkeys(s.id for s in broken)))
    for name, floor in asked.floors.items():
        rate = found.scorers.get(name)
        if rate and rate.of and rate.share < floor:
            what = f"{name}: {rate.share:.1%} pass, {floor:.1%} are asked for"
            cases = tuple(s.id for s in run.samples if _fails(s, name))
            yield Finding("fail", what, cases)
    figures = {
        "near_duplicates": found.corpus.near_duplicates,
        "compression": found.corpus.compression,
        "repeated": found.corpus.repeated,
    }
    for name, ceiling in asked.ceilings.items():
        if figures[name] > ceiling:
            what = f"{name}: {figures[name]:.3f}, at most {ceiling} is asked for"
            yield Finding("fail", what)


def _fails(sample: Sample, name: str) -> bool:
    return name in sample.scores and sample.scores[name].ok is False


def _by_case(run: Run) -> dict[str, list[Sample]]:
    found: defaultdict[str, list[Sample]] = defaultdict(list)
    for sample in run.samples:
        if sample.error is None:
            found[sample.id].append(sample)
    return dict(found)


def _share(samples: list[Sample], counted: tuple[str, ...]) -> Fraction:
    return Fraction(sum(s.clean(counted) for s in samples), len(samples))


def _flips(before: list[Sample], after: list[Sample]) -> Iterable[Flip]:
    old, new = before[0], after[0]
    for name in old.scores.keys() & new.scores.keys():
        was, now = old.scores[name].ok, new.scores[name].ok
        if was is not None and now is not None and was != now:
            yield Flip(new.id, name, was, new.scores[name].reason)


def _regressions(flips: tuple[Flip, ...], counted: tuple[str, ...]) -> list[Finding]:
    worse: defaultdict[str, list[Flip]] = defaultdict(list)
    for flip in flips:
        if flip.worse and flip.scorer in counted:
            worse[flip.scorer].append(flip)
    return [
        Finding(
            "fail",
            f"{name}: {len(group)} passed before and fail now; {group[0].reason}",
            tuple(flip.case for flip in group),
        )
        for name, group in sorted(worse.items())
    ]


def _sampled(
    shown: Paired, max_drop: float, flips: tuple[Flip, ...]
) -> Iterable[Finding]:
    points = f"{100 * shown.difference:+.1f} points"
    low, high = (100 * bound for bound in shown.interval)
    said = f"{points} (95 % interval {low:+.1f} to {high:+.1f}, p = {shown.worse:.4f})"
    if shown.worse <= ALPHA:
        worst = tuple(sorted({f.case for f in flips if f.worse}))
        yield Finding("fail", f"fewer clean notes: {said}", worst)
    elif shown.interval.low <= -max_drop:
        yield Finding(
            "inconclusive",
            f"{said}: a drop of {max_drop:.0%} is not excluded; {shown.cases} cases in "
            f"{shown.clusters} clusters would show {100 * shown.detectable:.0f} points",
        )


_WEIGHT: dict[Outcome, int] = {"fail": 0, "not whole": 1, "inconclusive": 2, "pass": 3}


def _verdict(
    findings: Iterable[Finding],
    flips: tuple[Flip, ...] = (),
    shown: Paired | None = None,
) -> Verdict:
    """Weigh the findings; a run that is not whole is not judged, and says so."""
    ordered = tuple(sorted(findings, key=lambda f: _WEIGHT[f.outcome]))
    outcomes = {f.outcome for f in ordered}
    order: tuple[Outcome, ...] = ("not whole", "fail", "inconclusive")
    outcome: Outcome = next((o for o in order if o in outcomes), "pass")
    return Verdict(outcome, ordered, flips, shown)
