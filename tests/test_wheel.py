"""The wheel: installed in a fresh environment, it drafts from any folder."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LEFT_OUT = ("PYTHONPATH", "VIRTUAL_ENV")

pytestmark = pytest.mark.packaging


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--no-isolation", "--wheel"]
    subprocess.run([*build, "--outdir", folder, ROOT], check=True, capture_output=True)
    venv.create(folder / "venv", with_pip=True, symlinks=True)
    python = folder / "venv" / "bin" / "python"
    wheel = next(folder.glob("*.whl"))
    pip = [python, "-m", "pip", "install", "--quiet", "--no-deps"]
    subprocess.run([*pip, wheel], check=True, capture_output=True)
    _lend_dependencies(folder)
    return folder / "venv" / "bin" / "afternote"


def _lend_dependencies(folder: Path) -> None:
    """Let the fresh environment see this one's packages, but not this one's source."""
    target = next((folder / "venv" / "lib").glob("python*/site-packages"))
    lent = [p for p in sys.path if p.endswith("site-packages")]
    lines = [line for p in lent for line in [p]]
    (target / "lent.pth").write_text("\n".join(lines) + "\n", encoding="utf-8")


def run(command: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environ = {k: v for k, v in os.environ.items() if k not in LEFT_OUT}  # noqa: TID251
    return subprocess.run(
        [command, *arguments],
        cwd=cwd,
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        input="",
    )


def test_the_wheel_drafts_from_another_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Met Dana Whitfield at Halden Labs.")

    done = run(installed, "draft", "notes.txt", "--offline", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "Dana" in done.stdout


def test_the_wheel_runs_its_own_code_and_data(installed: Path, tmp_path: Path) -> None:
    python = installed.parent / "python"
    ask = "import afternote.assets as a; print(a.__file__, a.folder('fallbacks'))"

    done = subprocess.run(
        [python, "-c", ask], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    code, data = done.stdout.split()
    assert code.startswith(str(installed.parents[1]))
    assert data.startswith(str(installed.parents[1]))


def test_every_data_file_travels_in_the_wheel(installed: Path) -> None:
    package = next(installed.parents[1].glob("lib/python*/site-packages/afternote"))
    for name in ("prompts", "fallbacks"):
        here = {p.relative_to(ROOT / name) for p in (ROOT / name).rglob("*.md")}
        there = {
            p.relative_to(package / "_data" / name)
            for p in (package / "_data" / name).rglob("*.md")
        }
        assert here == there
        assert here
    assert (package / "scoring").is_dir()


def test_the_page_travels_in_the_wheel(installed: Path) -> None:
    package = next(installed.parents[1].glob("lib/python*/site-packages/afternote"))
    page = ROOT / "service" / "afternote" / "api" / "page"
    for kind in ("static", "templates"):
        here = {p.name for p in (page / kind).iterdir()}
        assert here == {p.name for p in (package / "api" / "page" / kind).iterdir()}
        assert here
