"""Writes beside the plan: they raise no revision and have no history.

Calendar addresses, reminders and what the clock has run are nobody's change of the
plan. Like any write they take their turn, and are kept whole or not at all.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from flask import current_app

from app.extensions import db
from app.store.engine import begin_writing


@contextmanager
def writing_beside() -> Iterator[None]:
    """Take a turn like any write, and keep all of it or nothing."""
    begin_writing(db.session)
    try:
        yield
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise


def now() -> datetime:
    """The moment that the installation's clock shows."""
    shown: datetime = current_app.config["BOLGEPLAN_CLOCK"]()
    return shown
