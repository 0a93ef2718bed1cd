"""What one would ask about in a chain of facts."""

from planning.rights.chain import Fact, FactKind
from planning.rights.odd_facts import Oddity, odd_facts
from tests.planning.programmes import day


def fact(kind: FactKind, when: str) -> Fact:
    return Fact(municipality="1516", kind=kind, first=day(when), last=day(when))


AGREED = fact(FactKind.OPTION_AGREEMENT, "2016-12-31")
EXERCISED = fact(FactKind.OPTION_EXERCISED, "2022-05-01")
WITHDRAWN = fact(FactKind.WITHDRAWN, "2022-06-01")
LEFT = fact(FactKind.LEFT, "2023-06-01")


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
