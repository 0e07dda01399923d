"""Settings: flag > AFTERNOTE_* > config file > default; one line when broken."""

import subprocess
from pathlib import Path

import pytest

from afternote.errors import ConfigError
from afternote.settings import OPENAI_URL, Settings, silence_tracing


def home(tmp_path: Path, text: str) -> dict[str, str]:
    folder = tmp_path / "afternote"
    folder.mkdir()
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return {"XDG_CONFIG_HOME": str(tmp_path)}


def test_a_flag_beats_the_environment_and_that_beats_the_file(tmp_path: Path) -> None:
    environ = home(tmp_path, 'model = "file"\ndeadline = 5\nmax_calls = 2\n')
    environ |= {"AFTERNOTE_MODEL": "environment", "AFTERNOTE_DEADLINE": "7"}

    settings = Settings.load({"model": "flag", "deadline": None}, environ)

    assert (settings.model, settings.deadline, settings.max_calls) == ("flag", 7.0, 2)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("colour = 'red'\n", "unknown setting 'colour'"),
        ("deadline = -1\n", "setting 'deadline'"),
        ("deadline = \n", "config file"),
        ("base_url = 'ftp://x'\n", "base_url must be like"),
        ("base_url = 'http://[x'\n", "base_url must be like"),
    ],
)
def test_a_broken_config_file_is_one_line_that_names_it(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        Settings.load({}, home(tmp_path, text))

    assert message in str(caught.value)
    assert "config file" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_key_is_never_in_a_message_or_a_repr(tmp_path: Path) -> None:
    settings = Settings.load({}, {"OPENAI_API_KEY": "sk-secret"})

    assert "sk-secret" not in repr(settings)
    assert settings.endpoint == OPENAI_URL


def test_without_key_or_address_there_is_no_endpoint() -> None:
    assert Settings.load({}, {}).endpoint is None


def test_offline_beats_every_key() -> None:
    assert Settings.load({"offline": True}, {"OPENAI_API_KEY": "k"}).endpoint is None


def test_no_tracing_variable_survives(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2", "LANGCHAIN_HANDLER"):
        monkeypatch.setenv(name, "true")

    silence_tracing()

    left = subprocess.run(["env"], capture_output=True, text=True, check=True).stdout
    assert "LANGSMITH" not in left
    assert "LANGCHAIN" not in left
