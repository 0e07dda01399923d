"""The model branch as langchain-core Runnables, with a content-free trace.

langchain-core takes most of a second to import: only these functions do it.
"""

from collections.abc import Awaitable, Callable
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from afternote import private, prompt
from afternote.errors import ModelUnavailable, Reason
from afternote.job import Accepted, Job
from afternote.schema import Moves
from afternote.settings import Settings, silence_tracing

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable, RunnableConfig

    from afternote.models.allowance import Allowance
    from afternote.schema import Message


class Request(NamedTuple):
    """A prompt's name and what fills its slots."""

    prompt: Literal["write", "repair"]
    values: dict[str, str]


class Asked(NamedTuple):
    """One attempt on its way through the steps."""

    request: Request
    allowance: "Allowance"
    tokens: dict[str, str]
    messages: "tuple[Message, ...]" = ()


async def run(
    job: Job,
    write_and_repair: "Callable[[RunnableConfig], Awaitable[Accepted]]",
    fall_back: Callable[[Reason], Accepted],
) -> Accepted:
    """Run *write_and_repair*; *fall_back* when the model is gone, and only then.

    Nothing of it can be traced to another place: tracing is off, whatever the
    environment or a host application says.
    """
    silence_tracing()
    import langsmith

    from afternote.trace import Trace

    langsmith.configure(enabled=False)
    given = {"job": job, "write": write_and_repair, "fall_back": fall_back}
    with langsmith.tracing_context(enabled=False):
        accepted: Accepted = await _branch().ainvoke(
            given, {"callbacks": [Trace()], "run_name": "draft"}
        )
    return accepted


@cache
def _branch() -> "Runnable[dict[str, Any], Accepted]":
    """Return copy | compose, with the template as its one fallback; built once."""
    from langchain_core.runnables import RunnableLambda

    async def compose(given: dict[str, Any], config: "RunnableConfig") -> Accepted:
        accepted: Accepted = await given["write"](config)
        return accepted

    # All are async: langchain-core hands a plain function to a thread, where hundreds
    # of drafts then wait for one another.
    async def template(given: dict[str, Any]) -> Accepted:
        accepted: Accepted = given["fall_back"](given["failure"].reason)
        return accepted

    async def copied(given: dict[str, Any]) -> dict[str, Any]:
        return dict(given)

    # with_fallbacks writes the failure into its input: hence the copy before it.
    copy: Runnable[dict[str, Any], dict[str, Any]] = RunnableLambda(copied, name="copy")
    return copy | RunnableLambda(compose, name="compose").with_fallbacks(
        [RunnableLambda(template, name="template")],
        exceptions_to_handle=(ModelUnavailable,),
        exception_key="failure",
    )


async def attempt(
    job: Job, settings: Settings, request: Request, config: "RunnableConfig"
) -> Moves:
    """Ask the model once: prompt | model | names put back.

    Raises ModelReplied or ModelUnavailable, as the allowance does.
    """
    assert job.allowance is not None  # noqa: S101 - the branch runs only with a model
    tokens = private.tokens(job.brief) if settings.private else {}
    return await _steps().ainvoke(Asked(request, job.allowance, tokens), config)


@cache
def _steps() -> "Runnable[Asked, Moves]":
    from langchain_core.runnables import RunnableLambda

    async def fill(asked: Asked) -> Asked:
        values = {
            name: private.hide(value, asked.tokens)
            for name, value in asked.request.values.items()
        }
        filled = prompt.messages(prompt.load(asked.request.prompt), values)
        return asked._replace(messages=filled)

    async def ask(asked: Asked) -> Moves:
        moves = await asked.allowance.ask(asked.messages, Moves)
        return private.put_back(moves, asked.tokens)

    filling: Runnable[Asked, Asked] = RunnableLambda(fill, name="prompt")
    return filling | RunnableLambda(ask, name="model")
