"""The slippage of a scope is followed from vintage to vintage, never by code."""

from planning.slippage import LATER_OFFER, Statement, find_slippage
from tests.planning.programmes import window


def statement(position: int, first: str, *scopes: str, last: str = "") -> Statement:
    return Statement(
        key=f"S{position}",
        vintage=f"vintage-{position}",
        position=position,
        scopes=scopes,
        window=window(first, last or None),
    )


def test_the_first_vintage_has_slipped_from_nothing() -> None:
    (only,) = find_slippage([statement(1, "2022-05-01", "trust:HNT")], "trust:HNT")

    assert only.days is None


def test_each_vintage_is_compared_with_the_one_before() -> None:
    told = [
        statement(3, "2022-11-01", "trust:HNT"),
        statement(1, "2022-05-01", "trust:HNT", "region:namdal", last="2022-05-31"),
        statement(2, "2022-12-01", "trust:HMR"),
        statement(4, "2022-10-31", "trust:HNT"),
    ]

    steps = find_slippage(told, "trust:HNT")

    assert [step.statement.position for step in steps] == [1, 3, 4]
    assert [step.days for step in steps] == [None, 184, -1]


def test_the_later_of_two_offers_is_a_line_of_its_own() -> None:
    told = [
        statement(1, "2022-05-01", "region:namdal"),
        statement(2, "2023-07-01", "region:namdal" + LATER_OFFER),
    ]

    assert len(find_slippage(told, "region:namdal")) == 1
    assert len(find_slippage(told, "region:namdal" + LATER_OFFER)) == 1


def test_a_scope_that_no_vintage_names_has_no_slippage() -> None:
    assert find_slippage([statement(1, "2022-05-01", "trust:HNT")], "trust:STO") == ()
