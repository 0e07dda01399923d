"""Schemathesis over the whole OpenAPI document, with a key, in process.

What JSON Schema has no keyword for (English, in words, on one line) is a `format` of
ours, made here from words. One refusal cannot be mended: who requires a model asks for
a 503 where it gives no note, and that is what they get.
"""

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    ignored_auth,
    positive_data_acceptance,
    unsupported_method,
)
from starlette.testclient import TestClient

from afternote.api.app import create
from afternote.api.keys import Keys
from afternote.settings import Settings

WORDS = st.sampled_from(
    "met Dana Whitfield from Northwind about the dbt migration and loved how they "
    "review code; was 20 minutes late, 85k, but kind 🙂 é".split()
)
LINES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
TEXTS = st.lists(LINES, min_size=1, max_size=6).map("met\n".join)
for name, texts in (
    ("line", LINES),
    ("note", TEXTS),
    ("notes", TEXTS.map("met {}".format)),
):
    schemathesis.openapi.format(name, texts)
ROUTES = ["/v1/notes", "/v1/briefs", "/v1/checks", "/v1/rules", "/v1/rules/{code}"]


def schema_of(folder: Path) -> tuple[Any, dict[str, str]]:
    """Return the schema of a server with one key, and the headers that bear it."""
    keys = Keys(folder / "keys.json")
    secret = keys.new("schemathesis").secret
    guard = create(Settings(rate=1_000_000), keys=keys)
    document = TestClient(guard, base_url="http://localhost").get("/openapi.json")
    schema = schemathesis.openapi.from_dict(document.json())
    schema.app = guard
    return schema, {"Authorization": f"Bearer {secret}"}


def test_no_route_is_left_out(tmp_path: Path) -> None:
    schema, _ = schema_of(tmp_path)

    assert {o.ok().path for o in schema.get_all_operations()} == set(ROUTES)


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda m: m.value)
@pytest.mark.parametrize("path", ROUTES)
def test_every_answer_is_as_described(
    path: str, mode: GenerationMode, tmp_path: Path
) -> None:
    schema, headers = schema_of(tmp_path)
    operation = next(o.ok() for o in schema.get_all_operations() if o.ok().path == path)

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=60,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def answers(case: Any) -> None:
        answer = case.call(headers=headers, base_url="http://localhost", timeout=120)
        skipped = [ignored_auth, unsupported_method]
        if answer.status_code == 503:
            assert answer.json()["type"].endswith("model-unavailable")
            assert case.body["require_model"]
            skipped += [positive_data_acceptance, not_a_server_error]
        case.validate_response(answer, excluded_checks=skipped)

    if mode is GenerationMode.NEGATIVE and path == "/v1/rules":
        pytest.skip("there is nothing to get wrong")
    answers()
