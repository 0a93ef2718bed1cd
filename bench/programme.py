"""The real programme in the app, and a move on its board.

Everything is measured on a database of its own, as `bolgeplan init` fills it, and
through the app as the browser reaches it, without the network in between.
"""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from app.access import Role, User
from app.extensions import db
from app.store import database, results
from app.store.seed import seed
from app.store.tables import PlanRow
from app.store.trial import try_out
from app.waves.commands import move
from app.waves.queries import get_placement, get_wave
from bench.measuring import Case

MOVE_BAR_MS = 100

MUNICIPALITY, WAVE, OTHER_WAVE, LOOKED_AT = "1516", "K13", "K14", "K15"


@contextmanager
def filled_app() -> Iterator[Flask]:
    """Give an app on a database of its own with the fixtures in it."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "bench.sqlite3"
        app = create_app(
            {
                "SQLALCHEMY_DATABASE_URI": f"sqlite:///{file}",
                "SECRET_KEY": "a key that is used for an hour and never again",
                "DEMONSTRATION": True,
                "BOUND_HOST": "127.0.0.1",
                # The token is another request's business.
                "WTF_CSRF_ENABLED": False,
            }
        )
        with app.app_context():
            database.upgrade()
            seed()
        try:
            yield app
        finally:
            with app.app_context():
                db.session.remove()
                db.engine.dispose()


def move_cases(app: Flask) -> Iterator[Case]:
    """Yield a move on the board, there and back in turn."""
    client = client_of(app)
    waves = itertools.cycle([OTHER_WAVE, WAVE])

    def post_move() -> None:
        with app.app_context():
            seen = results.revision()
        answer = client.post(
            f"/waves/placements/{MUNICIPALITY}",
            data={"wave": next(waves), "seen": str(seen)},
            headers={"HX-Request": "true"},
        )
        expect(answer.status_code, 200, "the move")

    def look() -> None:
        with app.app_context():
            plan = results.current_plan()
            try_out(plan, move_command(plan))

    yield Case("a move on the board", post_move, MOVE_BAR_MS)
    yield Case("a move looked at before it is made", look, MOVE_BAR_MS)


def move_command(plan: PlanRow) -> Callable[[], object]:
    """Return the command that puts the municipality in a third wave."""
    row, wave = get_placement(plan, MUNICIPALITY), get_wave(plan, LOOKED_AT)
    office = User("bench", Role.PROGRAMME_OFFICE, "bench")
    return lambda: move(plan, row, wave, by=office)


def client_of(app: Flask) -> FlaskClient:
    """Return a client that the demonstration lets in."""
    client = app.test_client()
    client.environ_base["HTTP_HOST"] = "localhost"
    return client


def expect(status: int, wanted: int, what: str) -> None:
    """Stop where the app has not answered as it should."""
    if status != wanted:
        raise RuntimeError(f"{what} was answered with {status}")
