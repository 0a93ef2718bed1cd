"""Sums as people read them: rounded, in one unit, and never surer than they are."""

import pytest
from flask_babel import force_locale

from app import money_words
from app.money_words import (
    MoneyPart,
    about_text,
    break_even_text,
    column_text,
    estimate_text,
    exact_text,
    money_text,
    range_text,
    ranged_text,
    result_basis,
    rounded_text,
    share_text,
    sourced_text,
    weakest,
)
from planning.finance.projection import Inputs, Provenance, Sourced
from planning.money_facts import Basis

MILLION = 100_000_000


@pytest.fixture(autouse=True)
def in_norwegian(app):
    with app.test_request_context(), force_locale("nb_NO"):
        yield


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("ore", "told"),
    [
        (1_850_000_000, "18,5 mill. kr"),
        (166_391_100, "1,7 mill. kr"),
        (50_000_000, "0,5 mill. kr"),
        (34_000_000, "340 000 kr"),
        (-50_000_000, "−0,5 mill. kr"),
        (-34_012_300, "−340 123 kr"),
        (0, "0 kr"),
    ],
)
def test_large_and_round_sums_are_told_in_millions(ore, told):
    assert plain(money_text(ore)) == told


def test_a_plus_is_told_where_it_is_asked_for():
    assert money_text(50_000_000, is_signed=True) == "+0,5 mill. kr"
    assert money_text(-50_000_000, is_signed=True) == "−0,5 mill. kr"
    assert plain(money_text(0, is_signed=True)) == "0 kr"


def test_the_sum_as_reckoned_is_told_to_the_krone():
    assert plain(exact_text(166_391_100)) == "1 663 911 kr"


@pytest.mark.parametrize(
    ("ore", "told"),
    [
        (-9_612_300, "−100 000 kr"),
        (-8_000_000, "−80 000 kr"),
        (10_000_000, "+100 000 kr"),
        (99_600_000, "+1,0 mill. kr"),
        (123_456_700, "+1,2 mill. kr"),
        (0, "0 kr"),
    ],
)
def test_an_estimate_below_a_million_is_in_kroner_whatever_it_rounds_to(ore, told):
    assert plain(rounded_text(ore, is_signed=True)) == told


def test_in_a_column_a_known_sum_below_a_million_is_in_kroner_too():
    assert plain(column_text(50_000_000, is_estimate=False)) == "500 000 kr"
    assert plain(column_text(34_012_300, is_estimate=False)) == "340 123 kr"
    assert plain(column_text(MILLION, is_estimate=False)) == "1,0 mill. kr"


def test_both_ends_of_a_range_have_the_same_unit():
    assert range_text(660_000_000, 1_130_000_000) == "6,6–11,3 mill. kr"
    assert range_text(20_000_000, 130_000_000) == "0,2–1,3 mill. kr"
    assert plain(range_text(12_345_600, 54_321_000)) == "120 000–540 000 kr"


def test_a_minus_does_not_meet_the_dash():
    assert range_text(-50_000_000, 120_000_000) == "−0,5 til 1,2 mill. kr"


def test_nothing_is_never_less_than_nothing():
    assert ranged_text(-4_000_000, -4_000_000, 200_000_000).startswith("0,0")


def test_an_estimate_reads_as_an_estimate():
    told = estimate_text(800_000_000, 660_000_000, 1_130_000_000, Basis.ESTIMATED)
    assert told == "anslag: 8,0 mill. kr (6,6–11,3)"


def test_one_case_says_so_and_has_no_range():
    told = estimate_text(72_345_600, 0, MILLION, Basis.ONE_CASE)
    assert plain(told) == "anslag fra ett tilfelle: 720 000 kr"


def test_an_estimate_is_told_no_more_exactly_than_it_is_known():
    told = estimate_text(34_012_300, 34_012_300, 34_012_300, Basis.ESTIMATED)
    assert plain(told) == "anslag: 340 000 kr"


def test_where_a_mark_stands_beside_it_an_estimate_is_about_so_much():
    told = about_text(800_000_000, 660_000_000, 1_130_000_000, Basis.ESTIMATED)
    assert told == "ca. 8,0 mill. kr (6,6–11,3)"
    told = about_text(8_234_500, 0, MILLION, Basis.ONE_CASE, is_signed=True)
    assert plain(told) == "ca. +80 000 kr"
    assert about_text(0, 0, 0, Basis.MISSING) == "ikke kjent, regnet som null"


def test_what_a_source_says_stands_alone():
    for basis in (Basis.DOCUMENTED, Basis.DECIDED, Basis.DERIVED):
        told = estimate_text(MILLION, MILLION, MILLION, basis)
        assert told == "1,0 mill. kr"


def test_what_nobody_knows_is_no_sum():
    told = estimate_text(0, 0, 0, Basis.MISSING)
    assert told == "ikke kjent, regnet som null"


def test_every_basis_and_provenance_has_its_words():
    words = {money_words.basis_text(it) for it in Basis}
    explained = {money_words.basis_explanation(it) for it in Basis}
    assert len(words) == len(explained) == len(Basis)
    assert all(money_words.provenance_text(it) for it in Provenance)


def test_a_part_knows_whether_it_is_an_estimate_and_opens():
    part = MoneyPart(text="x", basis=Basis.ONE_CASE)
    assert part.is_estimate
    assert not part.opens
    assert MoneyPart(text="x", basis=Basis.DERIVED, rule="so").opens


def sourced(basis):
    return Sourced(likely=MILLION, low=MILLION, high=MILLION, basis=basis)


def inputs(**bases):
    names = ("investment", "platform", "legacy", "benefit", "project")
    given = {name: sourced(bases.get(name, Basis.DOCUMENTED)) for name in names}
    return Inputs(population=1000, **given)


def test_a_result_is_as_sure_as_its_least_sure_input():
    assert result_basis(inputs()) is Basis.DERIVED
    assert result_basis(inputs(project=Basis.MISSING)) is Basis.DERIVED
    assert result_basis(inputs(legacy=Basis.ONE_CASE)) is Basis.ONE_CASE
    estimated = inputs(legacy=Basis.ONE_CASE, investment=Basis.ESTIMATED)
    assert result_basis(estimated) is Basis.ESTIMATED
    assert weakest([Basis.MISSING, Basis.DOCUMENTED]) is Basis.ESTIMATED


def test_a_sum_with_its_basis_is_told_by_it():
    assert plain(sourced_text(sourced(Basis.ONE_CASE))) == "ca. 1,0 mill. kr"


def test_the_share_of_the_benefits_that_must_come_true():
    assert plain(share_text(0.75)) == "75 %"
    assert plain(share_text(1.2)) == "120 %: mer enn hele gevinsten"
    assert share_text(-0.1) == "ingenting av gevinsten trengs"
    assert share_text(None) == "ingen gevinst å regne med"


def test_the_year_by_which_it_has_paid_for_itself():
    assert break_even_text(2031) == "2031"
    assert break_even_text(None) == "ikke innen årene som er regnet ut"
