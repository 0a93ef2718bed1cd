"""What a change costs, in words that never let an estimate look like a fact."""

import pytest
from flask_babel import force_locale

from app.moved_money import legacy_count, money_count, money_sentences
from tests.app.moved_documents import investment, money


@pytest.fixture(autouse=True)
def english_words(app):
    with app.test_request_context(), force_locale("en_GB"):
        yield


def told(**parts):
    """The sentences for what moved in all."""
    whole = money(net=-500_000)
    return money_sentences({"money": {**whole, "in_all": {**whole["in_all"], **parts}}})


@pytest.mark.parametrize(
    ("kroner", "bases", "phrase"),
    [
        (2_000_000, ["documented"], "today’s systems cost NOK 2.0m more"),
        (-2_000_000, ["decided"], "today’s systems cost NOK 2.0m less"),
        (
            1_234_567,
            ["one-case"],
            "today’s systems cost NOK 1.2m more (estimate from one case)",
        ),
        (
            -50_000,
            ["documented", "one-case"],
            "today’s systems cost NOK 50,000 less (estimate from one case)",
        ),
    ],
)
def test_todays_systems_cost_more_or_less(kroner, bases, phrase):
    assert legacy_count({"money": money(legacy=kroner, bases=bases)}) == phrase


def test_older_changes_and_those_that_cost_nothing_have_no_words():
    nobody = {"municipalities": [], "in_all": None}
    for moved in ({}, {"money": nobody}, {"money": money(net=1)}):
        assert legacy_count(moved) == ""
    for moved in ({}, {"money": nobody}):
        assert money_sentences(moved) == ()


@pytest.mark.parametrize(
    ("numbers", "net", "sentence"),
    [
        (1, -500_000, "the municipality is worse off by NOK 0.5m."),
        (1, 500_000, "the municipality is better off by NOK 0.5m."),
        (2, -500_000, "the 2 municipalities are worse off by NOK 1.0m in all."),
        (2, 500_000, "the 2 municipalities are better off by NOK 1.0m in all."),
    ],
)
def test_the_net_is_worse_or_better(numbers, net, sentence):
    places = ["1516", "1517"][:numbers]
    (first,) = money_sentences({"money": money(*places, net=net)})
    assert first == f"Over 2025–2040 {sentence}"


def test_an_investment_moves_to_other_years():
    _net, sentence = told(
        investment=investment(
            [[2022, 2_000_000], [2023, 28_000_000]],
            [[2023, 2_000_000], [2024, 28_000_000]],
        )
    )
    assert sentence == (
        "The investment of NOK 30.0m falls due in 2023–2024 instead of 2022–2023."
    )


def test_an_investment_becomes_another_sum():
    _net, sentence = told(
        investment=investment(
            [[2025, 18_000_000]], [[2025, 19_000_000]], "estimated", "decided"
        )
    )
    assert sentence == (
        "The investment is NOK 19.0m in 2025; it was NOK 18.0m (estimate) in 2025."
    )
    _net, sentence = told(investment=investment([[2025, 18_000_000]], []))
    assert sentence == "The investment is NOK 0; it was NOK 18.0m in 2025."


def test_a_present_value_that_changes_alone_is_told():
    assert money_sentences({"money": money("1516", "1517")}) == (
        "The present value of 2 municipalities changes, and no yearly sum.",
    )


def test_sums_in_other_prices_are_counted():
    _net, sentence = told(in_other_prices=1)
    assert sentence == "1 municipality has sums in other prices and is not added."


def test_who_can_not_be_reckoned_is_counted():
    gone = {"no_longer_reckoned": ["1516", "1517"], "reckoned": ["1520"]}
    assert money_sentences({"money": gone}) == (
        "The cost of 2 municipalities can no longer be reckoned: they have no date.",
        "The cost of 1 municipality can now be reckoned: it has a date.",
    )


@pytest.mark.parametrize(
    ("numbers", "net", "phrase"),
    [
        (1, -500_000, "1 municipality worse off by NOK 0.5m"),
        (1, 500_000, "1 municipality better off by NOK 0.5m"),
        (2, -500_000, "2 municipalities worse off by NOK 1.0m in all"),
        (2, 500_000, "2 municipalities better off by NOK 1.0m in all"),
    ],
)
def test_who_is_better_or_worse_off_is_counted_where_no_date_moves(
    numbers, net, phrase
):
    places = ["1516", "1517"][:numbers]
    assert money_count({"money": money(*places, net=net)}) == phrase
    dated = {"money": money(*places, net=net), "limits": {"1516.option": ()}}
    assert money_count(dated) == ""


def test_what_is_saved_on_todays_systems_tells_no_cost_of_their_own():
    dearer = money(legacy=1_000_000, legacy_saved=5_000_000, net=5_000_000)
    assert money_count({"money": dearer}) == "1 municipality better off by NOK 5.0m"
    longer = money(legacy=1_000_000, legacy_saved=-1_000_000, net=-1_000_000)
    assert money_count({"money": longer}) == "today’s systems cost NOK 1.0m more"


def test_who_has_other_sums_is_counted_where_none_is_better_off():
    whole = money("1516", "1517")
    told = "another present value for 2 municipalities"
    assert money_count({"money": whole}) == told
    one = money()
    one["in_all"]["investment"] = investment([[2025, 1]], [[2026, 1]])
    assert money_count({"money": one}) == "other sums for 1 municipality"
    assert money_count({}) == ""
