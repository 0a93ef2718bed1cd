"""Wherever the time between two steps is told, so is the calendar it is counted on."""

import pytest
from sqlalchemy import select

from app.extensions import db
from app.store.tables import TemplateLinkRow
from planning.lag_calendars import LagCalendar
from tests.app.reading import text_of

TIMES = {
    "en_GB": "10 working days (outside the councils’ recess)",
    "nb_NO": "10 virkedager (utenom møtefri i kommunestyrene)",
    "nn_NO": "10 verkedagar (utanom møtefri i kommunestyra)",
}
PLACES = (
    "/dates/1516.training",
    "/dates/1516.cutover",
    "/timeline?at=1516.training",
    "/template?step=cutover",
    "/municipalities/1516",
)


@pytest.fixture
def on_recess(app, client):
    """A client of a plan in which cutover waits for the councils' recess to be over."""
    with app.app_context():
        row = db.session.scalars(
            select(TemplateLinkRow).filter_by(
                predecessor="training", successor="cutover"
            )
        ).one()
        row.lag, row.calendar = "10wd", LagCalendar.COUNCIL_RECESS.value
        db.session.commit()
    return client


@pytest.mark.parametrize("language", TIMES)
def test_the_calendar_is_named_with_the_time(on_recess, language):
    on_recess.post("/language", data={"language": language, "page": "/"})
    for place in PLACES if language == "en_GB" else PLACES[:1]:
        assert TIMES[language] in text_of(on_recess.get(place).text), place


def test_the_date_says_both_what_sets_it_and_what_hangs_on_it(on_recess):
    on_recess.post("/language", data={"language": "en_GB", "page": "/"})
    chain = text_of(on_recess.get("/dates/1516.training").text)
    assert f"Has to be over {TIMES['en_GB']} before “" in chain
    hanging = text_of(on_recess.get("/dates/1516.cutover").text)
    assert f"Counted back: {TIMES['en_GB']} before." in hanging
