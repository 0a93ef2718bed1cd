"""The dates that bind a body, and who has none."""

from dataclasses import replace

from planning.binding_dates import binding_dates, bodies_of
from planning.calendars import norway
from planning.programme import schedule_programme
from planning.settling import Bound
from planning.snapshot import HealthTrust, Snapshot
from tests.planning.programmes import day, programme

PLACED = (("1516", "K13"), ("1520", None))
TRUSTS = (HealthTrust(code="HNT", wave="K13"), HealthTrust(code="HMR"))
GO_LIVE = ("go-live", day("2025-04-26"))


def bound(snapshot: Snapshot) -> dict[str, Bound]:
    calendar = norway()
    schedule = schedule_programme(snapshot, calendar).schedule
    return binding_dates(snapshot, schedule, calendar)


def test_who_is_in_no_wave_has_no_date_that_binds():
    snapshot = programme(placed=PLACED, trusts=TRUSTS)
    found = bound(snapshot)
    assert set(found) == {"municipality.1516", "trust.HNT"}
    assert set(bodies_of(snapshot, "K13")) == set(found)


def test_a_municipality_is_bound_by_its_limits_and_a_trust_by_its_go_live():
    found = bound(programme(placed=PLACED, trusts=TRUSTS))
    assert GO_LIVE in found["trust.HNT"].dates
    dates = dict(found["municipality.1516"].dates)
    assert dates["go-live"] == day("2025-04-26")
    assert dates["option-limit"] == day("2024-04-26")
    assert dates["preproject-limit"] == day("2023-10-26")


def test_what_the_template_does_not_count_back_binds_nobody():
    snapshot = programme()
    template = snapshot.plan.template
    without = replace(
        template,
        activities=tuple(it for it in template.activities if it.key != "option-limit"),
        links=tuple(
            it
            for it in template.links
            if "option-limit" not in {it.predecessor, it.successor}
        ),
    )
    plan = replace(snapshot.plan, template=without)
    dates = dict(bound(replace(snapshot, plan=plan))["municipality.1516"].dates)
    assert "option-limit" not in dates
    assert "withdrawal-limit" in dates
