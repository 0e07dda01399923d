"""API keys: made, told once, kept as digests, scoped, revoked without a restart."""

import json
import stat
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.api.conftest import NOTES, Serve

from afternote.api.keys import Keys
from afternote.batch.sealing import Sealed
from afternote.cli import run
from afternote.errors import ConfigError, InputError


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def ask(client: TestClient, headers: dict[str, str] | None = None) -> int:
    sent = {"notes": NOTES}
    return client.post("/v1/notes", json=sent, headers=headers or {}).status_code


def test_a_key_is_kept_as_a_digest_in_a_file_of_its_owner(keys: Keys) -> None:
    made = keys.new("acme")

    text = keys.path.read_text(encoding="utf-8")

    assert made.secret not in text
    assert made.secret.split("_", 2)[2] not in text
    assert len(made.secret) > 45
    assert stat.S_IMODE(keys.path.stat().st_mode) == 0o600
    assert keys.find(made.secret) == made.key


def test_without_a_key_in_the_file_nobody_needs_one(client: TestClient) -> None:
    assert ask(client) == 200


def test_with_a_key_in_the_file_everybody_needs_one(serve: Serve, keys: Keys) -> None:
    secret = keys.new("acme").secret
    client = serve()

    missing = client.post("/v1/notes", json={"notes": NOTES})
    wrong = client.post("/v1/notes", json={"notes": NOTES}, headers=bearer("anote_x_y"))

    assert (missing.status_code, wrong.status_code) == (401, 401)
    assert missing.headers["www-authenticate"].startswith("Bearer")
    assert "invalid_token" in wrong.headers["www-authenticate"]
    assert ask(client, bearer(secret)) == 200
    assert ask(client, bearer(secret[:-1])) == 401
    assert client.get("/v1/rules").status_code == 401


def test_health_and_page_need_no_key(serve: Serve, keys: Keys) -> None:
    keys.new("acme")
    client = serve()

    assert [client.get(p).status_code for p in ("/healthz", "/readyz", "/")] == [
        200
    ] * 3


def test_a_key_does_what_its_scopes_say_and_no_more(serve: Serve, keys: Keys) -> None:
    secret = keys.new("checker", ("checks",)).secret
    client = serve()

    checked = client.post(
        "/v1/checks", json={"note": "Hi Dana, thank you."}, headers=bearer(secret)
    )

    assert checked.status_code == 200
    assert ask(client, bearer(secret)) == 403
    assert client.get("/v1/rules", headers=bearer(secret)).status_code == 200
    assert client.get("/metrics", headers=bearer(secret)).status_code == 403


def test_keys_come_and_go_without_a_restart(serve: Serve, keys: Keys) -> None:
    first = keys.new("first")
    client = serve()
    second = keys.new("second")

    keys.revoke(first.key.id)

    assert ask(client, bearer(first.secret)) == 401
    assert ask(client, bearer(second.secret)) == 200


def test_revoking_the_last_key_does_not_open_the_door(serve: Serve, keys: Keys) -> None:
    made = keys.new("only")
    client = serve()

    keys.revoke(made.key.id)

    assert ask(client) == 401


def test_each_key_has_a_rate_of_its_own(serve: Serve, keys: Keys) -> None:
    one, other = keys.new("one").secret, keys.new("other").secret
    client = serve(rate=1)

    assert ask(client, bearer(one)) == 200
    assert ask(client, bearer(one)) == 429
    assert ask(client, bearer(other)) == 200


def test_the_page_works_with_the_key_typed_in(serve: Serve, keys: Keys) -> None:
    secret = keys.new("acme").secret
    client = serve()

    without = client.post("/", data={"notes": NOTES})
    with_key = client.post("/", data={"notes": NOTES, "key": secret})

    assert without.status_code == 401
    assert "Hi Dana," in with_key.text
    assert secret not in with_key.text


def test_a_file_that_holds_no_keys_is_a_broken_setup(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text('[{"id": 1}]', encoding="utf-8")

    with pytest.raises(ConfigError, match="not a list of API keys"):
        Keys(tmp_path / "keys.json").all()


def test_an_unknown_key_cannot_be_revoked(keys: Keys) -> None:
    with pytest.raises(InputError, match="there is no key 'nope'"):
        keys.revoke("nope")


def test_the_command_line_makes_lists_and_revokes(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("AFTERNOTE_KEYS", str(tmp_path / "k" / "keys.json"))

    assert run(["keys", "new", "acme", "--scope", "checks"]) == 0
    secret = capsys.readouterr().out.strip()
    [kept] = json.loads((tmp_path / "k" / "keys.json").read_text(encoding="utf-8"))
    assert run(["keys", "list"]) == 0
    listed = capsys.readouterr().out
    assert run(["keys", "revoke", kept["id"]]) == 0
    capsys.readouterr()
    assert run(["keys", "list"]) == 0

    assert secret.startswith(f"anote_{kept['id']}_")
    assert secret not in listed
    assert "in use  checks  acme" in listed
    assert "revoked" in capsys.readouterr().out
    assert run(["keys", "revoke", "nope"]) == 2


def test_a_batch_key_is_made_once_and_for_its_owner_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "batch.key"

    assert run(["keys", "batch", str(made)]) == 0
    assert run(["keys", "batch", str(made)]) == 2

    assert made.stat().st_mode & 0o777 == 0o600
    assert Sealed.of(made).open(Sealed.of(made).seal(b"a")) == b"a"
    assert made.read_text().strip() not in "".join(capsys.readouterr())
