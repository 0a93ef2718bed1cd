"""How a margin is marked everywhere: by its sign, never by hue alone."""

from enum import StrEnum

from planning.conflicts import Margin


class MarginState(StrEnum):
    """Whether the wave's date can be held; the values are class names too."""

    HOLDS = "holds"
    TIGHT = "tight"
    BROKEN = "broken"
    NONE = "none"


def margin_state(margin: Margin | None) -> MarginState:
    """Return the state of a margin; what has no date to hold has none."""
    if margin is None:
        return MarginState.NONE
    if margin.days < 0:
        return MarginState.BROKEN
    return MarginState.HOLDS if margin.days else MarginState.TIGHT
