"""Fixtures to rows: the facts and the plan that an installation begins with."""

from pathlib import Path

from app.store.seed.merging import Seeded, merge
from app.store.seed.reading import read_fixtures

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures"

__all__ = ["FIXTURES", "Seeded", "seed"]


def seed(folder: Path = FIXTURES) -> Seeded:
    """Load the fixtures into the database, all or nothing; safe to repeat.

    Only what has not been loaded before comes in, and only what nobody has changed
    since is brought up to date. What people have removed stays removed.

    Raises:
        FixtureError: with all that is wrong with the files.
        PlanningError: where the files and what people have changed since don't go
            together.
    """
    return merge(read_fixtures(folder))
