"""The only reader of the environment: flag > AFTERNOTE_* > config file > default."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from afternote.errors import ConfigError

DEFAULT_MODEL = "gpt-6-luna"
OPENAI_URL = "https://api.openai.com/v1"


class Settings(BaseModel):
    """What the operator sets. Times are seconds.

    *retries* and *repairs* count what may follow the first call; *max_calls* bounds
    all calls of one draft together, *deadline* all its time. The rest is for `serve`:
    *keys* is the file of API keys, *rate* the requests a minute for each of them,
    *in_flight* the requests worked on at once, *hosts* the names, parted by commas,
    under which the server may be addressed beside those of this machine, *tokens* what
    each key may spend a day, *state_url* the Valkey or Redis that several servers
    share, *telemetry* whether OpenTelemetry is told. *queue* is the Postgres in which
    several machines keep batches, *batch_key* the file of the key that seals them,
    *batches* where one machine keeps them, *batch_hours* how long at most;
    *webhook_private* lets webhooks stay in-house.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    base_url: str | None = None
    api_key: SecretStr | None = None
    model: str = DEFAULT_MODEL
    deadline: float = Field(default=30.0, gt=0, le=600)
    max_calls: int = Field(default=6, ge=1, le=50)
    offline: bool = False
    require_model: bool = False
    private: bool = False
    use_proxy: bool = False
    keys: str | None = None
    rate: int = Field(default=120, ge=1, le=1_000_000)
    in_flight: int = Field(default=500, ge=1, le=100_000)
    hosts: str = ""
    tokens: int | None = Field(default=None, ge=1, le=10**12)
    state_url: SecretStr | None = None
    workers: int = Field(default=1, ge=1, le=256)
    telemetry: bool = False
    queue: SecretStr | None = None
    batch_key: str | None = None
    batches: str | None = None
    batch_hours: float = Field(default=24.0, gt=0, le=24 * 30)
    webhook_private: bool = False
    log_level: str = Field(
        default="warning", pattern="^(debug|info|warning|error|critical)$"
    )

    @property
    def endpoint(self) -> str | None:
        """The one address that may be contacted, or None for offline."""
        if self.offline or not (self.base_url or self.api_key):
            return None
        return self.base_url or OPENAI_URL

    @property
    def keys_file(self) -> Path:
        """Where the API keys are: as set, else beside the config file."""
        if self.keys is not None:
            return Path(self.keys).expanduser()
        return _config_path(os.environ).with_name("keys.json")  # noqa: TID251

    @property
    def batches_file(self) -> Path:
        """Where batches are kept: as set, else beside the config file."""
        if self.batches is not None:
            return Path(self.batches).expanduser()
        return _config_path(os.environ).with_name("batches.ledger")  # noqa: TID251

    @classmethod
    def load(
        cls, flags: Mapping[str, Any], environ: Mapping[str, str] | None = None
    ) -> Self:
        """Merge *flags* (None means not given), environment and config file.

        Raises ConfigError with one line that names the setting and its source.
        """
        environ = os.environ if environ is None else environ  # noqa: TID251
        path = _config_path(environ)
        layers = [
            (f"config file {path}", _config_file(path)),
            ("environment", _environment(environ)),
            ("flags", {k: v for k, v in flags.items() if v is not None}),
        ]
        merged: dict[str, Any] = {}
        source: dict[str, str] = {}
        for name, layer in layers:
            merged |= layer
            source |= dict.fromkeys(layer, name)
        try:
            settings = cls.model_validate(merged)
        except ValidationError as error:
            first = error.errors()[0]
            key = ".".join(str(part) for part in first["loc"])
            what = (
                "unknown setting" if first["type"] == "extra_forbidden" else "setting"
            )
            raise ConfigError(
                f"{source.get(key, 'settings')}: {what} {key!r}: {first['msg']}"
            ) from None
        _check_url(settings.base_url, source.get("base_url", "settings"))
        return settings


def _config_path(environ: Mapping[str, str]) -> Path:
    home = environ.get("XDG_CONFIG_HOME") or str(
        Path(environ.get("HOME", "~")).expanduser() / ".config"
    )
    return Path(home) / "afternote" / "config.toml"


def _config_file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"config file {path}: {error}") from error


def _environment(environ: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if environ.get("OPENAI_API_KEY"):
        found["api_key"] = environ["OPENAI_API_KEY"]
    if environ.get("OPENAI_BASE_URL"):
        found["base_url"] = environ["OPENAI_BASE_URL"]
    for key, value in environ.items():
        if key.startswith("AFTERNOTE_") and value:
            found[key.removeprefix("AFTERNOTE_").lower()] = value
    return found


def _check_url(url: str | None, source: str) -> None:
    if url is None:
        return
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
        _ = parts.port
    except ValueError:
        usable = False
    if not usable:
        raise ConfigError(
            f"{source}: base_url must be like https://host/v1, with http or https"
        )


def silence_tracing() -> None:
    """Take every switch of LangChain's tracing out of this process's environment.

    One such variable would post each step's inputs to a tracing service; some make
    every run fail instead. Called before langchain-core is first imported.
    """
    for key in [k for k in os.environ if k.startswith(("LANGSMITH_", "LANGCHAIN_"))]:  # noqa: TID251
        del os.environ[key]  # noqa: TID251
