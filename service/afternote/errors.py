"""Every exception of afternote.

    AfternoteError
      InputError          notes or options cannot be used; the caller can mend them
      ConfigError         a setting, prompt, template or brief file is broken
      StoreError          the disk or the database that holds a batch fails
      ModelError          no usable draft from the model
        ModelUnavailable  the model is gone for this draft; the one error that leads
                          to a template, with its reason
          ModelBusy       may answer if asked again; retried while there is time
        ModelReplied      the model answered, with something that is no draft; asked
                          again while repairs are left

A broken rule is not an error: `check` returns problems.
"""

from typing import Literal

Reason = Literal[
    "offline",
    "no_model",
    "unavailable",
    "rejected",
    "refused",
    "unreadable",
    "deadline",
    "calls",
    "repairs",
    "circuit",
    "budget",
]
"""Why a note did not come from the model."""


class AfternoteError(Exception):
    """The root of the tree. Its message is one line and never quotes the notes."""


class InputError(AfternoteError):
    """The notes, or what was asked of them, cannot be used; the caller can mend it."""


class ConfigError(AfternoteError):
    """A setting, a prompt, a template or a weights file is broken."""


class StoreError(AfternoteError):
    """What holds a batch cannot be read or written; nothing that it holds is lost."""


class ModelError(AfternoteError):
    """The model gave no usable draft; *reason* says in one word why.

    *tokens* are those of the useless answer, in and out, as far as they are known.
    """

    def __init__(
        self, message: str, *, reason: Reason, tokens: tuple[int, int] = (0, 0)
    ) -> None:
        super().__init__(message)
        self.reason: Reason = reason
        self.tokens = tokens


class ModelUnavailable(ModelError):
    """No draft can be had from the model any more; a template steps in."""


class ModelBusy(ModelUnavailable):
    """The same request may succeed later: not before *wait* seconds, when known.

    *wait* is None for an ordinary back-off and 0 for "ask again at once".
    """

    def __init__(
        self,
        message: str,
        *,
        reason: Reason = "unavailable",
        tokens: tuple[int, int] = (0, 0),
        wait: float | None = None,
    ) -> None:
        super().__init__(message, reason=reason, tokens=tokens)
        self.wait = wait


class ModelReplied(ModelError):
    """The model answered with something that is no draft (empty, cut, not JSON)."""
