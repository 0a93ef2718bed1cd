"""A length that a date’s page offers: filled in, and told before it is saved.

It stands in the address as a duration is written, "9mo"; what is none, or can't be
here, is not filled in.
"""

from collections.abc import Callable

from app.access import User
from app.rollout import commands
from app.rollout.editing import LinkPage, StepPage
from app.store.tables import (
    ChangeRow,
    PlanRow,
    TemplateActivityRow,
    TemplateLinkRow,
)
from planning.durations import Duration, DurationError, parse_duration

Change = Callable[[], ChangeRow | None]


def read_length(text: str) -> Duration | None:
    """A duration as an address writes it."""
    try:
        return parse_duration(text)
    except DurationError:
        return None


def step_change(
    plan: PlanRow, row: TemplateActivityRow, page: StepPage, *, by: User
) -> Change:
    """What saves the form of a step."""
    return lambda: commands.change_activity(
        plan, row, page.form.step, by=by, seen=page.form.seen.revision
    )


def link_change(
    plan: PlanRow, row: TemplateLinkRow, page: LinkPage, *, by: User
) -> Change:
    """What saves the form of a link."""
    return lambda: commands.change_link(
        plan, row, page.form.said, by=by, seen=page.form.seen.revision
    )
