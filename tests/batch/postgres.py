"""A real PostgreSQL server for the tests: its own folder, a Unix socket, no network.

Where none is installed the tests are skipped with a word; with POSTGRES_REQUIRED in the
environment, as CI has it, they fail instead.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

psycopg = pytest.importorskip("psycopg")

ACCOUNT = "postgres"


def programs() -> Path | None:
    """Return the folder with the server's programs."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return debian[-1].parent if debian else None


def required() -> Path:
    """Return the folder with the server's programs, or skip, or fail."""
    where = programs()
    if where is None:
        told = "PostgreSQL is not installed: the cluster is not tested"
        if os.environ.get("POSTGRES_REQUIRED"):  # noqa: TID251 - CI sets it
            pytest.fail(told)
        pytest.skip(told)
    return where


class Server:
    """A server that runs; *options* are its settings, as name=value."""

    def __init__(self, where: Path, *options: str) -> None:
        self._where = where
        # Not below pytest's folder, which the server's own account may not enter.
        self.folder = Path(tempfile.mkdtemp(prefix="afternote-pg-"))
        self._as: list[str] = []
        if os.geteuid() == 0:  # the server refuses to run as root
            account = pwd.getpwnam(ACCOUNT)
            os.chown(self.folder, account.pw_uid, account.pw_gid)
            self._as = ["setpriv", f"--reuid={ACCOUNT}", f"--regid={ACCOUNT}"]
            self._as.append("--init-groups")
        data = str(self.folder / "data")
        self._run("initdb", "-D", data, "-U", "afternote", "-A", "trust", "-N")
        settings = [f"-k {self.folder}", "-c listen_addresses=''"]
        settings += [f"-c {option}" for option in options]
        self._settings = " ".join(settings)
        self._count = 0
        self.start()

    def start(self) -> None:
        """Start it, or start it again after `crash`."""
        data, log = str(self.folder / "data"), str(self.folder / "log")
        self._run("pg_ctl", "-D", data, "-l", log, "-w", "-o", self._settings, "start")

    def crash(self) -> None:
        """End it as a power cut would."""
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [*self._as, str(self._where / program), *arguments],
            check=True,
            capture_output=True,
            cwd=self.folder,
        )

    def url(self, database: str) -> str:
        """Return how to reach a *database*."""
        return f"host={self.folder} user=afternote dbname={database}"

    def new(self) -> str:
        """Return how to reach a database of its own."""
        self._count += 1
        name = f"t{self._count}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.url(name)

    def end(self) -> None:
        """Stop it and remove its folder."""
        self.crash()
        shutil.rmtree(self.folder, ignore_errors=True)


@contextmanager
def running(*options: str) -> Iterator[Server]:
    """Run a server for as long as the context lasts."""
    server = Server(required(), *options)
    try:
        yield server
    finally:
        server.end()
