"""Several who go live apart, and what is shown and not counted.

A region in several waves has the date of its first municipality and that of its last.
"""

import re

import pytest

from app.access import demonstration_user
from app.baselines.commands import make as freeze
from app.scenarios.commands import make
from app.store import overlay, results
from app.store.baselines import Details
from app.waves import commands
from app.waves.queries import get_placement, get_wave
from planning.calendars import to_date
from planning.durations import parse_duration
from tests.app.slippage.test_page import in_all, page, rows_of

STATUS = "Programme status, November 2023 3–30 Nov 2023 "


def test_a_region_in_several_waves_has_a_first_and_a_last_municipality(english):
    html = page(english, "region:sio")
    assert re.findall(r'<tr id="in-all-([\w-]+)"', html) == [
        "region-sio-first",
        "region-sio-last",
    ]
    assert rows_of(english, "region:sio", of="region-sio-first") == [
        STATUS + "27 April 2024 – –",
        "The plan as it stands – 27 April 2024 unchanged unchanged",
    ]
    assert rows_of(english, "region:sio", of="region-sio-last") == [
        STATUS + "April – May 2026 – –",
        "The plan as it stands – April – May 2026 unchanged unchanged",
    ]
    assert "SiO: the last municipality" in html
    assert "the first and the last municipality are counted" in html


def test_a_plan_that_has_no_date_for_some_says_for_whom(english):
    told = rows_of(english, "region:syvstjerna", of="region-syvstjerna-last")
    assert told == [
        STATUS + "April – May 2025 – –",
        "The plan as it stands – April – May 2025 unchanged unchanged",
    ]
    told = rows_of(english, "region:orkide", of="region-orkide-last")
    assert told[0] == (
        "Helseplattformen AS, November 2021 11 November 2021 A date for 2 of 9 "
        "municipalities None for 7 None for Aure, Averøy, Gjemnes, Smøla, Sunndal, "
        "Surnadal, Tingvoll – –"
    )
    file = english.get("/slippage?scope=region:orkide&file=slippage-plans").text
    assert "A date for 2 of 9 municipalities;None for Aure, Averøy," in file


def test_the_programme_begins_and_ends_as_plans_say(english):
    first = rows_of(english, "programme", of="programme-first")
    assert first[0] == "Involvement plan, June 2018 26 June 2018 2021 – –"
    assert first[-1].startswith("The plan as it stands – 7 May 2022 live")
    last = rows_of(english, "programme", of="programme-last")
    (ks,) = (it for it in last if it.startswith("KS Trøndelag, 2021 2021"))
    assert "2024" in ks
    assert any("A date for 1 of 66 municipalities None for 65" in it for it in last)
    assert "+456 to +699" in in_all(english, "programme", "programme-last")


def test_a_region_that_goes_as_one_has_one_line_until_it_is_split(app, english):
    html = page(english, "region:namdal")
    assert re.findall(r'<tr id="in-all-([\w-]+)"', html) == ["region-namdal"]
    with app.test_request_context(base_url="http://localhost"):
        plan = results.current_plan()
        namsos, k15 = get_placement(plan, "5007"), get_wave(plan, "K15")
        commands.move(plan, namsos, k15, by=demonstration_user())
    html = page(english, "region:namdal")
    assert re.findall(r'<tr id="in-all-([\w-]+)"', html) == [
        "region-namdal-first",
        "region-namdal-last",
    ]
    last = rows_of(english, "region:namdal", of="region-namdal-last")
    assert "The plan as it stands – April – May 2026 +122 to +242" in last[-2]


def test_a_municipality_has_the_dates_of_its_region_and_its_wave(english):
    assert rows_of(english, "municipality:1516") == [
        STATUS + "April – May 2025 the date of wave K13, which it was in – –",
        "The plan as it stands – April – May 2025 unchanged unchanged",
    ]
    namsos = rows_of(english, "municipality:5007")
    assert "May 2022 the date of all of Namdal regionråd" in namsos[0]


@pytest.fixture
def frozen(app) -> None:
    """Freeze the plan twice, the second time in the place of the first."""
    with app.test_request_context(base_url="http://localhost"):
        for name, other in (("Plan A", None), ("Plan B", 1)):
            plan = results.current_plan()
            details = Details(
                name=name,
                why="As it was decided",
                decided_by="The board",
                case_number="23/1",
                decided_on=to_date(results.evaluation(plan).snapshot.status_date),
                replaces_id=other,
                replaced_reason="K12 was wrong" if other else "",
            )
            seen = results.revision()
            freeze(plan, details, by=demonstration_user(), seen=seen)


def test_a_baseline_that_was_replaced_is_shown_and_not_counted(english, frozen):
    told = rows_of(english, "wave:K13")
    assert told == [
        STATUS + "April – May 2025 – –",
        (
            "Baseline: Plan A 30 November 2023 April – May 2025 "
            "replaced by “Plan B”: not counted – –"
        ),
        "Baseline: Plan B 30 November 2023 April – May 2025 unchanged unchanged",
        "The plan as it stands – April – May 2025 unchanged unchanged",
    ]


def test_in_a_scenario_the_last_date_is_the_scenarios(app, english):
    with app.test_request_context(base_url="http://localhost"):
        office = demonstration_user()
        id = make(results.current_plan(), "K13 later", "", by=office).id
        try:
            overlay.open_scenario(id)
            plan = results.current_plan()
            later = parse_duration("6mo")
            commands.shift(plan, get_wave(plan, "K13"), later, by=office)
        finally:
            overlay.leave_scenario()
    html = english.get(f"/scenarios/{id}/plan/slippage?scope=municipality:1516").text
    assert "The scenario “K13 later”" in html
    assert "to the scenario “K13 later”" in html
    assert "The plan as it stands" not in html
    assert "Waves of the plan as it stands" not in html
