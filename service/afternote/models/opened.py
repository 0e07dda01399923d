"""Opens the configured model, if there is one."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from afternote.models import Model
from afternote.settings import Settings

if TYPE_CHECKING:
    from afternote.models.allowance import Allowance


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Model | None]:
    """Yield the model of *settings* for as long as it is needed; None when offline."""
    if settings.endpoint is None:
        yield None
        return
    # openai takes half a second to import: only a configured model pays for it.
    from afternote.models.openai import OpenAIModel

    async with OpenAIModel(settings) as model:
        yield model


@asynccontextmanager
async def allowed(settings: Settings) -> AsyncIterator["Allowance | None"]:
    """Yield that model with one deadline and call budget; None when offline."""
    async with opened(settings) as model:
        if model is None:
            yield None
            return
        from afternote.models.allowance import Allowance

        ends = time.monotonic() + settings.deadline
        yield Allowance(model, ends=ends, max_calls=settings.max_calls)
