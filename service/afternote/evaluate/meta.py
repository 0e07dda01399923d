"""Judges the rules by labelled text: runs evals/rules/meta.py, as `make meta` does.

The labelled text is two megabytes and stays in the source tree.
"""

import runpy
import sys
from collections.abc import Sequence

from afternote.assets import folder
from afternote.errors import InputError


def run(arguments: Sequence[str]) -> int:
    """Print how often each rule is right; return the exit code: 1 when some got worse.

    Raises InputError where there is no labelled text.
    """
    script = folder("evals") / "rules" / "meta.py"
    if not (script.parent / "labels").is_dir():
        raise InputError("the labelled text is in the source tree, not in the package")
    kept_path, kept_arguments = list(sys.path), sys.argv
    sys.path.insert(0, str(script.parent))
    sys.argv = [str(script), *arguments]
    try:
        runpy.run_path(str(script), run_name="__main__")
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else int(left.code is not None)
    finally:
        sys.path[:], sys.argv = kept_path, kept_arguments
    return 0
