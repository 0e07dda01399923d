"""The bridge to Inspect AI (extra [inspect]): suites as tasks, runs as its logs.

    inspect eval afternote/suite -T suite=core                          offline
    inspect eval afternote/suite -T suite=core -T target=bare --model openai/gpt-…
    afternote eval export run.jsonl --to inspect -o run.eval            inspect view

Inspect's exit code is 0 however many notes fail: to gate, use `afternote eval`.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from afternote import reading
from afternote.errors import ConfigError
from afternote.evaluate.record import Output, Run, Sample
from afternote.evaluate.record import Score as OurScore
from afternote.evaluate.runner import index
from afternote.evaluate.scorers import score as scored
from afternote.evaluate.suite import Suite, load
from afternote.evaluate.summary import Rate, origin, summarize
from afternote.evaluate.target import Offline, bare_prompt
from afternote.evaluate.view import View

if TYPE_CHECKING:
    from inspect_ai import Task
    from inspect_ai.log import EvalLog, EvalSample, EvalScore
    from inspect_ai.scorer import Score, Scorer
    from inspect_ai.solver import Solver


def task_of(suite: str = "core", target: str = "offline") -> "Task":
    """Return the suite called *suite*, or in the folder *suite*, as a task.

    *target*: "offline" drafts by the pipeline's templates and asks no model; "bare"
    asks Inspect's model with evals/bare.md.
    """
    from inspect_ai import Task
    from inspect_ai.dataset import MemoryDataset
    from inspect_ai.dataset import Sample as InspectSample

    loaded = load(suite)
    if target not in ("offline", "bare"):
        raise ConfigError(f"there is no target {target!r} here: offline, bare")
    asked = bare_prompt()
    samples = [
        InspectSample(
            id=case.id,
            input=asked.user.format(
                notes=case.notes, to=case.options.to, channel=case.options.channel
            ),
            target=case.why,
            metadata={"cluster": case.cluster or case.id},
        )
        for case in loaded.cases
    ]
    solver = _drafts(loaded) if target == "offline" else _asks()
    return Task(
        name=f"afternote_{loaded.name}",
        dataset=MemoryDataset(samples, name=loaded.name),
        solver=solver,
        scorer=_scores(loaded),
    )


def _drafts(suite: Suite) -> "Solver":
    from inspect_ai.model import ModelOutput, ModelUsage
    from inspect_ai.solver import Generate, TaskState, solver

    def drafts() -> "Solver":
        async def solve(state: TaskState, generate: Generate) -> TaskState:  # noqa: ARG001
            case = suite.case(str(state.sample_id))
            if case is not None:
                made = await Offline()(case, 0)
                state.metadata["subject"] = made.output.subject
                state.output = ModelOutput.from_content("afternote", made.output.text)
                # Without usage Inspect counts tokens itself, and fetches a vocabulary.
                state.output.usage = ModelUsage()
            return state

        return solve

    made: Solver = solver(name="afternote_offline")(drafts)()
    return made


def _asks() -> "Solver":
    from inspect_ai.solver import generate

    return generate()


def _scores(suite: Suite) -> "Scorer":
    from inspect_ai.scorer import Score, Target, mean, scorer, stderr
    from inspect_ai.solver import TaskState

    others = index(suite.cases)

    def scores() -> "Scorer":
        async def give(state: TaskState, target: Target) -> Score:  # noqa: ARG001
            case = suite.case(str(state.sample_id))
            if case is None:
                return Score(value={})
            output = _read(state.output.completion, state.metadata.get("subject", ""))
            view = View(case, output, reading.read(case.notes, case.flags), others)
            return _inspected(scored(view, suite.scorers), suite.scorers)

        return give

    measured = {name: [mean(), stderr(cluster="cluster")] for name in suite.scorers}
    made: Scorer = scorer(metrics=measured, name="afternote")(scores)()
    return made


def _read(completion: str, subject: str) -> Output:
    """Return a model's answer as a note: the JSON asked for, or the text itself."""
    from afternote.errors import ModelReplied
    from afternote.evaluate.target import BareNote
    from afternote.models.reply import parse

    try:
        said = parse(completion, BareNote)
    except ModelReplied:
        return Output(text=completion.strip(), subject=subject)
    return Output(text=said.note.strip(), subject=said.subject)


def _inspected(found: dict[str, OurScore], names: tuple[str, ...]) -> "Score":
    from inspect_ai.scorer import Score

    values = {
        name: float(bool(found[name].ok)) if _known(found, name) else float("nan")
        for name in names
    }
    said = [f"{name}: {score.reason}" for name, score in found.items()]
    return Score(value=values, explanation="\n".join(said))


def _known(found: dict[str, OurScore], name: str) -> bool:
    return name in found and found[name].ok is not None


def write_log(run: Run, suite: Suite | None, path: Path) -> None:
    """Write *run* as an Inspect log (.eval or .json). ConfigError without the extra."""
    try:
        from inspect_ai.log import write_eval_log
    except ImportError:
        raise ConfigError(
            "this needs Inspect AI: pip install 'afternote[inspect]'"
        ) from None
    path.parent.mkdir(parents=True, exist_ok=True)
    write_eval_log(_log(run, suite), str(path))


def _log(run: Run, suite: Suite | None) -> "EvalLog":
    from inspect_ai.log import (
        EvalConfig,
        EvalDataset,
        EvalLog,
        EvalResults,
        EvalSpec,
        EvalStats,
    )

    head = run.header
    started = head.started or datetime.now(UTC).isoformat(timespec="seconds")
    return EvalLog(
        status="success" if run.end is not None and not run.missing else "error",
        eval=EvalSpec(
            created=started,
            task=f"afternote_{head.suite}",
            dataset=EvalDataset(name=head.suite, samples=head.cases),
            model=head.model or f"afternote/{head.target}",
            config=EvalConfig(epochs=head.epochs),
            metadata={"versions": head.versions, "suite": head.suite_version},
        ),
        results=EvalResults(
            total_samples=run.expected,
            completed_samples=run.expected - run.missing,
            scores=[
                _rate(name, rate)
                for name, rate in summarize(run).scorers.items()
                if rate.of
            ],
        ),
        stats=EvalStats(started_at=started, completed_at=started),
        samples=[_sample(sample, suite) for sample in run.samples],
    )


def _rate(name: str, rate: Rate) -> "EvalScore":
    from inspect_ai.log import EvalMetric, EvalScore

    metrics = {"mean": EvalMetric(name="mean", value=rate.share)}
    return EvalScore(
        name=name,
        scorer="afternote",
        scored_samples=rate.of,
        unscored_samples=rate.unscored,
        metrics=metrics,
    )


def _sample(sample: Sample, suite: Suite | None) -> "EvalSample":
    from inspect_ai.log import EvalError, EvalSample
    from inspect_ai.model import ModelOutput
    from inspect_ai.scorer import Score

    case = suite.case(sample.id) if suite else None
    error = None
    if sample.error is not None:
        error = EvalError(message=sample.error, traceback="", traceback_ansi="")
    return EvalSample(
        id=sample.id,
        epoch=sample.epoch + 1,
        input=case.notes if case else "",
        target=case.why if case else "",
        output=ModelOutput.from_content(
            "afternote", sample.output.text if sample.output else ""
        ),
        scores={
            name: Score(
                value="C" if score.ok else "I",
                answer=sample.output.text if sample.output else None,
                explanation=score.reason,
            )
            for name, score in sample.scores.items()
            if score.ok is not None
        },
        metadata={"cluster": sample.cluster, "origin": origin(sample)},
        error=error,
    )
