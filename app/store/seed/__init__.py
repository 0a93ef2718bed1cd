"""Fixtures to rows: the facts and the plan that an installation begins with."""

from collections.abc import Callable
from pathlib import Path

from app.store.seed.merging import Seeded, merge
from app.store.seed.reading import read_fixtures

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures"

__all__ = ["FIXTURES", "Seeded", "seed"]


def seed(
    folder: Path = FIXTURES, *, prepare: Callable[[], None] | None = None
) -> Seeded:
    """Load the fixtures into the database, all or nothing; safe to repeat.

    Only what has not been loaded before comes in, and only what nobody has changed
    since is brought up to date. What people have removed stays removed. `prepare`
    makes the database ready: it is left alone where the files can't be used.

    Raises:
        FixtureError: with all that is wrong with the files.
        PlanningError: where the files and what people have changed since don't go
            together.
    """
    files = read_fixtures(folder)
    if prepare is not None:
        prepare()
    return merge(files)
