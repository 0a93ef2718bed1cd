"""`bolgeplan economy` for who was live and has left."""

from datetime import date

from app.extensions import db
from app.store.tables import CommitmentFactRow
from tests.app.cli.conftest import Change, Run


def test_who_has_left_is_told_above_the_figures(run: Run, change: Change) -> None:
    day = date(2023, 11, 15)
    left = CommitmentFactRow(
        municipality="5054",
        kind="left",
        happened_first=day,
        happened_last=day,
        precision="day",
        confidence="entered",
    )
    change(lambda: db.session.add(left))

    told, _blank, _figures = run("economy", "5054").out.partition("\n\n")
    assert "Indre Fosen has left the co-operation (15 November 2023)." in told
    assert "The figures are what the plan came to if it had stayed." in told
