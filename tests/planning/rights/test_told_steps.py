"""Steps that count as done by what facts, the share register and agreements tell."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planning.circumstances import Decision
from planning.rights.facts import Fact, FactKind, Origin
from planning.rights.told_steps import FOLLOWING, Known, with_told
from planning.snapshot import Report, ReportState
from tests.planning.programmes import NUMBER, day, decision, report, window

TODAY = day("2023-11-30")
EVERY_STEP = frozenset({*FOLLOWING, "go-live"})


def fact(kind: str, when: str, origin: Origin = Origin.LEDGER, **more: str) -> Fact:
    first, last = day(when), day(more.pop("until", when))
    return Fact(
        municipality=NUMBER,
        kind=FactKind(kind),
        first=first,
        last=last,
        origin=origin,
        **more,  # type: ignore[arg-type]  # words alone
    )


BOUGHT = fact("shares-bought", "2021-06-20")
JOINED = fact("cooperation-acceded", "2020-01-15")
ACCEDED = fact("shareholders-acceded", "2021-05-12", Origin.AGREEMENT)
SIGNED = fact("service-signed", "2022-02-01", Origin.AGREEMENT)
EXERCISED = fact("option-exercised", "2021-03-01", Origin.FACT)
WITHDRAWN = decision("withdrawn", "2022-06-01")


def told(
    *facts: Fact, reports: tuple[Report, ...] = (), decided: tuple[Decision, ...] = ()
) -> dict[str, Report]:
    known = Known(facts=facts, decisions=decided, steps=EVERY_STEP)
    return {it.activity: it for it in with_told(reports, known, TODAY)}


def test_the_registers_make_their_steps_done() -> None:
    found = told(BOUGHT, JOINED, ACCEDED, SIGNED)

    assert set(found) == {"share-purchase", "agreements-acceded", "service-agreement"}
    assert {it.state for it in found.values()} == {ReportState.DONE}
    assert found["share-purchase"].finish == window("2021-06-20")
    assert found["share-purchase"].told_by == "ledger"
    # What takes two agreements is done with the later of them.
    assert found["agreements-acceded"].finish == window("2021-05-12")
    assert found["agreements-acceded"].told_by == "agreement"
    assert not told(JOINED)
    assert not told(fact("in-production", "2022-11-12", Origin.FACT))
    assert not told(fact("deferred", "2022-11-12", Origin.FACT))
    known = Known(facts=(BOUGHT,), steps=frozenset({"training"}))
    assert with_told((), known, TODAY) == ()


def test_what_somebody_has_said_stands() -> None:
    done = report("share-purchase", ReportState.DONE, finish=window("2021-07-01"))
    not_yet = report("service-agreement", ReportState.NOT_DONE)

    found = told(BOUGHT, SIGNED, reports=(done, not_yet))

    assert found == {"share-purchase": done, "service-agreement": not_yet}


def test_a_fact_counts_once_it_has_surely_happened() -> None:
    assert not told(fact("shares-bought", "2023-12-01"))
    assert not told(fact("shares-bought", "2023-11-01", until="2023-12-31"))
    assert told(fact("shares-bought", "2023-11-30"))


def test_what_is_entered_as_a_fact_beats_a_register() -> None:
    entered = fact("shares-bought", "2021-06-01", Origin.FACT, until="2021-06-30")

    found = told(BOUGHT, entered)["share-purchase"]

    assert found.finish is not None
    assert (found.finish.last, found.told_by) == (day("2021-06-30"), "fact")


def test_a_withdrawal_undoes_until_it_is_done_anew() -> None:
    again = fact("option-exercised", "2023-01-10", Origin.FACT)
    later = fact("shares-bought", "2023-03-01")

    away = told(EXERCISED, BOUGHT, JOINED, ACCEDED, decided=(WITHDRAWN,))
    anew = told(EXERCISED, BOUGHT, again, later, decided=(WITHDRAWN,))

    assert away == {}
    assert anew["option-exercised"].finish == window("2023-01-10")
    assert anew["share-purchase"].finish == window("2023-03-01")


def test_to_have_left_undoes_no_step_that_was_done() -> None:
    left, noticed = (
        decision("left", "2023-06-01"),
        decision("notice-given", "2022-01-01"),
    )

    assert "share-purchase" in told(BOUGHT, decided=(left,))
    assert "share-purchase" in told(BOUGHT, decided=(noticed,))


FACTS = (
    BOUGHT,
    JOINED,
    ACCEDED,
    SIGNED,
    EXERCISED,
    fact("shares-bought", "2021-06-01", Origin.FACT, until="2021-06-30"),
    fact("cooperation-acceded", "2021-06-02", Origin.AGREEMENT),
    fact("option-exercised", "2023-01-10", Origin.FACT),
)


@settings(max_examples=40, deadline=None)
@given(st.permutations(FACTS), st.sets(st.sampled_from(FACTS)), st.booleans())
def test_the_order_of_entry_does_not_matter(
    facts: list[Fact], taken_back: set[Fact], is_away: bool
) -> None:
    left = [it for it in facts if it not in taken_back]
    ordered = [it for it in FACTS if it not in taken_back]
    decided = (WITHDRAWN,) if is_away else ()

    assert told(*left, decided=decided) == told(*ordered, decided=decided)
