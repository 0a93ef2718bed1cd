"""What the sentence of a conflict says by what is known of a wave or a step."""

import pytest

from app.conflict_texts import conflict_text
from planning.conflicts import Kind
from tests.app.conflict_texts.names import Names
from tests.app.conflict_texts.test_sentences import conflict

pytestmark = pytest.mark.usefixtures("english")


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (
            conflict(
                Kind.GO_LIVE_IN_CLOSED_PERIOD,
                "wave.K13",
                day="2025-07-01",
                period="july",
                window_first="2025-07-01",
                window_last="2025-08-15",
            ),
            (
                "K13 has a window, 1 Jul\u2009–\u200915 Aug 2025. The plan reckons with"
                " its first day, and 1 July 2025 lies in a closed period: July."
            ),
        ),
        (
            conflict(Kind.COMPONENT_LATE, "component.sfm", step_gone="configure"),
            (
                "The prescription module is needed by a step that is no longer in the"
                " template. Whether it comes in time can't be told."
            ),
        ),
        (
            conflict(
                Kind.COMPONENT_LATE,
                "component.sfm",
                was_expected="2023-10-31",
                municipalities="2",
            ),
            (
                "The prescription module was expected on 31 October 2023. That day has"
                " passed, and nobody has said that it is delivered. 2 municipalities"
                " that are not live need it."
            ),
        ),
        (
            conflict(
                Kind.WAVE_NOT_REPORTED,
                "wave.K11",
                first="2024-04-27",
                last="2024-04-27",
            ),
            (
                "K11 should have gone live by now (27 April 2024), and nobody has"
                " reported that it did. What comes after is reckoned as if it had."
            ),
        ),
    ],
)
def test_conflict_is_told_as_it_is_known(told, text):
    assert conflict_text(told, Names()) == text
