"""The SQLite ledger keeps what every engine keeps, and a little of its own."""

import sqlite3
import stat
from pathlib import Path

import pytest
from tests.batch.conformance import *  # noqa: F403 - the suite
from tests.batch.conformance import LEASE, spec_of

from afternote.batch.engine import BatchEngine
from afternote.batch.ledger import Ledger
from afternote.errors import StoreError


class _File:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.spec = spec_of("ledger", str(path))
        self._engines: list[Ledger] = []

    def open(self) -> BatchEngine:
        self._engines.append(Ledger(self.path, lease=LEASE))
        return self._engines[-1]

    def fill(self) -> None:
        db = self._engines[-1]._db
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages + 20}")

    def empty(self) -> None:
        """The limit is that of the connection, which is closed."""

    def rows(self) -> int:
        db = sqlite3.connect(self.path)
        tables = ("afternote_batches", "afternote_items", "afternote_prints")
        return sum(
            db.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in tables
        )


@pytest.fixture
def store(tmp_path: Path) -> _File:
    return _File(tmp_path / "ledger")


def test_the_file_is_its_owners_alone(store: _File) -> None:
    store.open()

    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_what_is_no_ledger_is_said_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    path.write_bytes(b"something else, and long enough for a header" * 10)

    with pytest.raises(StoreError, match="not a database"):
        Ledger(path)
    with pytest.raises(StoreError, match="cannot be opened"):
        Ledger(tmp_path / "no-folder" / "ledger")


def test_a_ledger_of_a_newer_afternote_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    sqlite3.connect(path).execute("PRAGMA user_version = 9")

    with pytest.raises(StoreError, match="newer"):
        Ledger(path)
