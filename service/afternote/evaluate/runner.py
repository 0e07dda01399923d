"""Runs a suite on a target: concurrent, journalled, resumable."""

import asyncio
import hashlib
import multiprocessing
import signal
import sys
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Protocol

from afternote import assets, prompt
from afternote.errors import AfternoteError
from afternote.evaluate import words
from afternote.evaluate.journal import Journal
from afternote.evaluate.record import End, Header, Run, Sample, Score
from afternote.evaluate.scorers import score
from afternote.evaluate.suite import Case, Suite
from afternote.evaluate.target import Given, Target, bare_prompt
from afternote.evaluate.view import Others, View
from afternote.rules import all_rules

WORTH_FORKING = 60
"""Cases from which a second process saves more (6 ms a case) than it costs."""

Tell = Callable[[Sample, int, int], None]
"""Told each sample as it comes, how many are done, how many there are."""


class JudgeScorer(Protocol):
    """A model that says whether a note may be sent: `judge.Judge` is one."""

    async def __call__(self, case: Case, text: str) -> Score:
        """Return its verdict; *ok* is None where its reply cannot be read."""


class Plan(NamedTuple):
    """What is to be run. *jobs*: how many cases at once, None for what suits."""

    suite: Suite
    target: Target
    epochs: int = 1
    jobs: int | None = None
    agreement: Mapping[str, float] = MappingProxyType({})
    extra: tuple[str, ...] = ()


def header(plan: Plan) -> Header:
    """Return the header of a run of *plan*: all that tells it from another run."""
    suite, target = plan.suite, plan.target
    versions = {name: prompt.load(name).version for name in ("read", "write", "repair")}
    if target.name == "model":
        versions["bare"] = bare_prompt().version
    if "judge" in plan.extra:
        versions["judge"] = prompt.load("judge").version
    versions["fallbacks"] = _tree("fallbacks", "*.md")
    versions["weights"] = _weights()
    if isinstance(target, Given):
        versions["file"] = target.version
    return Header(
        suite=suite.name,
        suite_version=suite.version,
        target=target.name,
        deterministic=target.deterministic,
        epochs=plan.epochs,
        cases=len(suite.cases),
        scorers=(*suite.scorers, *plan.extra),
        counted=suite.gate.hard,
        model=target.model,
        afternote=_own_version(),
        versions=versions,
        rules={r.code: r.name for r in all_rules()},
        agreement=dict(plan.agreement),
        started=datetime.now(UTC).isoformat(timespec="seconds"),
    )


async def run(
    plan: Plan,
    journal: Journal,
    *,
    resume: bool = False,
    tell: Tell = lambda *_: None,
    judge: JudgeScorer | None = None,
) -> Run:
    """Run *plan* into *journal* and return the whole run.

    With *resume*, what the journal's file already holds is neither run nor lost.
    A case whose note cannot be had (AfternoteError, or AssertionError: a promise of the
    pipeline that does not hold) is a sample with its error; any other bug of ours is no
    such thing and ends the run.
    """
    head = header(plan)
    started = time.monotonic()
    if resume:
        before = journal.resume(head)
        head, done = before.header, list(before.samples)
    else:
        journal.begin(head)
        done = []
    held = {(s.id, s.epoch) for s in done}
    left = [
        (case, epoch)
        for epoch in range(plan.epochs)
        for case in plan.suite.cases
        if (case.id, epoch) not in held
    ]
    total = len(held) + len(left)
    others = index(plan.suite.cases)
    async for sample in _samples(plan, left, others, judge):
        journal.add(sample)
        done.append(sample)
        tell(sample, len(done), total)
    end = End(
        samples=len(done),
        errors=sum(s.error is not None for s in done),
        seconds=round(time.monotonic() - started, 2),
    )
    journal.add(end)
    ordered = tuple(sorted(done, key=lambda s: (s.id, s.epoch)))
    return Run(header=head, samples=ordered, end=end)


def index(cases: Iterable[Case]) -> Others:
    """Return which cases' notes hold each content stem."""
    holders: defaultdict[str, set[str]] = defaultdict(set)
    total = 0
    for case in cases:
        total += 1
        for stem in words.content(case.notes):
            holders[stem].add(case.id)
    return Others({k: frozenset(v) for k, v in holders.items()}, total)


Work = tuple[Case, int]


def _samples(
    plan: Plan, left: list[Work], others: Others, judge: JudgeScorer | None
) -> AsyncIterator[Sample]:
    forks = plan.target.name == "offline" and sys.platform == "linux"
    jobs = plan.jobs or (_cores() if forks else 8)
    if forks and jobs > 1 and len(left) >= WORTH_FORKING and judge is None:
        return _forked(plan, left, others, jobs)
    return _gathered(plan, left, others, judge, jobs)


async def _gathered(
    plan: Plan,
    left: list[Work],
    others: Others,
    judge: JudgeScorer | None,
    jobs: int,
) -> AsyncIterator[Sample]:
    """Yield samples as they finish, at most *jobs* under way."""
    waiting = iter(left)
    running: set[asyncio.Task[Sample]] = set()
    finished: set[asyncio.Task[Sample]] = set()
    try:
        while True:
            while len(running) < jobs and (work := next(waiting, None)):
                running.add(asyncio.create_task(_sample(plan, work, others, judge)))
            if not running:
                return
            finished, running = await asyncio.wait(
                running, return_when=asyncio.FIRST_COMPLETED
            )
            for task in finished:
                yield task.result()
    finally:
        for task in running:
            task.cancel()
        # After a bug of ours one traceback is enough: the others are taken and dropped.
        await asyncio.gather(*running, *finished, return_exceptions=True)


async def _forked(
    plan: Plan, left: list[Work], others: Others, jobs: int
) -> AsyncIterator[Sample]:
    """Yield the samples of a target that only computes, from *jobs* processes.

    Forked, so that each has rules and weights already loaded.
    """
    all_rules()
    context = multiprocessing.get_context("fork")
    with context.Pool(jobs, _remember, (plan, others)) as pool:
        for sample in pool.imap_unordered(_forked_sample, left, 4):
            yield sample


_HERE: dict[str, tuple[Plan, Others]] = {}


def _remember(plan: Plan, others: Others) -> None:
    # Ctrl-C is the parent's to answer: it ends its workers without a word.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _HERE["plan"] = (plan, others)


def _forked_sample(work: Work) -> Sample:
    plan, others = _HERE["plan"]
    return asyncio.run(_sample(plan, work, others, None))


async def _sample(
    plan: Plan, work: Work, others: Others, judge: JudgeScorer | None
) -> Sample:
    case, epoch = work
    sample = Sample(
        id=case.id,
        epoch=epoch,
        cluster=case.cluster or case.id,
        to=case.options.to,
        channel=case.options.channel,
    )
    try:
        made = await plan.target(case, epoch)
    except (AfternoteError, AssertionError) as error:
        return sample.model_copy(update={"error": f"{type(error).__name__}: {error}"})
    facts = (made.brief.reader, made.brief.company, made.brief.role, made.brief.writer)
    names = tuple(fact.value for fact in facts if fact)
    output = made.output.model_copy(update={"names": names})
    scores = score(View(case, output, made.brief, others), plan.suite.scorers)
    if judge is not None:
        scores["judge"] = await judge(case, output.text)
    return sample.model_copy(update={"output": output, "scores": scores})


def _cores() -> int:
    return multiprocessing.cpu_count()


def _own_version() -> str:
    try:
        return installed("afternote")
    except PackageNotFoundError:
        return "uninstalled"


def _tree(name: assets.Folder, pattern: str) -> str:
    files = sorted(assets.folder(name).rglob(pattern))
    return assets.version("\n".join(f"{f.name}\n{assets.read_file(f)}" for f in files))


def _weights() -> str:
    folder = Path(assets.__file__).parent / "scoring"
    whole = b"".join(f.read_bytes() for f in sorted(folder.glob("*.bin")))
    return hashlib.sha256(whole).hexdigest()[:8]
