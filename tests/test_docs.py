"""What the docs say of the code is true."""

import re
from pathlib import Path

import pytest
import yaml

from afternote.cli import COMMANDS
from afternote.rules import all_rules
from afternote.rules.page import page
from afternote.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_rules_md_is_current() -> None:
    shown = (ROOT / "RULES.md").read_text(encoding="utf-8")

    assert shown.strip() == page().strip(), "run `make rules`"


@pytest.mark.parametrize("command", list(COMMANDS))
def test_the_readme_shows_every_command(command: str) -> None:
    assert f"afternote {command}" in README


def test_the_readme_names_no_command_that_does_not_exist() -> None:
    named = set(re.findall(r"^ *(?:\$ )?afternote ([a-z]+)", README, re.M))

    assert named <= set(COMMANDS)


def test_the_readme_counts_the_rules_right() -> None:
    counted = re.search(r"(\d+) rules", README)

    assert counted is not None
    assert int(counted[1]) == len(all_rules())


def test_every_make_target_the_readme_names_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))

    assert set(re.findall(r"\bmake ([a-z]+)", README)) <= targets


def test_the_compose_file_runs_commands_and_sets_settings_that_exist() -> None:
    compose = yaml.safe_load((ROOT / "docs" / "compose.yaml").read_text())
    ours = [s for s in compose["services"].values() if "build" in s]

    assert {s["command"].split()[1] for s in ours} == {"serve", "worker"}
    for service in ours:
        named = {k for k in service["environment"] if k.startswith("AFTERNOTE_")}
        known = {f"AFTERNOTE_{field.upper()}" for field in Settings.model_fields}
        assert named <= known
        assert set(service["secrets"]) <= set(compose["secrets"])
