"""Sums and rates as people type them."""

from decimal import Decimal

import pytest
from flask_babel import force_locale
from werkzeug.datastructures import MultiDict
from wtforms import Form

from app.money_fields import AmountField, PercentField, written


class AnyForm(Form):
    """One field of each kind."""

    amount = AmountField("Amount")
    rate = PercentField("Rate")


@pytest.fixture
def english_words(app):
    with app.test_request_context(), force_locale("en_GB"):
        yield


@pytest.mark.parametrize(
    ("typed", "kroner"),
    [
        ("18500000", "18500000"),
        ("18 500 000", "18500000"),
        ("18\u00a0500\u202f000 kr", "18500000"),
        ("18 500 000,50", "18500000.50"),
        ("kr 340 000,-", "340000"),
        ("NOK 18.5m", "18500000"),
        ("18,5 mill", "18500000"),
        ("18,5 mill. kr", "18500000"),
        ("18,50 millioner kroner", "18500000"),
        ("18.5 million", "18500000"),
        ("18,5 MNOK", "18500000"),
        ("0,125 mill", "125000"),
        ("1 234,567 mill", "1234567000"),
        ("18.500.000", "18500000"),
        ("18,500,000", "18500000"),
        ("1234,5", "1234.50"),
        ("0", "0"),
        ("1", "1"),
        ("100 000 000 000", "100000000000"),
    ],
)
def test_a_sum_is_read_as_people_write_it(english_words, typed, kroner):
    form = AnyForm(MultiDict({"amount": typed}))
    assert form.validate(), form.errors
    assert form.amount.data == Decimal(kroner)


TWO_WAYS = "can be read in two ways. Write thousands with a blank, as 1 234"
NO_SUM = "is no sum. Write it as 18 500 000 or 18,5 mill."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1.234", TWO_WAYS),
        ("18,500", TWO_WAYS),
        ("1,234 mill", TWO_WAYS),
        ("-5", "A sum can’t be less than nothing."),
        ("−18,5 mill", "A sum can’t be less than nothing."),
        ("1 23 456", NO_SUM),
        ("18 500 00", NO_SUM),
        ("1.234,50", NO_SUM),
        ("1e9", NO_SUM),
        ("NaN", NO_SUM),
        ("∞", NO_SUM),
        ("٣", NO_SUM),
        ("mill", NO_SUM),
        ("kr", NO_SUM),
        ("18,5 mrd", NO_SUM),
        ("9" * 40, NO_SUM),
        ("12,345678", "Give the sum in whole øre"),
        ("0,04", "That is less than a krone."),
        ("0,99 kr", "That is less than a krone."),
        ("0,0000004 mill", "That is less than a krone."),
        ("0,123456789 mill", "Give the sum in whole øre"),
        ("100 000 000 000,01", "more than 100 billion kroner"),
        ("999999999999999999 mill", "more than 100 billion kroner"),
    ],
)
def test_a_sum_that_cannot_be_read_is_told_and_stays(english_words, typed, said):
    form = AnyForm(MultiDict({"amount": typed}))
    assert not form.validate()
    assert said in form.amount.errors[0]
    assert f'value="{typed}"' in form.amount()


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        ("4", "0.04"),
        ("4,5", "0.045"),
        ("4.5", "0.045"),
        ("4 %", "0.04"),
        ("0", "0"),
        ("0,10", "0.001"),
        ("12,25%", "0.1225"),
    ],
)
def test_a_rate_is_read_in_percent(english_words, typed, share):
    form = AnyForm(MultiDict({"rate": typed}))
    assert form.validate(), form.errors
    assert form.rate.data == Decimal(share)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("four", "“four” is no rate. Write it in percent, as 4 or 4,5."),
        ("-4", "is no rate"),
        ("9" * 30, "is no rate"),
        ("4,125", "with at most two decimals"),
        ("0,04", "For four percent, write 4."),
    ],
)
def test_a_rate_that_cannot_be_read_is_told_and_stays(english_words, typed, said):
    form = AnyForm(MultiDict({"rate": typed}))
    assert not form.validate()
    assert said in form.rate.errors[0]
    assert f'value="{typed}"' in form.rate()


def test_nothing_typed_is_nothing(english_words):
    form = AnyForm(MultiDict({"amount": " ", "rate": ""}))
    assert form.validate()
    assert (form.amount.data, form.rate.data) == (None, None)


@pytest.mark.parametrize("kroner", ["0", "340000", "18500000.5", "100000000000"])
def test_what_a_field_shows_it_reads_again(app, kroner):
    amount = Decimal(kroner)
    for locale in ("nb_NO", "nn_NO", "en_GB"):
        with app.test_request_context(), force_locale(locale):
            shown = AnyForm(data={"amount": amount, "rate": Decimal("0.045")})
            again = AnyForm(
                MultiDict(
                    {"amount": shown.amount._value(), "rate": shown.rate._value()}
                )
            )
            assert again.validate()
            assert (again.amount.data, again.rate.data) == (amount, Decimal("0.045"))


def test_a_form_without_data_shows_empty_fields(english_words):
    form = AnyForm()
    assert 'value=""' in form.amount()
    assert 'value=""' in form.rate()


def test_a_sum_is_written_with_blanks():
    assert written(Decimal("18500000.00")) == "18 500 000"
    assert written(Decimal("340000.50")) == "340 000,50"
