"""What the docs say of the code is true."""

import re
from pathlib import Path

import pytest

from afternote.cli import COMMANDS
from afternote.rules import all_rules
from afternote.rules.page import page

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
