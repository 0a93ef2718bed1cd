"""What one would ask about in a chain of facts."""

from planning.rights.chain import Fact, FactKind
from planning.rights.odd_facts import Oddity, notice_runs_to, odd_facts
from tests.planning.programmes import day


def fact(kind: FactKind, when: str, last: str = "") -> Fact:
    return Fact(municipality="1516", kind=kind, first=day(when), last=day(last or when))


AGREED = fact(FactKind.OPTION_AGREEMENT, "2016-12-31")
EXERCISED = fact(FactKind.OPTION_EXERCISED, "2022-05-01")
WITHDRAWN = fact(FactKind.WITHDRAWN, "2022-06-01")
LEFT = fact(FactKind.LEFT, "2024-01-01")


def test_what_follows_from_what_came_before_is_not_odd() -> None:
    live = fact(FactKind.IN_PRODUCTION, "2022-11-12")
    notice = fact(FactKind.NOTICE_GIVEN, "2023-01-01")

    assert not [*odd_facts([LEFT, notice, live, EXERCISED, AGREED])]
    assert not [*odd_facts([WITHDRAWN, EXERCISED, AGREED])]
    assert not [*odd_facts([live, AGREED])]


def test_to_go_without_having_come_is_odd() -> None:
    assert [*odd_facts([AGREED, WITHDRAWN])] == [(WITHDRAWN, Oddity.NOT_TAKEN_UP)]
    assert [*odd_facts([AGREED, LEFT])] == [(LEFT, Oddity.NEVER_JOINED)]
    assert not [*odd_facts([AGREED, WITHDRAWN], holds_option=False)]


def test_to_be_live_before_the_option_was_taken_up_is_odd() -> None:
    live = fact(FactKind.IN_PRODUCTION, "2022-04-01")

    assert [*odd_facts([EXERCISED, live])] == [(live, Oddity.LIVE_TOO_EARLY)]


def test_who_leaves_before_the_notice_has_run_is_odd() -> None:
    notice = fact(FactKind.NOTICE_GIVEN, "2023-03-01")
    left = fact(FactKind.LEFT, "2023-11-15")

    assert [*odd_facts([EXERCISED, notice, left])] == [(left, Oddity.NOTICE_RUNS)]
    assert notice_runs_to(left, [EXERCISED, notice, left]) == day("2024-03-01")
    # The founder has three years.
    live = fact(FactKind.IN_PRODUCTION, "2022-11-12")
    told = [live, notice, fact(FactKind.LEFT, "2024-03-01")]
    assert [it for _fact, it in odd_facts(told, holds_option=False)] == [
        Oddity.NOTICE_RUNS
    ]
    assert not [*odd_facts([EXERCISED, *told])]
    # It may have been given on the first day of a month, and left on the last.
    some_day = fact(FactKind.NOTICE_GIVEN, "2022-11-01", "2022-11-30")
    some_year = fact(FactKind.LEFT, "2023-01-01", "2023-12-31")
    assert not [*odd_facts([EXERCISED, some_day, left])]
    assert notice_runs_to(some_year, [EXERCISED]) is None
    soon = fact(FactKind.NOTICE_GIVEN, "2100-06-01")
    assert notice_runs_to(fact(FactKind.LEFT, "2100-12-01"), [soon]) is None


def test_what_may_have_been_before_is_no_oddity() -> None:
    """Who gave notice in the month of its go-live, and left when it was over."""
    notice = fact(FactKind.NOTICE_GIVEN, "2022-11-15")
    left = fact(FactKind.LEFT, "2023-11-15")
    live = fact(FactKind.IN_PRODUCTION, "2022-11-01", "2022-11-30")
    some_year = fact(FactKind.OPTION_EXERCISED, "2022-01-01", "2022-12-31")

    assert not [*odd_facts([AGREED, EXERCISED, notice, live, left])]
    assert not [*odd_facts([live, notice])]
    assert not [*odd_facts([some_year, WITHDRAWN])]
    assert not [*odd_facts([some_year, fact(FactKind.IN_PRODUCTION, "2022-04-01")])]


def test_who_is_out_already_has_nothing_to_leave() -> None:
    again = fact(FactKind.WITHDRAWN, "2024-06-01")
    notice = fact(FactKind.NOTICE_GIVEN, "2022-07-01")
    later = fact(FactKind.NOTICE_GIVEN, "2023-08-01")

    for told in (
        [EXERCISED, WITHDRAWN, again],
        [EXERCISED, WITHDRAWN, later],
        [EXERCISED, notice, later],
    ):
        assert [*odd_facts(told)] == [(told[-1], Oddity.NO_LONGER_IN)]
    anew = fact(FactKind.OPTION_EXERCISED, "2024-05-01")
    assert not [*odd_facts([EXERCISED, WITHDRAWN, anew, again])]
