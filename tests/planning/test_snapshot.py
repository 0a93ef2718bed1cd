"""What the engine is given: windows of days."""

from datetime import date

import pytest

from planning.snapshot import Precision, Window, inclusive_window
from tests.networks import day


def test_a_window_is_written_with_its_last_day_and_kept_without() -> None:
    window = inclusive_window(date(2025, 4, 1), date(2025, 5, 31), Precision.MONTH)
    assert (window.start, window.end) == (day("2025-04-01"), day("2025-06-01"))
    assert window.last == day("2025-05-31")
    assert not window.is_day
    assert Window(5, 6).is_day


@pytest.mark.parametrize("end", [5, 4])
def test_a_window_has_at_least_one_day(end: int) -> None:
    with pytest.raises(ValueError, match="needs a day"):
        Window(5, end)
