"""`afternote worker`: drafts what waits in the cluster, beside any number of others."""

import asyncio
import logging
import signal
import sys
from pathlib import Path
from typing import Any

import click

from afternote.cli.options import endpoint
from afternote.errors import ConfigError
from afternote.settings import Settings

MISSING = "worker needs more packages: pip install 'afternote[cluster]'"
IN_FLIGHT = 32


@click.command("worker")
@endpoint
@click.option(
    "--jobs",
    type=click.IntRange(1, 10_000),
    metavar="N",
    help=f"Notes at once.  [{IN_FLIGHT}, 4 without a model]",
)
@click.option(
    "--price", metavar="IN/OUT", help="Dollars a million tokens, like 0.15/0.60."
)
@click.option(
    "--calls-a-minute", "calls", type=click.IntRange(1), metavar="N", help="At most."
)
@click.option(
    "--tokens-a-minute", "tokens", type=click.IntRange(1), metavar="N", help="At most."
)
@click.option("--new-key", metavar="FILE", help="Write a key for AFTERNOTE_BATCH_KEY.")
def command(
    *,
    jobs: int | None,
    price: str | None,
    calls: int | None,
    tokens: int | None,
    new_key: str | None,
    **given: Any,
) -> None:
    """Work on the batches in the Postgres at AFTERNOTE_QUEUE until stopped.

    Run as many as you like, on as many machines: one a core without a model.
    """
    try:
        # The cluster's packages are an extra, and no other command pays for them.
        import cryptography.fernet  # noqa: F401
        import procrastinate  # noqa: F401
        import psycopg_pool  # noqa: F401
    except ModuleNotFoundError as error:
        raise ConfigError(MISSING) from error
    if new_key is not None:
        _write_key(Path(new_key))
        return
    settings = Settings.load({k: given.get(k) for k in Settings.model_fields})
    logging.basicConfig(level=settings.log_level.upper(), stream=sys.stderr)
    asyncio.run(_work(settings, jobs, price, calls, tokens))


async def _work(
    settings: Settings,
    jobs: int | None,
    price: str | None,
    calls: int | None,
    tokens: int | None,
) -> None:
    from afternote.batch.cluster import Cluster
    from afternote.batch.pace import Pace
    from afternote.batch.purse import Price
    from afternote.batch.sealing import Sealed
    from afternote.batch.worker import work
    from afternote.models.opened import opened

    if settings.queue is None or settings.batch_key is None:
        raise ConfigError(
            "a worker needs AFTERNOTE_QUEUE, the address of a Postgres, and "
            "AFTERNOTE_BATCH_KEY, the file of the key (--new-key makes one)"
        )
    sealing = Sealed.of(Path(settings.batch_key).expanduser())
    stopped: list[int] = []
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.append, number)
    most = jobs or (IN_FLIGHT if settings.endpoint else 4)
    engine = Cluster(settings.queue.get_secret_value())
    try:
        async with opened(settings) as model:
            click.echo(f"afternote: working, {most} at once; Ctrl-C ends it", err=True)
            await work(
                engine,
                sealing,
                settings,
                model,
                jobs=most,
                pace=Pace(most=most, calls=calls, tokens=tokens),
                price=Price.of(price),
                stop=lambda: bool(stopped),
            )
    finally:
        await engine.aclose()


def _write_key(path: Path) -> None:
    import os

    from afternote.batch.sealing import new_key

    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        os.write(handle, new_key().encode() + b"\n")
        os.close(handle)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written ({error.strerror})") from None
    click.echo(
        f"afternote: a new key is in {path}; keep it, and keep it apart", err=True
    )
