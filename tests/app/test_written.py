"""Days and numbers that were written before are written as if they had not been."""

from datetime import date
from decimal import Decimal

from babel import Locale

from app.written import write_day, write_number, write_stretch

BOKMAL, ENGLISH = Locale.parse("nb_NO"), Locale.parse("en_GB")
HARD_SPACE = "\N{NO-BREAK SPACE}"


def test_a_day_is_written_in_the_language_that_is_asked_for_each_time() -> None:
    day = date(2025, 4, 1)
    for _again in range(2):
        assert write_day(day, "long", BOKMAL) == "1. april 2025"
        assert write_day(day, "long", ENGLISH) == "1 April 2025"
        assert write_day(day, "medium", BOKMAL) == "1. apr. 2025"


def test_two_days_are_written_once_where_they_share_a_year() -> None:
    first, last = date(2025, 4, 1), date(2025, 5, 31)
    for _again in range(2):
        assert write_stretch(first, last, "yMMM", BOKMAL) == "apr.–mai 2025"
        assert write_stretch(first, last, "y", ENGLISH) == "2025"


def test_numbers_that_are_equal_are_not_taken_for_each_other() -> None:
    for _again in range(2):
        assert write_number(0, "#,##0.0", BOKMAL) == "0,0"
        assert write_number(Decimal("-0.00"), "#,##0.0", BOKMAL) == "−0,0"
        assert write_number(1_149, None, BOKMAL) == f"1{HARD_SPACE}149"
        assert write_number(1_149.0, None, ENGLISH) == "1,149"
        assert write_number(-3, None, BOKMAL) == "−3"
