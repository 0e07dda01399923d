"""Without the extras the commands say what to install, and the rest still works."""

import subprocess
import sys

import pytest

BLOCKED = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {missing!r}:
            raise ModuleNotFoundError("no " + name, name=name)
sys.meta_path.insert(0, Missing())
from afternote.cli import run
sys.exit(run({arguments!r}))
"""


def run(missing: tuple[str, ...], *arguments: str) -> subprocess.CompletedProcess[str]:
    code = BLOCKED.format(missing=missing, arguments=list(arguments))
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("missing", "command", "extra"),
    [
        (("fastapi", "starlette", "uvicorn"), "serve", "[serve]"),
        (("cryptography",), "serve", "[serve]"),
        (("mcp",), "mcp", "[mcp]"),
    ],
)
def test_a_missing_extra_is_named(
    missing: tuple[str, ...], command: str, extra: str
) -> None:
    done = run(missing, command)

    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert f"pip install 'afternote{extra}'" in done.stderr


def test_a_setting_whose_extra_is_missing_names_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("AFTERNOTE_STATE_URL", "valkey://127.0.0.1:1")
    done = run(("redis",), "serve", "--port", "0")

    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "pip install 'afternote[state]'" in done.stderr


def test_keys_are_made_without_the_servers_packages() -> None:
    done = run(("fastapi", "starlette", "uvicorn", "cryptography"), "keys", "--help")

    assert done.returncode == 0
    assert "revoke" in done.stdout
