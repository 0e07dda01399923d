"""What the server knows of itself: requests in flight, stopping or not, and counts.

Several workers are one server: what each has counted is laid together for /metrics.
"""

import bisect
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from afternote.models.breaker import Breaker
from afternote.schema import Note

BOUNDS = (0.005, 0.025, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Seconds: the buckets of every histogram."""

Labels = tuple[tuple[str, str], ...]
Name = tuple[str, Labels]


@dataclass
class _Histogram:
    counts: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    total: float = 0.0

    def add(self, seconds: float) -> None:
        self.counts[bisect.bisect_left(BOUNDS, seconds)] += 1
        self.total += seconds

    def lay_on(self, counts: Sequence[int], total: float) -> None:
        self.counts = [a + b for a, b in zip(self.counts, counts, strict=True)]
        self.total += total


@dataclass
class Counts:
    """What was counted; labels hold words of closed lists only."""

    counts: Counter[Name] = field(default_factory=Counter)
    times: dict[Name, _Histogram] = field(default_factory=dict)
    gauges: Counter[str] = field(default_factory=Counter)

    def time(self, name: str, labels: Labels, seconds: float) -> None:
        """Count one stretch of time."""
        self.times.setdefault((name, labels), _Histogram()).add(seconds)

    def dump(self) -> bytes:
        """Return all of it for another worker to `lay_on`."""
        counts = [(*name, n) for name, n in self.counts.items()]
        times = [(*name, t.counts, t.total) for name, t in self.times.items()]
        return json.dumps([counts, times, self.gauges]).encode()

    def lay_on(self, dumped: bytes | None) -> Self:
        """Add what another has counted, if anything."""
        if dumped is not None:
            counts, times, gauges = json.loads(dumped)
            for name, labels, count in counts:
                self.counts[name, _labels(labels)] += count
            for name, labels, buckets, total in times:
                kept = self.times.setdefault((name, _labels(labels)), _Histogram())
                kept.lay_on(buckets, total)
            self.gauges.update(gauges)
        return self

    def exposition(self) -> str:
        """Return it in Prometheus' text format."""
        lines: list[str] = []
        for name in dict.fromkeys(name for name, _ in sorted(self.counts)):
            lines.append(f"# TYPE afternote_{name}_total counter")
            lines += [
                f"afternote_{name}_total{_shown(labels)} {count}"
                for (kind, labels), count in sorted(self.counts.items())
                if kind == name
            ]
        for name in dict.fromkeys(name for name, _ in sorted(self.times)):
            lines.append(f"# TYPE afternote_{name} histogram")
            for (kind, labels), times in sorted(
                self.times.items(), key=lambda item: item[0]
            ):
                if kind == name:
                    lines += _histogram(name, labels, times)
        for name, value in self.gauges.items():
            lines += [f"# TYPE afternote_{name} gauge", f"afternote_{name} {value}"]
        return "\n".join(lines) + "\n"


@dataclass
class Health:
    """Counters and flags of one process."""

    breaker: Breaker
    draining: bool = False
    in_flight: int = 0
    counted: Counts = field(default_factory=Counts)

    def answered(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one answer to a request."""
        labels = (("route", route), ("method", method))
        self.counted.counts["requests", (*labels, ("status", str(status)))] += 1
        self.counted.time("request_seconds", labels, seconds)

    def wrote(self, note: Note) -> None:
        """Count one note: its origin, the questions it took, and their tokens."""
        counts, origin = self.counted.counts, note.origin
        labels = (("origin", origin.kind), ("reason", origin.reason or "none"))
        counts["notes", labels] += 1
        for attempt in note.attempts:
            step = (("step", attempt.step),)
            counts["attempts", (*step, ("outcome", attempt.outcome))] += 1
            self.counted.time("step_seconds", step, attempt.ms / 1000)
        counts["model_calls", ()] += note.usage.calls
        counts["tokens", (("kind", "input"),)] += note.usage.input_tokens
        counts["tokens", (("kind", "output"),)] += note.usage.output_tokens

    def dump(self) -> bytes:
        """Return what this process has counted, as of now."""
        open_now = int(self.breaker.state != "closed")
        gauges = {"in_flight": self.in_flight, "breaker_open": open_now}
        self.counted.gauges = Counter(gauges)
        return self.counted.dump()

    def exposition(self, others: Iterable[bytes | None] = ()) -> str:
        """Return it, and what *others* dumped, in Prometheus' text format."""
        whole = Counts().lay_on(self.dump())
        for other in others:
            whole.lay_on(other)
        return whole.exposition()


def _labels(given: Any) -> Labels:
    return tuple((str(name), str(value)) for name, value in given)


def _histogram(name: str, labels: Labels, times: _Histogram) -> list[str]:
    lines, sofar = [], 0
    for bound, count in zip((*BOUNDS, "+Inf"), times.counts, strict=True):
        sofar += count
        shown = _shown((*labels, ("le", str(bound))))
        lines.append(f"afternote_{name}_bucket{shown} {sofar}")
    lines.append(f"afternote_{name}_sum{_shown(labels)} {times.total:.6f}")
    lines.append(f"afternote_{name}_count{_shown(labels)} {sofar}")
    return lines


def _shown(labels: Labels) -> str:
    inner = ",".join(f'{name}="{value}"' for name, value in labels)
    return f"{{{inner}}}" if inner else ""
