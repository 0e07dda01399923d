"""`afternote worker`: what waits in the cluster is drafted, sealed, and kept once."""

import asyncio
import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.batch import postgres
from tests.batch.crowd import Crowd
from tests.batch.test_run import ASKED, lines

pytest.importorskip("psycopg")

from afternote.batch.cluster import Cluster
from afternote.batch.engine import Batch
from afternote.batch.sealing import Open, Sealed, new_key
from afternote.errors import ConfigError


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Server]:
    with postgres.running("fsync=off") as running:
        yield running


def start(*arguments: str, **environ: str) -> "subprocess.Popen[bytes]":
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "PYTHONPATH", "HOME")}  # noqa: TID251
    return subprocess.Popen(
        [sys.executable, "-m", "afternote", "worker", *arguments],
        stderr=subprocess.PIPE,
        env=kept | {"XDG_CONFIG_HOME": "/nonexistent"} | environ,
    )


def _key(folder: Path) -> Path:
    path = folder / "key"
    made = start("--new-key", str(path))
    made.communicate(timeout=60)
    assert made.returncode == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    return path


def test_two_workers_one_killed_every_line_has_its_sealed_row(
    server: postgres.Server, tmp_path: Path
) -> None:
    key, url, count = _key(tmp_path), server.new(), 60
    sealed = Sealed.of(key)
    environ = {"AFTERNOTE_QUEUE": url, "AFTERNOTE_BATCH_KEY": str(key)}

    async def collected() -> list[dict[str, Any]]:
        engine = Cluster(url)
        about = sealed.seal(json.dumps({"budget_usd": 100}).encode())
        given = [sealed.seal(json.dumps(line).encode()) for line in lines(count)]
        await engine.submit(Batch("b", about=about), given)
        with Crowd(delay=0.1) as crowd:
            asked = ["--base-url", crowd.url, "--jobs", "6", "--price", "1/1"]
            workers = [start(*asked, **environ) for _ in range(2)]
            try:
                while (await engine.progress("b")).states["waiting"] > count - 15:
                    await asyncio.sleep(0.1)
                workers[0].kill()
                ends = time.monotonic() + 120
                while not (await engine.progress("b")).finished:
                    assert time.monotonic() < ends
                    await asyncio.sleep(0.2)
                workers[1].send_signal(signal.SIGTERM)
                _, told = await asyncio.to_thread(workers[1].communicate, timeout=60)
                assert (workers[1].returncode, told.count(b"\n")) == (0, 1), told
            finally:
                for worker in workers:
                    worker.kill()
                    worker.communicate()
        found = await engine.ready("b", limit=count)
        assert b"Whitfield" not in b"".join(item.result or b"" for item in found)
        assert (await engine.progress("b")).spent.cost_usd > 0
        await engine.aclose()
        return [json.loads(sealed.open(item.result or b"")) for item in found]

    found = asyncio.run(collected())

    assert [row["id"] for row in found] == [f"c-{i}" for i in range(count)]
    assert {row["notes"][0]["origin"]["reason"] for row in found} <= ASKED


def test_a_worker_with_another_key_says_so_and_stops(
    server: postgres.Server, tmp_path: Path
) -> None:
    key, url = _key(tmp_path), server.new()

    async def submit() -> None:
        engine = Cluster(url)
        await engine.submit(Batch("b"), [Sealed(new_key()).seal(b"{}")])
        await engine.aclose()

    asyncio.run(submit())
    worker = start(AFTERNOTE_QUEUE=url, AFTERNOTE_BATCH_KEY=str(key))
    _, told = worker.communicate(timeout=60)

    assert worker.returncode == 3
    assert b"another key" in told.splitlines()[-1]


def test_a_worker_without_a_queue_or_a_key_says_what_is_missing(tmp_path: Path) -> None:
    worker = start()
    _, told = worker.communicate(timeout=60)

    assert (worker.returncode, told.count(b"\n")) == (3, 1)
    assert b"AFTERNOTE_QUEUE" in told


def test_sealed_is_opened_by_its_key_and_by_an_older_one(tmp_path: Path) -> None:
    old, new = new_key(), new_key()
    was = Sealed(old).seal(b"notes")

    assert Sealed(new, old).open(was) == b"notes"
    with pytest.raises(ConfigError, match="another key"):
        Sealed(new).open(was)
    with pytest.raises(ConfigError, match="32 bytes"):
        Sealed("short")
    path = tmp_path / "key"
    path.write_text(f"{new}\n{old}\n")
    path.chmod(0o644)
    with pytest.raises(ConfigError, match="chmod 600"):
        Sealed.of(path)
    path.chmod(0o600)
    assert Sealed.of(path).open(was) == b"notes"
    with pytest.raises(ConfigError, match="cannot be read"):
        Sealed.of(tmp_path / "none")
    assert Open().open(Open().seal(b"x")) == b"x"
