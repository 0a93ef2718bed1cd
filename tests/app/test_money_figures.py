"""Sums are told as their sources give them, with what is not known."""

from decimal import Decimal

import pytest
from flask_babel import force_locale

from app.money_figures import date_text, exactness_text, kind_text, money_lines
from app.provenance import Sources
from app.store.seed.money_shapes import MONEY_KINDS
from app.store.tables import MoneyFigureRow


@pytest.fixture(autouse=True)
def in_english(app):
    with app.test_request_context(), force_locale("en_GB"):
        yield


def line(**given):
    values = {
        "key": "E99",
        "entity": "Ulstein",
        "kind": "annual-cost-total",
        "amount": Decimal(2500000),
        "precision_text": "one-decimal",
        "period": "annual",
        "includes": {},
        "texts": {},
        "same_as": "",
        "source": "",
        "reference": "",
        "confidence": "documented",
        "note": {},
    }
    (told,) = money_lines([MoneyFigureRow(**{**values, **given})], Sources({}))
    return told


def test_a_yearly_sum_with_a_term():
    told = line(term_years=15)
    assert (told.amount, told.period) == ("NOK 2,500,000", "a year, for 15 years")
    assert told.price_year == "price year not known"
    assert told.exactness == "given in millions with one decimal"


def test_a_sum_that_is_not_given_has_no_exactness():
    told = line(amount=None)
    assert (told.amount, told.exactness) == ("no sum given", "")


def test_a_payback_time_is_no_period():
    told = line(kind="payback-years-claim", period="2021", term_years=5)
    assert told.period == "within 5 years, told in 2021"


def test_a_price_year_is_told():
    assert line(price_year=2022).price_year == "prices of 2022"


@pytest.mark.parametrize(
    ("reduced", "text"),
    [("2019-03", "March 2019"), ("2022/2023", "2022/2023"), ("2023", "2023"), ("", "")],
)
def test_a_month_is_told_as_a_month(reduced, text):
    assert date_text(reduced) == text


def test_what_has_no_words_is_told_by_its_key():
    assert kind_text("new-kind") == "new-kind"
    assert exactness_text("new") == ""


@pytest.mark.parametrize("kind", MONEY_KINDS)
def test_every_kind_of_sum_has_a_name(kind):
    assert kind_text(kind) != kind
