"""Who may report a step, and what a report means beyond its own date.

Whoever reports progress may do so of any step but go-live: it makes a municipality
live, or takes that back. What a source documents is not theirs to replace either.
Both belong to the programme office.
"""

from flask_babel import gettext as _

from app.store.tables import ReportRow
from planning.rollout import GO_LIVE


def right_to_report(key: str, before: ReportRow | None) -> str:
    """The right that it takes to report a step, given what is reported of it."""
    if key == GO_LIVE or (before is not None and before.source):
        return "plan.edit"
    return "progress.report"


def meaning_of(key: str, before: ReportRow | None) -> tuple[str, ...]:
    """What the office should know before it reports such a step."""
    found = []
    if key == GO_LIVE:
        found.append(
            _(
                "This is the go-live itself. Reported as done, the municipality counts"
                " as live and has no margin or limits left. Withdrawn or reported as"
                " not done, it counts as planned again."
            )
        )
    if before is not None and before.source:
        found.append(
            _(
                "A source documents what is reported here. What you enter takes its"
                " place; the source is kept in the history alone."
            )
        )
    return tuple(found)
