"""A command refuses what no form would let through."""

from datetime import date

import pytest

from app.access import Forbidden
from app.waves import commands, rules
from app.waves.queries import find_wave, get_placement
from planning.calendars import to_day
from planning.durations import Duration, Unit
from planning.snapshot import Wave, Window

DAY = date(2025, 10, 1)
MONTH = Duration(1, Unit.MONTHS)


def test_live_wave_can_be_neither_joined_nor_dated(plan, office):
    live = find_wave(plan, "PD5")
    placement = get_placement(plan, "1516")
    with pytest.raises(ValueError, match="PD5"):
        commands.move(plan, placement, live, by=office)
    for change in (
        lambda: commands.set_day(plan, live, DAY, by=office),
        lambda: commands.clear_day(plan, live, by=office),
        lambda: commands.set_window(plan, live, (DAY, DAY), by=office),
        lambda: commands.shift(plan, live, MONTH, by=office),
    ):
        with pytest.raises(ValueError, match="PD5"):
            change()


def test_window_ends_after_it_starts(plan, office):
    wave = find_wave(plan, "K13")
    with pytest.raises(ValueError, match="før første dag"):
        commands.set_window(plan, wave, (DAY, date(2025, 9, 1)), by=office)


def test_other_roles_are_refused(plan, council, working_group):
    wave = find_wave(plan, "K13")
    for user in (council, working_group):
        with pytest.raises(Forbidden):
            commands.set_day(plan, wave, DAY, by=user)
        with pytest.raises(Forbidden):
            commands.delay_main_project(plan, MONTH, by=user)


def test_same_window_again_is_no_change(plan, office):
    wave = find_wave(plan, "K13")
    days = (wave.window_first, wave.window_last)
    assert commands.set_window(plan, wave, days, by=office) is None
    assert wave.confidence == "documented"


def test_wave_without_a_date_has_nothing_to_refuse():
    undated = Wave(code="K16", sequence=11)
    assert not rules.refuse_shift(undated, MONTH, status_date=to_day(DAY))


def test_wave_stays_in_the_calendar():
    window = Window(to_day(DAY), to_day(DAY) + 1)
    wave = Wave(code="K16", sequence=11, window=window)
    far = Duration(1200, Unit.MONTHS)
    told = rules.refuse_shift(wave, far, status_date=to_day(DAY))
    assert "calendar" in told or "kalender" in told
