"""Opens the store of batches that the operator set up, if one is."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from afternote.api.desk import Desk
from afternote.batch.engine import BatchEngine
from afternote.batch.ledger import Ledger
from afternote.batch.sealing import Sealed
from afternote.errors import ConfigError
from afternote.settings import Settings

NO_QUEUE = "queue needs more packages: pip install 'afternote[cluster]'"


@asynccontextmanager
async def stored(settings: Settings) -> AsyncIterator[Desk | None]:
    """Yield the batches of *settings*; None where the operator set up no key.

    Raises ConfigError for a key, and StoreError for a store, that cannot be used.
    """
    if settings.batch_key is None:
        yield None
        return
    sealing = Sealed.of(Path(settings.batch_key).expanduser())
    engine = _engine(settings)
    try:
        yield Desk(engine, sealing, settings)
    finally:
        await engine.aclose()


def _engine(settings: Settings) -> BatchEngine:
    if settings.queue is None:
        return Ledger(settings.batches_file)
    try:
        from afternote.batch.cluster import Cluster
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("afternote"):
            raise
        raise ConfigError(NO_QUEUE) from error
    return Cluster(settings.queue.get_secret_value())
