"""`afternote rules`: every rule, or one of them."""

import json
from typing import Any

import click

from afternote.errors import InputError
from afternote.rules import all_rules
from afternote.rules.page import as_object, entry, is_called


@click.command("rules")
@click.argument("code", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(code: str | None, *, as_json: bool) -> None:
    """Show every rule, or the one called CODE (its code or its name)."""
    wanted = [r for r in all_rules() if code is None or is_called(r, code)]
    if not wanted:
        raise InputError(f"there is no rule {code!r}; `afternote rules` lists them")
    if as_json:
        found: Any = [as_object(r) for r in wanted]
        click.echo(
            json.dumps(found[0] if code else found, ensure_ascii=False, indent=2)
        )
    elif code:
        click.echo(entry(wanted[0]))
    else:
        for r in wanted:
            click.echo(f"{r.code}  {r.name}  {r.why}")
