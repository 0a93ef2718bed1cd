"""Dates, money and durations as they are read, in both languages.

What is expected is what a Norwegian and a British reader expect to see; sentences
that come from the catalogues are looked at in the tests of the catalogues.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from flask import Flask
from flask_babel import force_locale, gettext, ngettext

from app import filters, language
from planning.calendars import to_day
from planning.durations import Duration, Unit
from planning.snapshot import Precision, Window

HARD_SPACE = "\N{NO-BREAK SPACE}"
APRIL_FIRST = date(2025, 4, 1)


@pytest.fixture
def reader() -> Iterator[Flask]:
    app = Flask("app")
    language.init_app(app)
    with app.app_context():
        yield app


@pytest.fixture
def norwegian(reader: Flask) -> Iterator[None]:
    with force_locale("nb_NO"):
        yield


@pytest.fixture
def nynorsk(reader: Flask) -> Iterator[None]:
    with force_locale("nn_NO"):
        yield


@pytest.fixture
def english(reader: Flask) -> Iterator[None]:
    with force_locale("en_GB"):
        yield


def test_dates_in_norwegian(norwegian: None) -> None:
    assert filters.long_date(APRIL_FIRST) == "1. april 2025"
    assert filters.short_date(APRIL_FIRST) == "1. apr. 2025"
    assert filters.weekday(APRIL_FIRST) == "tirsdag"


def test_dates_in_nynorsk(nynorsk: None) -> None:
    assert filters.long_date(APRIL_FIRST) == "1. april 2025"
    assert filters.short_date(APRIL_FIRST) == "1. apr. 2025"
    assert filters.weekday(APRIL_FIRST) == "tysdag"
    assert filters.weekday(date(2024, 4, 27)) == "laurdag"
    noon = datetime(2023, 11, 30, 12, tzinfo=UTC)
    assert "30. november 2023" in filters.moment(noon)


def test_numbers_in_nynorsk(nynorsk: None) -> None:
    assert filters.number(-18_500_000) == f"−18{HARD_SPACE}500{HARD_SPACE}000"
    assert filters.percent(0.75) == f"75{HARD_SPACE}%"


def test_dates_in_english(english: None) -> None:
    assert filters.long_date(APRIL_FIRST) == "1 April 2025"
    assert filters.short_date(APRIL_FIRST) == "1 Apr 2025"
    assert filters.weekday(APRIL_FIRST) == "Tuesday"


def test_a_day_of_the_engine_reads_as_its_date(norwegian: None) -> None:
    assert filters.long_date(to_day(APRIL_FIRST)) == "1. april 2025"
    assert filters.iso_date(to_day(APRIL_FIRST)) == "2025-04-01"


@pytest.mark.parametrize(
    ("first", "last", "precision", "nb", "en"),
    [
        ("2025-04-01", "2025-04-01", "day", "1. april 2025", "1 April 2025"),
        ("2025-04-01", "2025-04-30", "month", "april 2025", "April 2025"),
        ("2025-04-01", "2025-05-31", "window", "april–mai 2025", "April – May 2025"),
        (
            "2024-10-01",
            "2025-03-31",
            "window",
            "oktober 2024–mars 2025",
            "October 2024 – March 2025",
        ),
        ("2019-01-01", "2019-03-31", "quarter", "1. kvartal 2019", "1st quarter 2019"),
        ("2019-01-01", "2019-12-31", "year", "2019", "2019"),
        ("2019-01-01", "2023-12-31", "year", "2019–2023", "2019–2023"),
        (
            "2023-11-03",
            "2023-11-30",
            "window",
            "3.–30. nov. 2023",
            "3–30 Nov 2023",
        ),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(
    reader: Flask, first: str, last: str, precision: str, nb: str, en: str
) -> None:
    days = date.fromisoformat(first), date.fromisoformat(last)
    with force_locale("nb_NO"):
        assert as_typed(filters.dated(*days, precision)) == nb
    with force_locale("en_GB"):
        assert as_typed(filters.dated(*days, precision)) == en


def as_typed(text: str) -> str:
    """Return a text with the spaces that a keyboard has."""
    for space in "\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}\N{NO-BREAK SPACE}":
        text = text.replace(space, " ")
    return text


@pytest.mark.parametrize(
    ("first", "last", "season"),
    [
        ("2022-09-01", "2022-11-30", "autumn 2022"),
        ("2021-08-01", "2021-10-31", "autumn 2021"),
        ("2024-03-01", "2024-05-31", "spring 2024"),
        ("2024-06-01", "2024-08-31", "summer 2024"),
        ("2023-12-01", "2024-02-29", "winter 2024"),
    ],
)
def test_a_season_is_named(english: None, first: str, last: str, season: str) -> None:
    name, year = season.split()
    days = date.fromisoformat(first), date.fromisoformat(last)
    told = filters.dated(*days, "season")
    assert told == gettext(f"{name} %(year)s", year=int(year))


@pytest.mark.parametrize(
    ("first", "last", "half"),
    [("2024-01-01", "2024-06-30", "first"), ("2024-07-01", "2024-12-31", "second")],
)
def test_half_a_year_is_named(english: None, first: str, last: str, half: str) -> None:
    days = date.fromisoformat(first), date.fromisoformat(last)
    told = filters.dated(*days, "half_year")
    assert told == gettext(f"{half} half of %(year)s", year=2024)


def test_a_precision_that_the_days_do_not_bear_out_is_told_by_its_months(
    norwegian: None,
) -> None:
    days = date(2022, 7, 1), date(2022, 12, 31)
    assert as_typed(filters.dated(*days, "quarter")) == "juli–desember 2022"


def test_a_precision_that_does_not_exist_is_a_mistake(norwegian: None) -> None:
    with pytest.raises(ValueError, match="fortnight"):
        filters.dated(APRIL_FIRST, APRIL_FIRST, "fortnight")


def test_a_window_of_the_engine_shows_its_last_day(norwegian: None) -> None:
    end = to_day(date(2025, 6, 1))
    given = Window(to_day(APRIL_FIRST), end, Precision.WINDOW)
    assert as_typed(filters.window(given)) == "april–mai 2025"


def test_a_half_open_stretch_shows_its_last_day(norwegian: None) -> None:
    start, finish = date(2025, 4, 1), date(2025, 6, 1)
    assert filters.last_day(start, finish) == date(2025, 5, 31)
    assert as_typed(filters.span(start, finish)) == "1. apr.–31. mai 2025"


def test_a_milestone_and_a_day_of_work_show_one_day(norwegian: None) -> None:
    assert filters.span(APRIL_FIRST, APRIL_FIRST) == "1. apr. 2025"
    assert filters.span(APRIL_FIRST, date(2025, 4, 2)) == "1. apr. 2025"


def test_a_moment_is_told_by_the_clock_on_the_wall(english: None) -> None:
    at = datetime(2023, 11, 30, 12, 5, tzinfo=UTC)
    told = filters.moment(at)
    assert told == gettext(
        "%(date)s at %(time)s", date="30 November 2023", time="13:05"
    )


def test_a_norwegian_moment_has_its_stop(norwegian: None) -> None:
    assert "30. november 2023" in filters.moment(datetime(2023, 11, 30, 12, tzinfo=UTC))


@pytest.mark.parametrize(
    ("given", "singular", "plural", "amount"),
    [
        ("7mo", "%(num)s month", "%(num)s months", 7),
        ("1mo", "%(num)s month", "%(num)s months", 1),
        (
            Duration(10, Unit.WORKING_DAYS),
            "%(num)s working day",
            "%(num)s working days",
            10,
        ),
        ("3w", "%(num)s week", "%(num)s weeks", 3),
        ("5d", "%(num)s day", "%(num)s days", 5),
    ],
)
def test_durations_are_counted(
    english: None, given: Duration | str, singular: str, plural: str, amount: int
) -> None:
    assert filters.duration(given) == ngettext(singular, plural, amount)


def test_a_negative_lag_has_a_minus(english: None) -> None:
    assert filters.duration("-2wd") == "−" + filters.duration("2wd")


def test_moves_say_their_direction(english: None) -> None:
    later = ngettext("%(num)s day later", "%(num)s days later", 183)
    earlier = ngettext("%(num)s day earlier", "%(num)s days earlier", 1)
    assert filters.moved(183) == later
    assert filters.moved(-1) == earlier
    assert filters.moved(0) == gettext("on the same day")


def test_margins_have_a_sign(english: None) -> None:
    assert filters.signed_days(12) == "+" + filters.days(12)
    assert filters.signed_days(-3) == "−" + filters.days(3)
    assert filters.signed_days(0) == filters.days(0)


def test_numbers_are_grouped_as_each_language_does(reader: Flask) -> None:
    with force_locale("nb_NO"):
        assert filters.number(18_500_000) == f"18{HARD_SPACE}500{HARD_SPACE}000"
        assert filters.number(-183) == "−183"
        assert filters.percent(0.75) == f"75{HARD_SPACE}%"
    with force_locale("en_GB"):
        assert filters.number(18_500_000) == "18,500,000"
        assert filters.percent(Decimal("0.75")) == "75%"


def test_kroner_show_fractions_only_where_there_are_any(norwegian: None) -> None:
    whole = f"18{HARD_SPACE}500{HARD_SPACE}000"
    assert filters.kroner(18_500_000) == gettext("NOK %(amount)s", amount=whole)
    assert filters.kroner(Decimal("0.50")) == gettext("NOK %(amount)s", amount="0,50")
    assert filters.kroner(Decimal("5.00")) == gettext("NOK %(amount)s", amount="5")


def test_millions_have_one_decimal(norwegian: None) -> None:
    expected = gettext("NOK %(amount)s million", amount="18,5")
    assert filters.mnok(18_500_000) == expected
    assert filters.mnok(-500_000) == gettext("NOK %(amount)s million", amount="−0,5")


def test_a_text_in_another_language_says_so(english: None) -> None:
    assert filters.text({"nb": "bølge", "en": "wave"}) == "wave"
    assert filters.text({"nb": "bølge"}) == '<span lang="nb">bølge</span>'
    assert filters.text({"nb": "<b>", "en": ""}) == '<span lang="nb">&lt;b&gt;</span>'
    assert filters.text({"en": "<b>"}) == "&lt;b&gt;"
    assert filters.text({}) == ""


def test_bokmal_stands_in_for_nynorsk(nynorsk: None) -> None:
    assert filters.text({"en": "wave", "nb": "bølge", "nn": "bølgje"}) == "bølgje"
    assert filters.text({"en": "wave", "nb": "bølge"}) == '<span lang="nb">bølge</span>'
    assert filters.plain_text({"en": "wave", "nb": "bølge"}) == "bølge"


def test_a_plain_text_is_found_in_whichever_language_there_is(norwegian: None) -> None:
    assert filters.plain_text({"nb": "bølge", "en": "wave"}) == "bølge"
    assert filters.plain_text({"nb": "", "en": "wave"}) == "wave"
    assert filters.plain_text({}) == ""


def test_counts_of_four_digits_have_their_thousands_apart(reader: Flask) -> None:
    for locale, gap in (("nb_NO", HARD_SPACE), ("nn_NO", HARD_SPACE), ("en_GB", ",")):
        with force_locale(locale):
            assert filters.days(1149).startswith(f"1{gap}149 da")
            assert filters.moved(1007).startswith(f"1{gap}007 da")
            assert ngettext("%(num)d row", "%(num)d rows", 8797).startswith(
                f"8{gap}797 "
            )
            assert filters.days(183).startswith("183 da")
