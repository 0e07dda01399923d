"""What a suite costs: 50 cases of `core`, offline, on three hosts, one after the other.

    python evals/bench/hosts.py --inspect PYTHON --pydantic PYTHON

Each PYTHON has that host installed and can import afternote. The same drafts and the
same scorers everywhere; figures are of finished processes: CPU seconds, wall, memory.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CASES = 50
ROOT = Path(__file__).parents[2]
OURS = """
import sys
from afternote.cli import run
code = run(["eval", "run", "FOLDER", "-j", "1", "-o", "run.jsonl"])
sys.exit(0 if code == 1 else code)  # 1: the run is whole, its gate failed
"""
INSPECT = """
from inspect_ai import eval as run
from afternote.evaluate.inspecting import task_of
run(task_of("FOLDER"), model="none/none", display="none", log_dir=".")
"""
PYDANTIC = """
from dataclasses import dataclass
from pydantic_evals import Case, Dataset
from pydantic_evals.evaluators import Evaluator, EvaluatorContext
from afternote.evaluate.runner import index
from afternote.evaluate.scorers import score
from afternote.evaluate.suite import load
from afternote.evaluate.target import Offline
from afternote.evaluate.view import View

suite = load("FOLDER")
others = index(suite.cases)

@dataclass
class Scores(Evaluator):
    def evaluate(self, ctx: EvaluatorContext) -> dict[str, bool]:
        case = suite.case(ctx.name)
        found = score(View(case, *ctx.output, others), suite.scorers)
        return {name: bool(one.ok) for name, one in found.items()}

async def draft(name: str):
    return await Offline()(suite.case(name), 0)

dataset = Dataset(
    name="core",
    cases=[Case(name=c.id, inputs=c.id) for c in suite.cases],
    evaluators=[Scores()],
)
dataset.evaluate_sync(draft, progress=False)
"""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--inspect", metavar="PYTHON")
    parser.add_argument("--pydantic", metavar="PYTHON")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    hosts = [
        ("afternote eval", sys.executable, OURS),
        ("Inspect AI", given.inspect, INSPECT),
        ("pydantic-evals", given.pydantic, PYDANTIC),
    ]
    print(f"| {CASES} cases, offline | CPU s | wall s | memory MB |\n|---|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        suite = cut(Path(folder))
        for name, python, program in hosts:
            if python:
                told = program.replace("FOLDER", str(suite))
                best = min(measured(python, told, folder) for _ in range(given.runs))
                print(f"| {name} | {best[0]:.1f} | {best[1]:.1f} | {best[2]:.0f} |")


def cut(folder: Path) -> Path:
    """Return a suite of the first CASES cases of core."""
    suite = folder / "core"
    (suite / "cases").mkdir(parents=True)
    core = ROOT / "evals" / "core"
    (suite / "suite.toml").write_bytes((core / "suite.toml").read_bytes())
    for case in sorted((core / "cases").glob("*.toml"))[:CASES]:
        (suite / "cases" / case.name).write_bytes(case.read_bytes())
    return suite


def measured(python: str, program: str, folder: str) -> tuple[float, float, float]:
    """Return CPU seconds, wall seconds and megabytes of one process."""
    started = time.monotonic()
    process = subprocess.Popen(
        [python, "-c", program],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT / "service")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - started
    if process.returncode or not isinstance(used, resource.struct_rusage):
        assert process.stderr is not None
        raise SystemExit(process.stderr.read().decode()[-2000:])
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
