"""The repo's own benchmark: cold starts, our share of a call, many drafts at once.

    make bench                         the table of the README
    make bench MODEL=http://…/v1       with the notes a real model writes

Every figure is taken beside its baseline in one run: machines are noisy, ratios are
not. Times are CPU seconds of finished processes unless "wall" is said.
"""

import argparse
import asyncio
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from multiprocessing import Process, Queue
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOTES = ROOT / "examples" / "notes.txt"
MOVES = {
    "subject": "Thank you",
    "acknowledge": "Thank you for letting me know about the decision on the role. I "
    "was sorry to hear it, and I respect the choice you made.",
    "appreciate": "I enjoyed our conversation about trends in edge AI, and it has "
    "stayed with me since. It made me think about my own work in a new way.",
    "keep_in_touch": "I would be glad to stay in touch, and I hope our paths cross "
    "again before long.",
}

GONE = b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n"


def main() -> None:
    """Run all of it and print Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--flight", type=int, default=500)
    parser.add_argument("--model", help="base URL of a real model server")
    chosen = parser.parse_args()
    print(cold(chosen.runs))
    with Server(delay=0.0) as url:
        print(asyncio.run(overhead(url, rounds=chosen.runs * 4)))
    with Server(delay=1.0) as url:
        print(asyncio.run(flight(url, chosen.flight)))
    if chosen.model:
        print(asyncio.run(real(chosen.model)))


def cold(runs: int) -> str:
    """Return the cold starts against a bare interpreter, in turn, run by run."""
    own = [sys.executable, "-m", "afternote"]
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder) / "note.txt"
        drafted = [*own, "draft", str(NOTES), "--offline"]
        note.write_bytes(subprocess.run(drafted, capture_output=True).stdout)
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "afternote --help": [*own, "--help"],
            "afternote draft --offline": drafted,
            "afternote check": [*own, "check", str(note), "--notes", str(NOTES)],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        memory: dict[str, int] = {}
        for turn in range(runs + 1):
            for name, command in commands.items():
                seconds, memory[name] = _cost(command)
                if turn:
                    times[name].append(seconds)
    base = times["python -c pass"]
    rows = ["| cold | CPU ms (median) | ratio | peak MiB |", "|---|---|---|---|"]
    for name, spent in times.items():
        ratio = statistics.median(a / b for a, b in zip(spent, base, strict=True))
        middle = statistics.median(spent) * 1000
        rows.append(f"| `{name}` | {middle:.0f} | {ratio:.1f} | {memory[name]:.0f} |")
    return "\n".join(rows) + "\n"


def _cost(command: list[str]) -> tuple[float, int]:
    null = os.open(os.devnull, os.O_WRONLY)
    process = subprocess.Popen(command, stdout=null, stderr=null, cwd=ROOT)
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    os.close(null)
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


async def overhead(url: str, rounds: int) -> str:
    """Return our own time on top of the bare SDK call, both against one server."""
    from openai import AsyncOpenAI

    from afternote import pipeline
    from afternote.models.openai import OpenAIModel
    from afternote.settings import Settings

    settings = Settings(base_url=url, model="instant")
    notes = NOTES.read_text(encoding="utf-8")
    brief = await pipeline.read(notes, flags=pipeline.Flags(), settings=settings)
    ours, bare = [], []
    async with (
        OpenAIModel(settings) as model,
        AsyncOpenAI(base_url=url, api_key="local", max_retries=0) as client,
    ):
        for turn in range(rounds + 3):
            started = time.perf_counter()
            await client.chat.completions.create(
                model="instant", messages=[{"role": "user", "content": notes}]
            )
            middle = time.perf_counter()
            drafted = await pipeline.draft(
                notes, settings=settings, model=model, brief=brief
            )
            ended = time.perf_counter()
            if turn > 2:
                bare.append(middle - started)
                ours.append(ended - middle)
    origin = drafted.notes[0].origin.kind
    more = statistics.median(a - b for a, b in zip(ours, bare, strict=True)) * 1000
    whole = statistics.median(ours) * 1000
    call = statistics.median(bare) * 1000
    return (
        "| one call, model answers at once | wall ms (median) |\n|---|---|\n"
        f"| bare SDK call | {call:.1f} |\n| whole pipeline ({origin}) | {whole:.1f} |\n"
        f"| our own time on top | {more:.1f} |\n"
    )


async def flight(url: str, count: int) -> str:
    """Return the wall time of *count* drafts in flight against a model that waits."""
    from afternote import pipeline
    from afternote.models.openai import OpenAIModel
    from afternote.settings import Settings

    settings = Settings(base_url=url, model="slow")
    notes = NOTES.read_text(encoding="utf-8")
    brief = await pipeline.read(notes, flags=pipeline.Flags(), settings=settings)
    async with OpenAIModel(settings) as model:
        await pipeline.draft(notes, settings=settings, model=model, brief=brief)
        started = time.perf_counter()
        drafted = await asyncio.gather(
            *(
                pipeline.draft(notes, settings=settings, model=model, brief=brief)
                for _ in range(count)
            )
        )
        wall = time.perf_counter() - started
    kinds = [d.notes[0].origin.kind for d in drafted]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return (
        f"| {count} drafts in flight, model takes 1 s | |\n|---|---|\n"
        f"| wall s | {wall:.2f} |\n| from the model | {kinds.count('model')} |\n"
        f"| peak MiB | {peak} |\n"
    )


async def real(url: str) -> str:
    """Return what a real model writes over the example notes, and why not."""
    from afternote import pipeline
    from afternote.models.openai import OpenAIModel
    from afternote.settings import Settings

    settings = Settings(base_url=url, model="local", deadline=300, max_calls=6)
    rows = ["| notes | origin | reason | attempts | calls |", "|---|---|---|---|---|"]
    counts = {"first try": 0, "after repair": 0, "template": 0}
    async with OpenAIModel(settings) as model:
        for path in sorted((ROOT / "examples").glob("*.txt")):
            notes = path.read_text(encoding="utf-8")
            drafted = await pipeline.draft(notes, settings=settings, model=model)
            note = drafted.notes[0]
            wrote = [a for a in note.attempts if a.step != "read"]
            if note.origin.kind != "model":
                counts["template"] += 1
            else:
                counts["first try" if len(wrote) == 1 else "after repair"] += 1
            tried = "; ".join(
                f"{a.step} {a.outcome} {' '.join(a.problems)}".strip()
                for a in note.attempts
            )
            rows.append(
                f"| {path.stem} | {note.origin.kind} | {note.origin.reason} "
                f"| {tried} | {note.usage.calls} |"
            )
    total = ", ".join(f"{k} {v}" for k, v in counts.items())
    return "\n".join([*rows, "", f"In all: {total}."])


class Server:
    """A model server in a process of its own that always gives one good answer.

    While the file *switch* is there, it says 500 instead. *delay* is in seconds.
    """

    def __init__(self, *, delay: float, switch: Path | None = None) -> None:
        self._ports: Queue[int] = Queue()
        self._process = Process(
            target=_serve, args=(self._ports, delay, switch), daemon=True
        )

    def __enter__(self) -> str:
        self._process.start()
        return f"http://127.0.0.1:{self._ports.get(timeout=30)}/v1"

    def __exit__(self, *ended: object) -> None:
        self._process.terminate()


def _serve(ports: "Queue[int]", delay: float, switch: Path | None) -> None:
    content = json.dumps(MOVES)
    answer = {
        "id": "x",
        "object": "chat.completion",
        "created": 0,
        "model": "instant",
        "choices": [
            {
                "index": 0,
                "finish_reason": "stop",
                "message": {"role": "assistant", "content": content},
            }
        ],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }
    body = json.dumps(answer).encode()
    head = (
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )

    async def one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            try:
                asked = await reader.readuntil(b"\r\n\r\n")
            except (asyncio.IncompleteReadError, ConnectionError):
                break
            length = next(
                int(line.split(b":")[1])
                for line in asked.split(b"\r\n")
                if line.lower().startswith(b"content-length")
            )
            await reader.readexactly(length)
            await asyncio.sleep(delay)
            gone = switch is not None and switch.exists()
            writer.write(GONE if gone else head.encode() + body)
            await writer.drain()
        writer.close()

    async def run() -> None:
        server = await asyncio.start_server(one, "127.0.0.1", 0, backlog=2048)
        ports.put(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())


if __name__ == "__main__":
    main()
