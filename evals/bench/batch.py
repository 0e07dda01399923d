"""What a batch costs: offline speed, a killed worker, overhead, depth, a million lines.

    make bench                              all of the tables
    python evals/bench/batch.py --only overhead

Each engine is measured beside the other in one run; Postgres is a server of its own,
with fsync on, as installed. Without one its columns are left out, and that is said.
Times are wall times unless "CPU" is said: a busy machine shows in them.
"""

import argparse
import asyncio
import contextlib
import itertools
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench import Server

from afternote.batch.engine import Batch, BatchEngine, Claimed, Outcome

ROOT = Path(__file__).parents[2]
NOTES = (
    "Met {name} {last}, head of data at {firm} Analytics. {role} role.\n"
    "Talked about the {topic}. Loved the {liked}.\n{name} was 20 min late.\n"
    "Rejected by email. Sam Rivera"
)
NAMES = "Dana Olive Petra Wanda Hugo Milo Edgar Clara Nadia Boris Felix".split()
LASTS = "Whitfield Okafor Lindqvist Haddad Moreau Castellano Brandt".split()
FIRMS = "Northwind Halden Brackwater Ashford Tolland Merrow Quillon Sable Rowe".split()
ROLES = ("Data Engineer", "Product Designer", "Staff Nurse", "Line Manager")
TOPICS = ("dbt migration", "on-call rota", "vendor audit", "hiring plan", "night shift")
LIKED = ("blameless post-mortems", "quiet mornings", "open roadmap", "handover notes")

Stores = dict[str, Callable[[], str]]
"""What makes a fresh store for each engine there is, by the engine's name."""


def main() -> None:
    """Run all of it, or one part, and print Markdown."""
    parts: dict[str, Callable[..., str]] = {
        "offline": offline,
        "killed": killed,
        "overhead": overhead,
        "depth": depth,
        "million": million,
    }
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=parts)
    parser.add_argument("--worker", nargs=3, metavar=("SPEC", "URL", "LOG"))
    parser.add_argument("--submit", nargs=3, metavar=("SPEC", "COUNT", "SOURCE"))
    parser.add_argument("--lines", type=int, default=1_000_000)
    chosen = parser.parse_args()
    if chosen.worker:
        asyncio.run(_work(*chosen.worker))
    elif chosen.submit:
        asyncio.run(_submit(*chosen.submit))
    else:
        for name, part in parts.items():
            if chosen.only in (None, name):
                with tempfile.TemporaryDirectory() as folder, engines(folder) as found:
                    if name == "million":
                        print(million(Path(folder), chosen.lines), flush=True)
                    else:
                        print(part(Path(folder), found), flush=True)


def asked() -> Iterator[dict[str, str]]:
    """Yield lines for ever; some 50,000 of them differ in who, where or what about."""
    for at in itertools.count():
        notes = NOTES.format(
            name=NAMES[at % 11],
            last=LASTS[at // 7 % 7],
            firm=FIRMS[at % 9],
            role=ROLES[at // 5 % 4],
            topic=TOPICS[at % 5],
            liked=LIKED[at // 3 % 4],
        )
        yield {"id": f"c-{at}", "notes": notes}


@contextlib.contextmanager
def engines(folder: str) -> Iterator[Stores]:
    """Yield what makes a fresh store for each engine there is."""
    from tests.batch import postgres

    count = itertools.count()
    ledger = {"ledger": lambda: f"ledger={folder}/{next(count)}.ledger"}
    where = postgres.programs()
    if where is None:
        print("PostgreSQL is not installed: the ledger alone is measured\n")
        yield ledger
        return
    server = postgres.Server(where)
    try:
        yield {**ledger, "procrastinate": lambda: f"cluster={server.new()}"}
    finally:
        server.end()


def opened(spec: str) -> BatchEngine:
    """Return the engine of *spec*."""
    kind, _, place = spec.partition("=")
    if kind == "ledger":
        from afternote.batch.ledger import Ledger

        return Ledger(Path(place))
    from afternote.batch.cluster import Cluster

    return Cluster(place)


# ---- offline ----


def offline(folder: Path, _: Stores) -> str:
    """Return notes a second of the command, beside Jinja2 that only renders."""
    count = 600
    source = folder / "in.jsonl"
    with source.open("w") as file:
        for line in itertools.islice(asked(), count):
            file.write(json.dumps(line) + "\n")
    rows = [
        "| offline, 600 lines | notes/s | CPU ms an item, all processes |",
        "|---|---|---|",
    ]
    bare = _rendered(count)
    rows.append(
        f"| Jinja2 renders, nothing read or checked | {count / bare:.0f} | "
        f"{bare / count * 1000:.3f} |"
    )
    for jobs in (1, 2):
        out = folder / f"out-{jobs}.jsonl"
        command = [sys.executable, "-m", "afternote", "batch", str(source)]
        command += ["-o", str(out), "--offline", "--jobs", str(jobs)]
        started = time.monotonic()
        cpu, told = _session(command)
        took = time.monotonic() - started
        anew = [line for line in told.split(": ") if "anew" in line]
        rows.append(
            f"| `afternote batch --jobs {jobs}`, start included | {count / took:.0f} | "
            f"{cpu / count * 1000:.1f} |"
        )
    said = anew[0].split()[0] if anew else "0"
    return "\n".join(rows) + f"\n\nWritten anew, since they said the same: {said}.\n"


def _session(command: list[str]) -> tuple[float, str]:
    """Run *command*; return the CPU seconds of it and all it starts, and its stderr."""
    process = subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    spent: dict[str, int] = {}
    while process.poll() is None:
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                fields = stat.read_text().rpartition(")")[2].split()
                if fields[3] == str(process.pid):
                    spent[stat.parent.name] = sum(map(int, fields[11:13]))
        time.sleep(0.1)
    assert process.stderr is not None
    told = process.stderr.read()
    assert process.returncode == 0, told
    return sum(spent.values()) / os.sysconf("SC_CLK_TCK"), told


def _rendered(count: int) -> float:
    """Return the seconds Jinja2 takes to fill as many templates."""
    import jinja2

    from afternote.wordings import load

    kinds = ("acknowledge", "appreciate", "keep_in_touch")
    texts = [[w.text for w in load("manager", "email", kind)] for kind in kinds]  # type: ignore[arg-type]
    made = jinja2.Environment(autoescape=False)  # noqa: S701 - plain text
    templates = [
        made.from_string("\n\n".join(parts).replace("{", "{{").replace("}", "}}"))
        for parts in zip(*texts, strict=False)
    ]
    slots = "topic topic2 liked liked2 learnt kindness role a_role company companys"
    values = dict.fromkeys(slots.split(), "the dbt migration")
    started = time.monotonic()
    for at in range(count):
        templates[at % len(templates)].render(values)
    return time.monotonic() - started


# ---- one of two workers killed ----


def killed(folder: Path, found: Stores) -> str:
    """Return what becomes of 2,000 items when a worker dies with calls in flight."""
    count = 2000
    rows = [
        "| 2,000 items, 50 ms model, two workers, one killed | "
        + " | ".join(found)
        + " |",
        "|---|" + "---|" * len(found),
    ]
    columns = []
    for name, fresh in found.items():
        with Server(delay=0.05) as url:
            columns.append(_killed(fresh(), url, folder / name, count))
    rows += [
        f"| {what} | " + " | ".join(column[what] for column in columns) + " |"
        for what in columns[0]
    ]
    return "\n".join(rows) + "\n"


def _killed(spec: str, url: str, log: Path, count: int) -> dict[str, str]:
    given = [json.dumps(line).encode() for line in itertools.islice(asked(), count)]

    async def submit() -> None:
        engine = opened(spec)
        await engine.submit(Batch("b"), given)
        await engine.aclose()

    asyncio.run(submit())
    logs = [log.with_suffix(f".{n}") for n in range(2)]
    command = [sys.executable, __file__, "--worker", spec, url]
    workers = [subprocess.Popen([*command, str(one)], cwd=ROOT) for one in logs]
    started = time.monotonic()
    while _said(logs[0], "ended") < count // 6:
        time.sleep(0.05)
    workers[0].kill()
    died = time.time()
    hand = _positions(logs[0], "begun") - _positions(logs[0], "ended")

    async def whole() -> list[Any]:
        engine = opened(spec)
        while (await engine.progress("b")).states["drafted"] < count:
            await asyncio.sleep(0.25)
        found = await engine.items("b", limit=count)
        await engine.aclose()
        return found

    items = asyncio.run(whole())
    took = time.monotonic() - started
    workers[1].kill()
    for worker in workers:
        worker.wait()
    ends = [
        float(line.split()[2]) - died
        for line in logs[1].read_text().splitlines()
        if line.startswith("ended") and int(line.split()[1]) in hand
    ]
    return {
        "lost": str(count - len({i.position for i in items})),
        "stored twice": str(len(items) - len({i.position for i in items})),
        "in hand of the killed, and begun again": str(len(hand)),
        "s until the last of those was stored": f"{max(ends, default=0.0):.1f}",
        "s in all": f"{took:.1f}",
    }


def _said(log: Path, word: str) -> int:
    return len(_positions(log, word))


def _positions(log: Path, word: str) -> set[int]:
    text = log.read_text() if log.exists() else ""
    lines = (line.split() for line in text.splitlines())
    return {int(line[1]) for line in lines if line[0] == word}


async def _work(spec: str, url: str, log: str) -> None:
    """Draft with a model, and say what is begun and ended."""
    from afternote.batch import rows
    from afternote.batch.drafting import Drafting
    from afternote.batch.pace import Pace
    from afternote.models.openai import OpenAIModel
    from afternote.settings import Settings

    settings = Settings(base_url=url, model="instant")
    engine = opened(spec)
    with Path(log).open("a", buffering=1) as file:
        async with OpenAIModel(settings) as model:
            drafting = Drafting(
                settings=settings,
                read=lambda c: (rows.of_json(c.payload), c.position),
                model=model,
                pace=Pace(most=20),
            )

            async def told(claimed: Claimed) -> Any:
                file.write(f"begun {claimed.position} {time.time()}\n")
                end = await drafting(claimed)
                file.write(f"ended {claimed.position} {time.time()}\n")
                return end

            await engine.work(told, jobs=20)


# ---- overhead, and how it grows with what waits ----


def overhead(_: Path, found: Stores) -> str:
    """Return what an engine itself costs an item, with a handler that does nothing."""
    rows = [
        "| overhead an item, 2,000 items, 20 at once | ms | CPU ms, server's too "
        "| submit ms |",
        "|---|---|---|---|",
    ]
    for name, fresh in found.items():
        submit, wall, cpu = asyncio.run(_drained(fresh(), 2000, 2000))
        rows.append(f"| {name} | {wall:.2f} | {cpu:.2f} | {submit:.3f} |")
    return "\n".join(rows) + "\n"


def depth(folder: Path, found: Stores) -> str:
    """Return the same with few and with very many items waiting."""
    rows = [
        "| waiting when 2,000 are done | "
        + " | ".join(f"{name}, ms an item" for name in found)
        + " | MiB of the submitter |",
        "|---|" + "---|" * len(found) + "---|",
    ]
    for count in (2000, 200_000):
        cells = []
        for fresh in found.values():
            _, wall, _ = asyncio.run(_drained(fresh(), count, 2000))
            cells.append(f"{wall:.2f}")
        submitter = _memory(f"ledger={folder}/memory-{count}.ledger", count, "")
        rows.append(f"| {count:,} | " + " | ".join(cells) + f" | {submitter[1]} |")
    return "\n".join(rows) + "\n"


async def _drained(spec: str, waiting: int, wanted: int) -> tuple[float, float, float]:
    """Return ms an item to submit, to work on (wall), and of this process's CPU."""
    engine = opened(spec)
    started = time.perf_counter()
    await engine.submit(Batch("b"), (b"%d" % i for i in range(waiting)))
    submit = time.perf_counter() - started
    done = 0

    async def nothing(_: Claimed) -> Outcome:
        nonlocal done
        done += 1
        return Outcome(b"a note, let us say")

    started, cpu = time.perf_counter(), _cpu(spec)
    await engine.work(nothing, jobs=20, stop=lambda: done >= wanted, drain=True)
    wall, cpu = time.perf_counter() - started, _cpu(spec) - cpu
    await engine.aclose()
    each = 1000 / done
    return submit / waiting * 1000, wall * each, cpu * each


def _cpu(spec: str) -> float:
    """Return the CPU seconds of this process, and of the server where there is one."""
    spent = time.process_time()
    if spec.startswith("cluster=host="):
        folder = Path(spec.removeprefix("cluster=host=").split()[0])
        first = (folder / "data" / "postmaster.pid").read_text().split()[0]
        ticks = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                fields = stat.read_text().rpartition(")")[2].split()
                if stat.parent.name == first:
                    ticks += sum(map(int, fields[11:15]))  # those that ended, too
                elif fields[1] == first:
                    ticks += sum(map(int, fields[11:13]))
        spent += ticks / os.sysconf("SC_CLK_TCK")
    return spent


# ---- a million lines ----


def million(folder: Path, lines: int) -> str:
    """Return time and memory of reading, checking and queueing a very long file."""
    source = folder / "in.jsonl"
    with source.open("w") as file:
        for line in itertools.islice(asked(), lines):
            file.write(json.dumps(line) + "\n")
    rows = [
        "| lines read, checked and queued | s | µs a line | peak MiB |",
        "|---|---|---|---|",
    ]
    for count in (lines // 100, lines):
        took, peak = _memory(f"ledger={folder}/{count}.ledger", count, str(source))
        each = took / count * 1e6
        rows.append(f"| {count:,} | {took:.1f} | {each:.0f} | {peak} |")
    return "\n".join(rows) + "\n"


def _memory(spec: str, count: int, source: str) -> tuple[float, int]:
    command = [sys.executable, __file__, "--submit", spec, str(count), source]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    took, peak = done.stdout.split()
    return float(took), int(peak)


async def _submit(spec: str, count: str, source: str) -> None:
    from afternote.batch import rows
    from afternote.batch.source import Source

    def payloads() -> Iterator[bytes]:
        if not source:
            yield from (b"%d" % i for i in range(int(count)))
            return
        lines = Source(Path(source))
        for place in itertools.islice(lines.places(), int(count)):
            assert not isinstance(lines.line(place), rows.Bad)
            yield place.packed()

    engine = opened(spec)
    started = time.monotonic()
    await engine.submit(Batch("b"), payloads())
    took = time.monotonic() - started
    assert (await engine.progress("b")).total == int(count)
    print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as config:
        os.environ["XDG_CONFIG_HOME"] = config  # noqa: TID251
        main()
