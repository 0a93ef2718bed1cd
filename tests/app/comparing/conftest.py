"""A scenario of the programme office: K13 half a year later, Ulstein out of it."""

import pytest

from app.access import demonstration_user
from app.scenarios.commands import make
from app.store import overlay, results
from app.waves import commands
from app.waves.queries import get_placement, get_wave
from planning.durations import parse_duration

NAME = "K13 senere"


@pytest.fixture
def scenario(app) -> str:
    """Return its name in addresses."""
    with app.test_request_context(base_url="http://localhost"):
        office = demonstration_user()
        id = make(results.current_plan(), NAME, "", by=office).id
        try:
            overlay.open_scenario(id)
            plan = results.current_plan()
            later = parse_duration("6mo")
            commands.shift(plan, get_wave(plan, "K13"), later, by=office)
            plan = results.current_plan()
            commands.move(plan, get_placement(plan, "1516"), None, by=office)
        finally:
            overlay.leave_scenario()
    return f"scenario:{id}"
