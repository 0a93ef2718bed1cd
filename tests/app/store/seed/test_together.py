"""What can be read in the fixtures and can't be meant, or does not go together."""

import shutil

import pytest
from flask_babel import force_locale

from app.store.seed import FIXTURES
from app.store.seed.reading import read_fixtures
from app.store.seed.texts import problem_text
from tests.app.store.seed.test_reading import problem, problems, swap


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(FIXTURES, tmp_path / "fixtures")


@pytest.mark.parametrize(
    ("file", "old", "new", "kind", "column"),
    [
        ("waves.csv", "05-31,window", "05-31,day", "day-of-many", "precision"),
        (
            "placements.csv",
            "11-30,month,helse",
            "11-30,day,helse",
            "day-of-many",
            "actual_precision",
        ),
        ("decisions.csv", "12-31,month", "12-31,day", "day-of-many", "precision"),
        (
            "template_activities.csv",
            "Project start,0d",
            "Project start,5d",
            "long-milestone",
            "duration",
        ),
        ("municipalities.csv", ",24159,", ",1000001,", "out-of-range", "population"),
        ("programme.csv", "notice_trondheim", "notice_trond", "unknown-key", "key"),
        ("programme.csv", ",36mo,", ",3 years,", "bad-duration", "value"),
        (
            "assumptions.csv",
            "discount_rate,0.04",
            "discount_rate,4 %",
            "bad-number",
            "value",
        ),
        (
            "assumptions.csv",
            "discount_rate,0.04",
            "discount_rate,4",
            "out-of-range",
            "value",
        ),
        ("assumptions.csv", "term_years,15", "term_years,0", "out-of-range", "value"),
        ("assumptions.csv", "annuity", "bullet", "unknown-value", "value"),
        ("cost_keys.csv", ",,100,0,0", ",,90,0,0", "key-sum", "by_holding"),
        (
            "cost_keys.csv",
            "2022-01-01,,",
            "2022-01-01,2021-12-31,",
            "end-before-start",
            "to_day",
        ),
        ("money_parts.csv", "E09,2023,28", "E09,2023,27", "parts-sum", "amount_nok"),
        ("money_parts.csv", "E09,2023,", "E09,2022,", "duplicate-key", "year"),
        ("money.csv", ",15,,included,", ",15,,,", "empty-cell", "debt_service"),
        (
            "money.csv",
            "one-decimal,2022,,,,,",
            "one-decimal,2022,,,included,,",
            "totals-alone",
            "debt_service",
        ),
        (
            "money.csv",
            "one-off,18500000,",
            "one-off,-18500000,",
            "negative",
            "amount_nok",
        ),
        (
            "money.csv",
            "municipality,1506,Molde,",
            "municipality,,Molde,",
            "empty-cell",
            "municipality",
        ),
        ("money_parts.csv", "E09,2022,", "E09,2011,", "out-of-range", "year"),
        ("money_parts.csv", "E09,2023,", "E09,2034,", "out-of-range", "year"),
        ("bindings.csv", "documented,", ",", "empty-cell", "confidence"),
        ("closed_periods.csv", "assumed,", ",", "empty-cell", "confidence"),
        ("bindings.csv", ",namdal,,", ",,5007,", "binds-nobody", "members"),
        ("money.csv", "investment-one-off", "investment", "unknown-value", "kind"),
        ("bindings.csv", "joint-wish", "a-wish", "unknown-value", "kind"),
        ("closed_periods.csv", "07-31", "07-32", "bad-month-and-day", "last_day"),
        ("closed_periods.csv", "07-31", "02-30", "bad-month-and-day", "last_day"),
        ("closed_periods.csv", "07-31", "31 July", "bad-month-and-day", "last_day"),
        ("components.csv", ",yes,no,", ",yes,nei,", "unknown-value", "delivered"),
        ("components.csv", ",,,,yes", ",2025-03-01,,,yes", "half-span", "expected_end"),
    ],
)
def test_what_cannot_be_meant_is_named(folder, file, old, new, kind, column):
    swap(folder, file, old, new)
    found = problem(folder)
    assert (found.file, found.kind, found.column) == (file, kind, column)
    assert found.line > 1


def test_an_assumption_that_is_missing_is_named(folder):
    path = folder / "assumptions.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("loan_kind")]
    path.write_text("".join(kept), encoding="utf-8")
    found = problem(folder)
    assert (found.kind, found.values) == ("missing-key", {"value": "loan_kind"})


def test_a_sum_is_the_same_as_one_that_counts(folder):
    swap(folder, "money.csv", "2021-06-17,,hustadvika", "2021-06-17,E08,hustadvika")
    assert {found.kind for found in problems(folder)} == {"same-as-same"}


def test_a_key_like_no_other_is_taken_out(folder, app):
    swap(folder, "programme.csv", "notice_trondheim", "weather")
    with app.app_context(), force_locale("en_GB"):
        assert "Take the row out" in problem_text(problem(folder))


def test_the_last_of_february_is_a_day_of_every_year(folder):
    swap(folder, "closed_periods.csv", "07-01,07-31", "02-29,02-29")
    assert read_fixtures(folder)["closed_periods"][0]["first_day"] == (2, 29)
