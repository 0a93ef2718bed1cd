"""What of a file is refused, by the rules that hold for every change of the plan.

An empty answer means that nothing speaks against it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from flask_babel import gettext as _

from app.exchange.imports.changes import ChangeKind, Compared, Misfit, PlanChange
from app.filters import long_date
from app.rollout.rules import (
    after_go_live,
    refuse_amount,
    refuse_duration,
    refuse_limit_link,
    refuse_template,
)
from app.store.names import Names
from app.waves.rules import refuse_dating, refuse_day, refuse_joining, refuse_leaving
from planning.calendars import to_date, to_day
from planning.durations import parse_duration
from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE, activity_id
from planning.snapshot import Template, TemplateActivity, TemplateLink, Wave

OF_TEMPLATE = frozenset({ChangeKind.DURATION, ChangeKind.LINK})


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a rule looks at."""

    evaluation: Evaluation
    names: Names
    reported: frozenset[str]

    def wave(self, code: str) -> Wave:
        waves = self.evaluation.snapshot.plan.waves
        return next(it for it in waves if it.code == code)


def with_rules(compared: Compared, evaluation: Evaluation, names: Names) -> Compared:
    """The changes that may be made; the others are misfits, with the reason."""
    reported = frozenset(
        it.target
        for it in compared.changes
        if it.kind is ChangeKind.REPORT and "finish" in it.after
    )
    asked = _Asked(evaluation, names, reported)
    reasons = [RULES[it.kind](it, asked) for it in compared.changes]
    template = _refuse_template(compared.changes, asked)
    kept, refused = [], []
    for change, reason in zip(compared.changes, reasons, strict=True):
        told = reason or (template if change.kind in OF_TEMPLATE else "")
        if told:
            refused.append(
                Misfit(kind="refused", subject=subject_of(change), reason=told)
            )
        else:
            kept.append(change)
    misfits = (*compared.misfits, *refused)
    return replace(compared, changes=tuple(kept), misfits=misfits)


def subject_of(change: PlanChange) -> str:
    """The id of what a change is about."""
    match change.kind:
        case ChangeKind.WAVE_DAY:
            return f"wave.{change.target}"
        case ChangeKind.PLACEMENT:
            return f"municipality.{change.target}"
        case ChangeKind.DURATION | ChangeKind.LINK:
            return f"step.{change.target.rpartition('>')[2]}"
        case _:
            return change.target


def _refuse_wave_day(change: PlanChange, asked: _Asked) -> str:
    wave = asked.wave(change.target)
    day = to_day(date.fromisoformat(change.after["day"]))
    status_date = asked.evaluation.snapshot.status_date
    return refuse_dating(wave) or refuse_day(day, status_date=status_date)


def _refuse_placement(change: PlanChange, asked: _Asked) -> str:
    name = asked.names.municipality(change.target)
    leaving = refuse_leaving(asked.evaluation, change.target, name=name)
    return leaving or refuse_joining(asked.wave(change.after["wave"]))


def _refuse_duration(change: PlanChange, asked: _Asked) -> str:
    step = _step(asked, change.target)
    duration = parse_duration(change.after["duration"])
    return refuse_duration(step.kind, duration) or refuse_amount(
        duration.amount, duration.unit
    )


def _refuse_link(change: PlanChange, _asked: _Asked) -> str:
    link = _link(change)
    return refuse_limit_link(link) or refuse_amount(link.lag.amount, link.lag.unit)


def _refuse_report(change: PlanChange, asked: _Asked) -> str:
    """A report is of what has happened, and go-live comes before what follows it."""
    if not change.after:
        return ""
    snapshot = asked.evaluation.snapshot
    number, _dot, key = change.target.partition(".")
    days = [change.after[it] for it in ("start", "finish") if it in change.after]
    last = to_date(snapshot.status_date)
    if any(date.fromisoformat(day) > last for day in days):
        return _(
            "The day lies after the status date, %(day)s. Move the status date first,"
            " or give an earlier day.",
            day=long_date(last),
        )
    if len(days) == 2 and days[1] < days[0]:
        return _(
            "It can’t be done before it started, on %(day)s.",
            day=long_date(date.fromisoformat(days[0])),
        )
    links = snapshot.plan.template.links
    follows = key in after_go_live((it.predecessor, it.successor) for it in links)
    is_live = asked.evaluation.is_live(number)
    if follows and not is_live and activity_id(number, GO_LIVE) not in asked.reported:
        return _(
            "This comes after go-live, and the go-live is not reported. The"
            " programme office reports that first."
        )
    return ""


def _refuse_limit(change: PlanChange, asked: _Asked) -> str:
    go_live = asked.evaluation.go_live(change.target.partition(".")[0])
    if "day" not in change.after or go_live is None:
        return ""
    if date.fromisoformat(change.after["day"]) <= to_date(go_live):
        return ""
    return _(
        "The limit would lie after go-live on %(day)s. Give an earlier day.",
        day=long_date(to_date(go_live)),
    )


RULES: Mapping[ChangeKind, Callable[[PlanChange, _Asked], str]] = {
    ChangeKind.WAVE_DAY: _refuse_wave_day,
    ChangeKind.PLACEMENT: _refuse_placement,
    ChangeKind.DURATION: _refuse_duration,
    ChangeKind.LINK: _refuse_link,
    ChangeKind.REPORT: _refuse_report,
    ChangeKind.LIMIT: _refuse_limit,
}


def _step(asked: _Asked, key: str) -> TemplateActivity:
    steps = asked.evaluation.snapshot.plan.template.activities
    return next(it for it in steps if it.key == key)


def _link(change: PlanChange) -> TemplateLink:
    before, _arrow, after = change.target.partition(">")
    return TemplateLink(
        predecessor=before,
        successor=after,
        kind=change.after["kind"],
        lag=parse_duration(change.after["lag"]),
    )


def _refuse_template(changes: Iterable[PlanChange], asked: _Asked) -> str:
    """Whether anything can be computed from the template as it would be."""
    lengths = {
        it.target: parse_duration(it.after["duration"])
        for it in changes
        if it.kind is ChangeKind.DURATION
    }
    links = {
        tuple(it.target.split(">")): _link(it)
        for it in changes
        if it.kind is ChangeKind.LINK
    }
    if not (lengths or links):
        return ""
    template = asked.evaluation.snapshot.plan.template
    changed = Template(
        activities=tuple(
            replace(it, duration=lengths.get(it.key, it.duration))
            for it in template.activities
        ),
        links=tuple(
            links.get((it.predecessor, it.successor), it) for it in template.links
        ),
    )
    return refuse_template(asked.evaluation, changed, asked.names)
