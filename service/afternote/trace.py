"""A trace of the model branch without any content: step names and times, at DEBUG."""

import logging
import time
from typing import Any
from uuid import UUID

from langchain_core.callbacks import BaseCallbackHandler

log = logging.getLogger(__name__)


class Trace(BaseCallbackHandler):
    """Logs the name of each Runnable, how long it took and the class of its error."""

    run_inline = True
    raise_error = True

    def __init__(self) -> None:
        self._running: dict[UUID, tuple[str, float]] = {}

    def on_chain_start(
        self,
        serialized: dict[str, Any] | None,
        inputs: Any,
        *,
        run_id: UUID,
        **kwargs: Any,
    ) -> None:
        """Remember the step; its inputs are not looked at."""
        name = str(kwargs.get("name") or "step")
        self._running[run_id] = (name, time.monotonic())

    def on_chain_end(self, outputs: Any, *, run_id: UUID, **kwargs: Any) -> None:
        """Log that the step is done; its outputs are not looked at."""
        self._log(run_id, "ok")

    def on_chain_error(
        self, error: BaseException, *, run_id: UUID, **kwargs: Any
    ) -> None:
        """Log the class of the error, never its message."""
        self._log(run_id, type(error).__name__)

    def _log(self, run_id: UUID, outcome: str) -> None:
        name, started = self._running.pop(run_id, ("step", time.monotonic()))
        ms = round((time.monotonic() - started) * 1000)
        log.debug("step name=%s outcome=%s ms=%d", name, outcome, ms)
