"""What the process knows of itself: requests in flight, stopping or not, and counts."""

import bisect
from collections import Counter
from dataclasses import dataclass, field

from afternote.models.breaker import Breaker
from afternote.schema import Note

BOUNDS = (0.005, 0.025, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Seconds: the buckets of every histogram."""

Labels = tuple[tuple[str, str], ...]


class _Histogram:
    def __init__(self) -> None:
        self.counts = [0] * (len(BOUNDS) + 1)
        self.total = 0.0

    def add(self, seconds: float) -> None:
        self.counts[bisect.bisect_left(BOUNDS, seconds)] += 1
        self.total += seconds


@dataclass
class Health:
    """Counters and flags of one process; labels hold words of closed lists only."""

    breaker: Breaker
    draining: bool = False
    in_flight: int = 0
    _counts: Counter[tuple[str, Labels]] = field(default_factory=Counter)
    _times: dict[tuple[str, Labels], _Histogram] = field(default_factory=dict)

    def answered(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one answer to a request."""
        labels = (("route", route), ("method", method))
        self._counts["requests", (*labels, ("status", str(status)))] += 1
        self._time("request_seconds", labels, seconds)

    def wrote(self, note: Note) -> None:
        """Count one note: its origin, the questions it took, and their tokens."""
        origin = note.origin
        labels = (("origin", origin.kind), ("reason", origin.reason or "none"))
        self._counts["notes", labels] += 1
        for attempt in note.attempts:
            step = (("step", attempt.step),)
            self._counts["attempts", (*step, ("outcome", attempt.outcome))] += 1
            self._time("step_seconds", step, attempt.ms / 1000)
        self._counts["model_calls", ()] += note.usage.calls
        self._counts["tokens", (("kind", "input"),)] += note.usage.input_tokens
        self._counts["tokens", (("kind", "output"),)] += note.usage.output_tokens

    def exposition(self) -> str:
        """Return all of it in Prometheus' text format."""
        lines: list[str] = []
        for name in dict.fromkeys(name for name, _ in sorted(self._counts)):
            lines.append(f"# TYPE afternote_{name}_total counter")
            lines += [
                f"afternote_{name}_total{_shown(labels)} {count}"
                for (kind, labels), count in sorted(self._counts.items())
                if kind == name
            ]
        for name in dict.fromkeys(name for name, _ in sorted(self._times)):
            lines.append(f"# TYPE afternote_{name} histogram")
            for (kind, labels), times in sorted(self._times.items()):
                if kind == name:
                    lines += _histogram(name, labels, times)
        open_now = int(self.breaker.state != "closed")
        for name, value in (("in_flight", self.in_flight), ("breaker_open", open_now)):
            lines += [f"# TYPE afternote_{name} gauge", f"afternote_{name} {value}"]
        return "\n".join(lines) + "\n"

    def _time(self, name: str, labels: Labels, seconds: float) -> None:
        self._times.setdefault((name, labels), _Histogram()).add(seconds)


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
