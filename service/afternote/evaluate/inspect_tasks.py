"""What `inspect eval afternote/suite` finds by its entry point.

Apart from inspecting.py, since importing this needs Inspect AI.
"""

from inspect_ai import Task, task

from afternote.evaluate.inspecting import task_of


@task  # type: ignore[untyped-decorator]  # the lint environment lacks this extra
def suite(suite: str = "core", target: str = "offline") -> Task:
    """Return a shipped suite, or the one in the folder *suite*, as a task."""
    return task_of(suite, target)
