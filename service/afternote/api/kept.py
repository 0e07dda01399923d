"""What is kept of a batch beside its items, and whose it is."""

import base64
import json
import zlib
from collections.abc import Sequence

from afternote.api.entry import Caller
from afternote.api.webhook import Hook
from afternote.batch.engine import Batch
from afternote.schema import Frozen

LOCAL = "local"
"""Whose a batch is where no API key is set up: this machine's."""


class About(Frozen):
    """What is kept of a batch beside its items, sealed.

    *ids* are the caller's, packed; *shelf* is where its idempotent answer is kept.
    """

    ids: str | None = None
    webhook: Hook | None = None
    shelf: str | None = None

    @staticmethod
    def packed(ids: Sequence[str | None]) -> str | None:
        """Return *ids* as one short text; None where nobody gave any."""
        if not any(ids):
            return None
        return base64.b64encode(zlib.compress(json.dumps(ids).encode())).decode()

    def names(self) -> list[str | None]:
        """Return the ids by position; none at all where nobody gave any."""
        if self.ids is None:
            return []
        names: list[str | None] = json.loads(
            zlib.decompress(base64.b64decode(self.ids))
        )
        return names


def owner_of(caller: Caller) -> str:
    """Return whose batches those of *caller* are, as it may be at rest."""
    return caller.key.digest if caller.key else LOCAL


def collected(batch: Batch) -> int:
    """Return the number of the last item that was collected."""
    return int(batch.mark or b"0")
