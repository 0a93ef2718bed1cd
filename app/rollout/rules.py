"""What the template does not allow, as sentences with the mend.

Go-live and what the limits are about stay; a limit stays tied to go-live by the time
that it is counted back. An edited template is computed before it is kept, so that
what can't be is refused with the names of the steps. Empty: nothing speaks against.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import duration
from app.form_fields import shortened
from app.planning_errors import planning_error_text
from app.store.names import Names
from planning.durations import Duration, Unit
from planning.errors import CycleError, DateOutOfRangeError
from planning.evaluate import Evaluation, evaluate
from planning.finance.timing import LEGACY_CLOSED, STABILISATION
from planning.lag_calendars import LagCalendar
from planning.rollout import GO_LIVE, GOVERNED_BY_LIMIT, LIMIT_KEYS, WAVE_GO_LIVE
from planning.snapshot import (
    ActivityKind,
    Municipality,
    Placing,
    Snapshot,
    Template,
    TemplateLink,
)

RECKONED_FROM = frozenset({LEGACY_CLOSED, STABILISATION})
"""Steps that money is counted from, beside go-live and the project's start."""
NEEDED = frozenset({GO_LIVE, *LIMIT_KEYS, *GOVERNED_BY_LIMIT})
TIMELESS = frozenset({ActivityKind.MILESTONE, ActivityKind.LIMIT})
FS = "FS"

# Ten years in each unit: more is a slip of the keyboard.
LONGEST = {
    Unit.DAYS: 3660,
    Unit.WORKING_DAYS: 2600,
    Unit.WEEKS: 520,
    Unit.MONTHS: 120,
}


def refuse_removing(key: str, *, reports: int, needed_by_others: bool = False) -> str:
    """Say why a step can't be taken away."""
    if key in NEEDED:
        return _("Go-live, the limits and what they are about can't be removed.")
    if key in RECKONED_FROM:
        return _(
            "What a municipality pays and saves is counted from this step. It can't be"
            " removed."
        )
    if needed_by_others:
        return _(
            "This step needs a national component. Choose another step for it first:"
        )
    if reports:
        return ngettext(
            "%(num)s municipality has reported on it. Withdraw the report first.",
            "%(num)s municipalities have reported on it. Withdraw the reports first.",
            reports,
        )
    return ""


def is_limit_link(predecessor: str, successor: str) -> bool:
    """Whether a link is what a limit is counted back by."""
    return predecessor in LIMIT_KEYS and successor == GO_LIVE


def refuse_removing_link(
    predecessor: str, successor: str, others: Iterable[tuple[str, str]]
) -> str:
    """Say why a link can't be taken away; `others` are the ends of the rest."""
    if is_limit_link(predecessor, successor):
        return _("The limit is counted back from go-live by this link.")
    rest = tuple(others)
    held = after_go_live((*rest, (predecessor, successor)))
    if RECKONED_FROM & held - after_go_live(rest):
        return _(
            "By this link, steps that money is counted from come after go-live. Link"
            " them to go-live in another way first."
        )
    return ""


def refuse_amount(amount: int, unit: Unit) -> str:
    """Say why nothing takes or waits so long."""
    if abs(amount) > LONGEST[unit]:
        most = duration(Duration(LONGEST[unit], unit))
        return _(
            "That is longer than ten years. Give at most %(most)s, or another unit.",
            most=most,
        )
    return ""


def refuse_duration(kind: ActivityKind, duration: Duration) -> str:
    """Say why a step of a kind can't take so long."""
    if duration.amount < 0:
        return _("Nothing takes less than no time. Give a number from 0.")
    if kind in TIMELESS and not duration.is_zero:
        return _("A milestone or limit takes no time: its duration is 0.")
    if kind not in TIMELESS and duration.is_zero:
        return _("Work takes time. Give a number from 1.")
    return ""


def refuse_placing(placing: Placing, *, is_after: bool) -> str:
    """Say why a step can't be placed forward."""
    if placing is Placing.AS_LATE_AS_POSSIBLE or is_after:
        return ""
    return _(
        "What comes before go-live is counted back from it, as late as possible. "
        "Let the step depend on go-live first."
    )


def refuse_ends(keys: Set[str], link: TemplateLink) -> str:
    """Say why two steps can't be linked; `keys` are those of all steps."""
    if link.successor == WAVE_GO_LIVE:
        return _("The date of the wave depends on no step of a municipality.")
    unknown = {link.predecessor, link.successor} - {*keys, WAVE_GO_LIVE}
    if unknown:
        return _(
            "There is no step called “%(key)s”. Choose one of the list.",
            key=shortened(min(unknown)),
        )
    if link.predecessor == link.successor:
        return _("A step can't depend on itself. Choose two steps.")
    return ""


def refuse_twice(others: Iterable[TemplateLink], link: TemplateLink) -> str:
    """Say that two steps are linked in the same way already."""
    ends = ((it.predecessor, it.successor, it.kind) for it in others)
    if (link.predecessor, link.successor, link.kind) in ends:
        return _("The two are linked in that way already. Change that link instead.")
    return ""


def refuse_limit_link(link: TemplateLink) -> str:
    """Say why a limit can't be counted so; nothing against any other link."""
    if not is_limit_link(link.predecessor, link.successor):
        return ""
    if link.kind != FS or link.lag.amount <= 0:
        return _(
            "A limit is counted back from go-live by a time of its own: finish to "
            "start, and a lag from 1."
        )
    return ""


def refuse_calendar(link: TemplateLink) -> str:
    """Say why the time between two steps can't be counted on a calendar of its own."""
    if link.calendar is LagCalendar.WORKING_DAYS:
        return ""
    if is_limit_link(link.predecessor, link.successor):
        return _("A limit is counted on working days from Monday to Friday.")
    if link.lag.unit is not Unit.WORKING_DAYS:
        return _(
            "Only working days can be counted so. Choose working days as the unit, or"
            " Monday to Friday here."
        )
    return ""


def refuse_template(
    evaluation: Evaluation,
    template: Template,
    names: Names,
    typed: Mapping[str, str] | None = None,
) -> str:
    """Say why nothing can be computed from an edited template.

    `typed` names the steps that are not there yet.
    """
    snapshot = evaluation.snapshot
    plan = replace(snapshot.plan, template=template)
    try:
        evaluate(replace(snapshot, plan=plan, municipalities=examples(snapshot)))
    except CycleError as error:
        ids = tuple(step_name(id, names, typed or {}) for id in error.ids)
        return planning_error_text(CycleError(ids))
    except DateOutOfRangeError as error:
        whose = None if error.activity is None else names.node(error.activity)
        return planning_error_text(DateOutOfRangeError(error.day, whose))
    return ""


def examples(snapshot: Snapshot) -> tuple[Municipality, ...]:
    """One municipality of each wave and kind: the others fare the same."""
    wave_of = {at.municipality: at.wave for at in snapshot.plan.placements}
    found = {
        (wave_of.get(it.number), it.holds_option): it for it in snapshot.municipalities
    }
    return tuple(found.values())


def step_name(id: str, names: Names, typed: Mapping[str, str]) -> str:
    """The name of a step, whichever municipality the engine met it at."""
    key = id.partition(".")[2]
    return typed.get(key) or names.activity(key)


def after_go_live(links: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The steps that follow go-live, straight or by others; from pairs of ends."""
    pairs = tuple(links)
    found: set[str] = set()
    fresh = {GO_LIVE, WAVE_GO_LIVE}
    while fresh:
        fresh = {after for before, after in pairs if before in fresh} - found
        found |= fresh
    return frozenset(found)
