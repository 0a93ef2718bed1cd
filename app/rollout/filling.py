"""What a user says of steps and links, into rows and back again."""

from dataclasses import dataclass

from app.rollout.queries import list_activities, list_links
from app.rollout.rules import FS, after_go_live
from app.store.columns import TONGUES, Texts
from app.store.names import names_for
from app.store.tables import PlanRow, TemplateActivityRow, TemplateLinkRow
from planning.durations import ZERO, Duration, parse_duration
from planning.lag_calendars import LagCalendar
from planning.snapshot import Placing

ENTERED = "entered"
BEFORE, AFTER = "before", "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a user says of a step."""

    names: Texts
    duration: Duration
    placing: Placing
    option_holders_only: bool
    explanation: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """What a new step waits for, and what waits for it; either may be nothing."""

    after: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence:
    """What a user says of a link."""

    kind: str
    lag: Duration
    calendar: LagCalendar = LagCalendar.WORKING_DAYS
    explanation: Texts


def step_of(row: TemplateActivityRow) -> Step:
    """What a row says of its step."""
    return Step(
        names=row.names,
        duration=parse_duration(row.duration),
        placing=Placing(row.placing),
        option_holders_only=row.option_holders_only,
        explanation=row.explanation,
    )


def fill_step(row: TemplateActivityRow, step: Step) -> None:
    """Put what was said into a row; it is the user's own now."""
    row.names = step.names
    row.duration = str(step.duration)
    row.placing = step.placing.value
    row.option_holders_only = step.option_holders_only
    row.explanation = step.explanation
    mark_entered(row)


def dependence_of(row: TemplateLinkRow) -> Dependence:
    """What a row says of its link."""
    return Dependence(
        kind=row.kind,
        lag=parse_duration(row.lag),
        calendar=LagCalendar(row.calendar),
        explanation=row.explanation,
    )


def fill_link(row: TemplateLinkRow, said: Dependence) -> None:
    """Put what was said into a row; it is the user's own now."""
    row.kind = said.kind
    row.lag = str(said.lag)
    row.calendar = said.calendar.value
    row.explanation = said.explanation
    mark_entered(row)


def plain_link(plan: PlanRow, predecessor: str, successor: str) -> TemplateLinkRow:
    """A new link: one after the other, without waiting."""
    row = TemplateLinkRow(plan_id=plan.id, predecessor=predecessor, successor=successor)
    fill_link(row, Dependence(kind=FS, lag=ZERO, explanation={}))
    return row


def mark_entered(row: TemplateActivityRow | TemplateLinkRow) -> None:
    """Say that a user set it."""
    row.confidence = ENTERED
    row.source = row.reference = ""
    row.note = {}


def put_phases(plan: PlanRow) -> None:
    """Let every step know whether it comes before or after go-live."""
    after = after_go_live(
        (link.predecessor, link.successor) for link in list_links(plan)
    )
    for row in list_activities(plan):
        phase = AFTER if row.key in after else BEFORE
        if row.phase != phase:
            row.phase = phase


def names_of_ends(plan: PlanRow, predecessor: str, successor: str) -> dict[str, Texts]:
    """The names of two steps in every language, as the history keeps them."""
    every = {language: names_for(plan, language) for language in TONGUES}
    ends = {"predecessor": predecessor, "successor": successor}
    return {
        end: {language: names.activity(key) for language, names in every.items()}
        for end, key in ends.items()
    }
