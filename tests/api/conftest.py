"""A server without a socket, and notes to send it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from starlette.testclient import TestClient

from afternote.api.app import create
from afternote.api.guard import Guard
from afternote.api.keys import Keys
from afternote.api.telemetry import Telemetry
from afternote.settings import Settings

NOTES = (
    "Met Dana Whitfield, head of data at Northwind Analytics, Data Engineer role.\n"
    "Talked about the dbt migration. Loved their blameless post-mortems.\n"
    "Dana was 20 min late. Asked for 85k, they flinched.\nMe: Sam Rivera\n"
)


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Told:
    """All that OpenTelemetry is told, by its own SDK, with an exporter in memory."""

    def __init__(self) -> None:
        self.exporter = InMemorySpanExporter()
        self.reader = InMemoryMetricReader()
        self._tracers = TracerProvider()
        self._tracers.add_span_processor(SimpleSpanProcessor(self.exporter))
        self._meters = MeterProvider([self.reader])

    def of(self, settings: Settings) -> Telemetry:
        return Telemetry(settings, tracers=self._tracers, meters=self._meters)

    def spans(self) -> dict[str, ReadableSpan]:
        """Return the spans that ended, by name; of several the last."""
        return {span.name: span for span in self.exporter.get_finished_spans()}

    def points(self) -> dict[str, list[Any]]:
        """Return the data points of each metric."""
        found: dict[str, list[Any]] = {}
        data = self.reader.get_metrics_data()
        for resource in data.resource_metrics if data else ():
            for scope in resource.scope_metrics:
                for metric in scope.metrics:
                    found[metric.name] = list(metric.data.data_points)
        return found

    def whole(self) -> str:
        """Return all of it as text, to search in."""
        self.kept = getattr(self, "kept", "")
        self.kept += "".join(s.to_json() for s in self.exporter.get_finished_spans())
        self.exporter.clear()
        return self.kept + repr(self.points())

    def close(self) -> None:
        self._tracers.shutdown()
        self._meters.shutdown()


@pytest.fixture
def told() -> Iterator[Told]:
    made = Told()
    yield made
    made.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return Keys(tmp_path / "keys.json")


Serve = Callable[..., TestClient]


@pytest.fixture
def guard(keys: Keys, clock: Clock) -> Guard:
    return create(Settings(), keys=keys, clock=clock)


@pytest.fixture
def serve(keys: Keys, clock: Clock) -> Iterator[Serve]:
    """Return a function that serves with the settings it is given."""
    running: list[TestClient] = []

    def made(told: Told | None = None, **settings: Any) -> TestClient:
        chosen = Settings(**settings)
        seen = told.of(chosen) if told else None
        app = create(chosen, keys=keys, clock=clock, telemetry=seen)
        client = TestClient(
            app, base_url="http://localhost", raise_server_exceptions=False
        )
        client.__enter__()
        running.append(client)
        return client

    yield made
    for client in running:
        client.__exit__(None, None, None)


@pytest.fixture
def client(serve: Serve) -> TestClient:
    return serve()
