"""How each date is known: known answers, and the mark wherever the date stands."""

import re
from datetime import date

import pytest
from flask_babel import force_locale
from sqlalchemy import select

from app.extensions import db
from app.how_dated import How, HowDated, how_text
from app.store import results
from app.store.results import current_plan
from app.store.tables import WaveRow
from app.table_files import read_day
from app.tables_in_pages import find_tables
from tests.app.reading import part, text_of
from tests.builders import deadline_row

LINK = re.compile(
    r'<a class="date-link date date--(\w+)[^"]*" href="/dates/([^"]+)">(.*?)</a>',
    re.DOTALL,
)
PAGES = (
    "/",
    "/waves/K13",
    "/municipalities/1516",
    "/municipalities/5054",
    "/municipalities/5020",
)
TABLES = (
    ("/waves/K13", "members"),
    ("/municipalities", "municipalities"),
    ("/municipalities/1516", "limits"),
    ("/dates/1516.option-limit", "hanging"),
)


@pytest.fixture
def how_of(app):
    """Return how a date of the plan as it is now is known."""

    def of(id):
        with app.app_context():
            return HowDated(results.evaluation(current_plan())).of(id)

    return of


def put(app, make):
    with app.app_context():
        db.session.add(make(current_plan().id))
        db.session.commit()
        results.results().forget()


@pytest.mark.parametrize(
    ("id", "how"),
    [
        ("wave.K13", How.DOCUMENTED),
        ("1516.go-live", How.DOCUMENTED),
        ("1516.option-limit", How.COMPUTED),
        ("1516.training", How.COMPUTED),
        ("1554.option-exercised", How.PRESUMED),
        ("5054.go-live", How.REPORTED),
        ("wave.PD2", How.REPORTED),
        ("trust.STO", How.REPORTED),
        ("trust.HMR", How.DOCUMENTED),
        ("programme.gp-checkpoint", How.DOCUMENTED),
    ],
)
def test_known_answers(how_of, id, how):
    assert how_of(id) is how


def test_what_the_office_sets_is_set_with_all_who_follow(english, how_of):
    english.post("/waves/K13/day", data={"day": "2025-05-10"})
    assert how_of("wave.K13") is how_of("1516.go-live") is How.SET
    assert how_of("1516.option-limit") is How.COMPUTED


def test_a_window_that_somebody_gave_is_set_and_no_document(english, how_of):
    english.post(
        "/waves/K13/shift", data={"direction": "later", "amount": "6", "unit": "mo"}
    )
    assert how_of("wave.K13") is How.SET


def test_a_named_day_holds_the_limit_and_what_has_to_happen_by_it(app, how_of):
    put(app, lambda plan: deadline_row(plan, day=date(2024, 3, 1)))
    assert how_of("1516.option-limit") is How.DOCUMENTED
    assert how_of("1516.option-exercised") is How.DOCUMENTED


def test_who_has_reported_nothing_goes_live_with_its_wave_as_presumed(app, how_of):
    with app.app_context():
        wave = db.session.scalars(select(WaveRow).where(WaveRow.code == "K13")).one()
        wave.actual_first = wave.actual_last = date(2023, 11, 1)
        db.session.commit()
        results.results().forget()
    assert how_of("wave.K13") is How.REPORTED
    assert how_of("1516.go-live") is How.PRESUMED


@pytest.mark.parametrize("url", PAGES)
def test_every_date_of_a_page_carries_its_mark(app, english, how_of, url):
    english.post("/waves/K13/day", data={"day": "2025-05-10"})
    put(app, lambda plan: deadline_row(plan, day=date(2024, 3, 1)))
    found = LINK.findall(english.get(url).text)

    assert found
    for shown, id, inside in found:
        told = text_of(inside).strip()
        with app.test_request_context(), force_locale("en_GB"):
            word = how_text(How(shown))
        assert told.endswith(word) is (shown != How.COMPUTED), id
        # What can't hold its planned day stands with one that was reckoned.
        assert shown in {how_of(id), How.COMPUTED}, id


@pytest.mark.parametrize(("url", "name"), TABLES)
def test_no_day_of_a_table_is_without_a_mark(app, english, url, name):
    tables = find_tables(english.get(url).text, name)
    assert tables
    days = 0
    with app.test_request_context(), force_locale("en_GB"):
        for table in tables:
            headings = [cell.said for cell in table.head[-1]]
            for row in table.body:
                for heading, cell in zip(headings, row, strict=False):
                    if read_day(cell.said):
                        assert cell.is_date, (heading, cell.said)
                        days += 1
    assert days


def test_a_file_has_a_column_for_how_a_day_is_known(english):
    english.post("/waves/K13/day", data={"day": "2025-05-10"})
    lines = english.get("/municipalities?file=municipalities").text.splitlines()

    headings = lines[0].split(";")
    go_live = headings.index("Wave and go-live: how it is known")
    limit = headings.index("Next limit: how it is known")
    ulstein = next(it for it in lines if ";Ulstein;" in it).split(";")
    indre_fosen = next(it for it in lines if ";Indre Fosen;" in it).split(";")
    assert (ulstein[go_live], ulstein[limit]) == ("set by people", "computed")
    assert indre_fosen[go_live] == "reported"


def test_the_marks_are_explained_where_they_first_stand(english):
    for url in ("/", "/waves", "/waves/K13", "/municipalities", "/economy"):
        assert "How a date is known:" in text_of(english.get(url).text), url
    strip = part(english.get("/municipalities/1516").text, "strip")
    assert "Without a mark it is computed." in text_of(strip)


def test_dates_of_the_timeline_look_as_they_are_known(english):
    page = english.get("/timeline?scope=municipality:1554").text
    assert 'class="date--presumed" href="/dates/1554.' in page
    assert 'class="date--documented" href="/dates/1554.go-live"' in page
    assert 'class="date--computed"' not in page
