"""A run in figures: by scorer, by rule, by origin, over the whole run, and its cost."""

from collections import Counter, defaultdict
from typing import NamedTuple

from afternote.check import parse
from afternote.errors import InputError
from afternote.evaluate.corpus import Corpus, Text, measure
from afternote.evaluate.record import Run, Sample
from afternote.evaluate.stats import Interval, wilson
from afternote.schema import Options


class Rate(NamedTuple):
    """How many passed, of how many scored; *unscored* are in neither."""

    passed: int
    of: int
    unscored: int = 0

    @property
    def share(self) -> float:
        """The share that passed; 1 when nothing was scored."""
        return self.passed / self.of if self.of else 1.0

    @property
    def interval(self) -> Interval:
        """The 95 % Wilson interval of the share."""
        return wilson(self.passed, self.of)


class Health(NamedTuple):
    """What the service did to get there. Times are milliseconds of wall time.

    *mended* counts notes that were clean only after a repair. *cost* is in dollars,
    None when no price is known.
    """

    origins: dict[str, int]
    reasons: dict[str, int]
    fallbacks: int
    mended: int
    calls: int
    input_tokens: int
    output_tokens: int
    cost: float | None
    median_ms: int
    slowest_ms: int
    errors: int


class Summary(NamedTuple):
    """All figures of one run. *rules* counts the notes that break each rule."""

    clean: Rate
    scorers: dict[str, Rate]
    by_origin: dict[str, Rate]
    rules: dict[str, int]
    corpus: Corpus
    health: Health


Price = tuple[float, float]


def summarize(run: Run, *, price: Price | None = None) -> Summary:
    """Return the figures of *run*. *price*: dollars a million tokens, in and out."""
    counted = run.header.counted
    scored = [s for s in run.samples if s.output is not None]
    by_origin: defaultdict[str, list[Sample]] = defaultdict(list)
    for sample in scored:
        by_origin[origin(sample)].append(sample)
    return Summary(
        clean=Rate(sum(s.clean(counted) for s in scored), len(scored)),
        scorers={name: _rate(scored, name) for name in run.header.scorers},
        by_origin={
            name: Rate(sum(_passes(s, counted) for s in group), len(group))
            for name, group in sorted(by_origin.items())
        },
        rules=_rules(scored),
        corpus=measure(_texts(scored)),
        health=_health(run, price),
    )


def origin(sample: Sample) -> str:
    """Return where the note came from, in one word; "given" when nobody knows."""
    known = sample.output.origin if sample.output else None
    if sample.fallback:
        return "fallback"
    return known.kind if known else "given"


def _passes(sample: Sample, counted: tuple[str, ...]) -> bool:
    """As `Sample.clean`, but of any origin: how good are the fallbacks themselves."""
    return all(sample.scores[n].ok is not False for n in counted if n in sample.scores)


def _rate(samples: list[Sample], name: str) -> Rate:
    verdicts = [s.scores[name].ok for s in samples if name in s.scores]
    known = [v for v in verdicts if v is not None]
    return Rate(sum(known), len(known), len(verdicts) - len(known))


def _rules(samples: list[Sample]) -> dict[str, int]:
    broken: Counter[str] = Counter()
    for sample in samples:
        if "rules" in sample.scores:
            broken.update({mark.label for mark in sample.scores["rules"].marks})
    return dict(sorted(broken.items(), key=lambda item: (-item[1], item[0])))


def _texts(samples: list[Sample]) -> list[Text]:
    texts = []
    for sample in samples:
        if sample.epoch or sample.output is None:
            continue
        try:
            draft = parse(sample.output.text, Options(channel=sample.channel))
        except InputError:
            continue
        texts.append(Text(sample.id, draft.body.text, sample.output.names))
    return texts


def _health(run: Run, price: Price | None) -> Health:
    outputs = [s.output for s in run.samples if s.output is not None]
    times = sorted(o.ms for o in outputs) or [0]
    tokens_in = sum(o.usage.input_tokens for o in outputs)
    tokens_out = sum(o.usage.output_tokens for o in outputs)
    cost = None
    if price is not None:
        cost = (tokens_in * price[0] + tokens_out * price[1]) / 1_000_000
    return Health(
        origins=dict(Counter(origin(s) for s in run.samples if s.output)),
        reasons=dict(
            Counter(o.origin.reason for o in outputs if o.origin and o.origin.reason)
        ),
        fallbacks=sum(s.fallback for s in run.samples),
        mended=sum(
            o.origin is not None
            and o.origin.kind == "model"
            and any(a.step == "repair" for a in o.attempts)
            for o in outputs
        ),
        calls=sum(o.usage.calls for o in outputs),
        input_tokens=tokens_in,
        output_tokens=tokens_out,
        cost=cost,
        median_ms=times[len(times) // 2],
        slowest_ms=times[-1],
        errors=sum(s.error is not None for s in run.samples),
    )
