"""A worker in a process of its own, to be killed: python -m tests.batch.worker …"""

import asyncio
import os
import sys
from pathlib import Path

from afternote.batch.engine import BatchEngine, Claimed, Outcome
from afternote.batch.ledger import Ledger

LEASE = 2.0


def opened(spec: str) -> BatchEngine:
    """Return the engine that *spec* names: its kind, "=", and where it is."""
    kind, _, place = spec.partition("=")
    if kind == "ledger":
        return Ledger(Path(place), lease=LEASE)
    from afternote.batch.cluster import Cluster

    return Cluster(place, lease=LEASE)


async def work(spec: str, log: Path, poison: int) -> None:
    """Say what is begun, take 50 ms, and give the payload back; die of *poison*."""
    engine = opened(spec)

    async def slow(claimed: Claimed) -> Outcome:
        with log.open("a") as file:
            file.write(f"begun {claimed.position}\n")
        if claimed.position == poison:
            os._exit(9)
        await asyncio.sleep(0.05)
        return Outcome(b"made of " + claimed.payload)

    await engine.work(slow, jobs=8)


if __name__ == "__main__":
    asyncio.run(work(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))
