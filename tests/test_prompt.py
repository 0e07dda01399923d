"""Prompt files: checked front matter, slots that match, a hash of the content."""

import pytest

from afternote import prompt
from afternote.assets import version
from afternote.errors import ConfigError

GOOD = """---
purpose: Say something.
inputs: [what]
---

## system

Be brief.

## user

Say {what}.
"""


@pytest.mark.parametrize("name", prompt.NAMES)
def test_every_shipped_prompt_loads(name: prompt.Name) -> None:
    loaded = prompt.load(name)

    assert loaded.version.startswith(f"{name}@")
    assert loaded.inputs


def test_the_version_is_the_hash_of_the_content() -> None:
    changed = GOOD.replace("brief", "short")

    first, second = prompt.Prompt.parse("x", GOOD), prompt.Prompt.parse("x", changed)

    assert first.version == f"x@{version(GOOD)}"
    assert first.version != second.version


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("inputs: [what]", "inputs: [what, who]", "the input 'who' has no slot"),
        ("{what}", "{whom}", "the slot 'whom' is not among its inputs"),
        ("## user", "## human", "needs the headings system and user"),
        ("## user", "## system", "the heading 'system' comes twice"),
        ("purpose: Say something.\n", "", "front matter: purpose"),
        ("purpose:", "model: gpt\npurpose:", "front matter: model"),
        ("Say {what}", "Say {what} {", "a brace must be doubled"),
        ("Say {what}", "Say {what} {a.b}", "must be a plain name"),
        ("---\npurpose", "purpose", "must start with front matter"),
        ("inputs: [what]", "inputs: [what", "is not YAML"),
    ],
)
def test_a_broken_prompt_names_file_and_fault(old: str, new: str, message: str) -> None:
    with pytest.raises(ConfigError, match=r"prompts/x\.md") as caught:
        prompt.Prompt.parse("x", GOOD.replace(old, new, 1))

    assert message in str(caught.value)


def test_values_are_inserted_as_they_are_and_never_searched_for_slots() -> None:
    hostile = 'O\'Brien & Söhne "x" {what} {{system}} {0}'

    system, user = prompt.messages(prompt.Prompt.parse("x", GOOD), {"what": hostile})

    assert system.content == "Be brief."
    assert user.content == f"Say {hostile}."
