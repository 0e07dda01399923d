"""Spans and metrics for OpenTelemetry: names, numbers and words of closed lists.

Every name of OpenTelemetry's is here; those of its GenAI conventions still move. Made
only where the operator's settings ask for it (`telemetry`), never by OpenTelemetry's
own environment variables alone. This side knows the API and no exporter: what is told
goes to the provider that the operator's launcher has set up, and without one nowhere.

    span    POST /v1/notes          server; its parent is the caller's `traceparent`
    span      draft                 one for each request for notes
    span        chat {model}        client; one for each request to the model

No exception is recorded, since messages of errors may hold what was sent. Needs the
extra `[otel]`.
"""

import asyncio
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urlsplit

from opentelemetry import metrics, trace
from opentelemetry.metrics import MeterProvider
from opentelemetry.trace import (
    Span,
    SpanKind,
    Status,
    StatusCode,
    TracerProvider,
)
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from afternote.errors import ModelError
from afternote.models import Answer, Message, Model
from afternote.schema import Note
from afternote.settings import Settings

NAME = "afternote"

ERROR = "error.type"
METHOD, ROUTE = "http.request.method", "http.route"
STATUS = "http.response.status_code"
HOST, PORT = "server.address", "server.port"
OPERATION, PROVIDER = "gen_ai.operation.name", "gen_ai.provider.name"
ASKED, ANSWERED = "gen_ai.request.model", "gen_ai.response.model"
OUTPUT = "gen_ai.output.type"
TOKENS_IN, TOKENS_OUT = "gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens"
TOKEN_TYPE = "gen_ai.token.type"  # noqa: S105 - a name, no secret
REQUEST_ID = "afternote.request.id"
TO, ORIGIN, REASON = "afternote.to", "afternote.origin", "afternote.reason"
STEP, OUTCOME = "afternote.step", "afternote.outcome"

SECONDS = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48)
"""Bounds of histograms of time, beginning as the conventions advise."""

TOKENS = (1, 4, 16, 64, 256, 1024, 4096, 16384)
"""Bounds of the histogram of tokens, as far as a note can go."""

_DATED = re.compile(r"[-@:._0-9]*")


class Telemetry:
    """Tells what happens to *tracers* and *meters*, or to those set up globally."""

    def __init__(
        self,
        settings: Settings,
        *,
        tracers: TracerProvider | None = None,
        meters: MeterProvider | None = None,
    ) -> None:
        self._tracer = trace.get_tracer(NAME, tracer_provider=tracers)
        meter = metrics.get_meter(NAME, meter_provider=meters)
        self._requests = meter.create_histogram(
            "http.server.request.duration",
            unit="s",
            explicit_bucket_boundaries_advisory=SECONDS,
        )
        self._chats = meter.create_histogram(
            "gen_ai.client.operation.duration",
            unit="s",
            explicit_bucket_boundaries_advisory=SECONDS,
        )
        self._tokens = meter.create_histogram(
            "gen_ai.client.token.usage",
            unit="{token}",
            explicit_bucket_boundaries_advisory=TOKENS,
        )
        self._steps = meter.create_histogram(
            "afternote.step.duration",
            unit="s",
            explicit_bucket_boundaries_advisory=SECONDS,
        )
        self._notes = meter.create_counter("afternote.notes", unit="{note}")
        endpoint = urlsplit(settings.endpoint or "")
        self._model: dict[str, str | int] = {
            OPERATION: "chat",
            PROVIDER: "openai",
            ASKED: settings.model,
            HOST: endpoint.hostname or "",
            PORT: endpoint.port or (80 if endpoint.scheme == "http" else 443),
        }

    @contextmanager
    def request(
        self, method: str, route: str, request_id: str, headers: Mapping[str, str]
    ) -> Iterator[Span]:
        """Be the span of one HTTP request; `answered` ends its story."""
        # What a caller puts into tracestate or baggage would be exported as it is.
        parent = {"traceparent": headers.get("traceparent", "")}
        labels = {METHOD: method, ROUTE: route, REQUEST_ID: request_id}
        with self._tracer.start_as_current_span(
            f"{method} {route}",
            context=TraceContextTextMapPropagator().extract(parent),
            kind=SpanKind.SERVER,
            attributes=labels,
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            yield span

    def answered(
        self, span: Span, method: str, route: str, status: int, seconds: float
    ) -> None:
        """Tell how a request ended."""
        labels: dict[str, str | int] = {METHOD: method, ROUTE: route, STATUS: status}
        span.set_attribute(STATUS, status)
        if status >= 500:
            labels[ERROR] = str(status)
            _failed(span, str(status))
        self._requests.record(seconds, labels)

    @contextmanager
    def draft(self, to: str) -> Iterator[Span]:
        """Be the span of the drafting for one request."""
        with self._tracer.start_as_current_span(
            "draft",
            attributes={TO: to},
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            try:
                yield span
            except ModelError as error:
                _failed(span, error.reason)
                raise

    def wrote(self, note: Note) -> None:
        """Tell of one note: where it came from, and each question it took."""
        labels = {ORIGIN: note.origin.kind, REASON: note.origin.reason or "none"}
        trace.get_current_span().set_attributes(labels)
        self._notes.add(1, labels)
        for one in note.attempts:
            self._steps.record(one.ms / 1000, {STEP: one.step, OUTCOME: one.outcome})

    async def chat(
        self,
        model: Model,
        messages: tuple[Message, ...],
        schema: dict[str, object],
        name: str,
    ) -> Answer:
        """Ask *model*, and tell that it was asked, how long it took, and the tokens."""
        started = time.monotonic()
        outcome: dict[str, str | int] = {ERROR: "_OTHER"}
        with self._tracer.start_as_current_span(
            f"chat {self._model[ASKED]}",
            kind=SpanKind.CLIENT,
            attributes=self._model | {OUTPUT: "json"},
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            try:
                answer = await model.ask(messages, schema=schema, name=name)
                outcome = {}
            except asyncio.CancelledError:
                outcome = {ERROR: "cancelled"}
                raise
            except ModelError as error:
                outcome = {ERROR: error.reason}
                self._spent(span, *error.tokens)
                raise
            finally:
                if outcome:
                    _failed(span, str(outcome[ERROR]))
                seconds = time.monotonic() - started
                self._chats.record(seconds, self._model | outcome)
            self._spent(span, answer.input_tokens, answer.output_tokens)
            if _is_of(answer.model, str(self._model[ASKED])):
                span.set_attribute(ANSWERED, answer.model)
        return answer

    def _spent(self, span: Span, given: int, taken: int) -> None:
        for kind, attribute, count in (
            ("input", TOKENS_IN, given),
            ("output", TOKENS_OUT, taken),
        ):
            if count:
                span.set_attribute(attribute, count)
                self._tokens.record(count, self._model | {TOKEN_TYPE: kind})


class Watched:
    """*model*, each request to it told to *telemetry*."""

    def __init__(self, model: Model, telemetry: Telemetry) -> None:
        self._model = model
        self._telemetry = telemetry

    @property
    def name(self) -> str:
        """The model's name as configured."""
        return self._model.name

    async def ask(
        self, messages: tuple[Message, ...], *, schema: dict[str, object], name: str
    ) -> Answer:
        """Return the model's answer; see `Model`."""
        return await self._telemetry.chat(self._model, messages, schema, name)


def _failed(span: Span, why: str) -> None:
    span.set_attribute(ERROR, why)
    span.set_status(Status(StatusCode.ERROR))


def _is_of(answered: str, asked: str) -> bool:
    """Is that the model asked for, perhaps with its date? A server may say anything."""
    known = answered.startswith(asked)
    return known and bool(_DATED.fullmatch(answered, len(asked)))
