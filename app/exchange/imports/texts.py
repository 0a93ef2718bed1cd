"""What a file would change and what did not fit, as sentences."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from flask_babel import gettext as _

from app.exchange.imports.changes import ChangeKind, Misfit, PlanChange
from app.filters import duration, long_date
from app.lag_words import lag_text
from app.rollout.words import link_text
from app.store.names import Names
from planning.durations import Duration, parse_duration
from planning.snapshot import TemplateLink


def plan_change_text(change: PlanChange, names: Names) -> str:
    """One thing that would be another, and what it is now."""
    return CHANGES[change.kind](change, names)


def misfit_text(misfit: Misfit, names: Names) -> str:
    """One thing that can't be changed so, and why."""
    subject = subject_text(misfit.subject, names)
    if misfit.reason:
        return _("%(subject)s: %(sentence)s", subject=subject, sentence=misfit.reason)
    sentence = MISFITS[misfit.kind]()
    return _("%(subject)s: %(sentence)s", subject=subject, sentence=sentence)


def subject_text(subject: str, names: Names) -> str:
    """The name of an id; a step of the template is called by its own."""
    owner, dot, key = subject.partition(".")
    if owner == "step":
        return names.activity(key)
    known = owner in names.municipalities or owner in {
        *("municipality", "wave", "trust", "programme")
    }
    return names.node(subject) if dot and known else subject


def _wave_day(it: PlanChange, names: Names) -> str:
    return _(
        "%(wave)s goes live on %(after)s instead of %(before)s",
        wave=names.wave(it.target),
        before=_day(it.before["day"]),
        after=_day(it.after["day"]),
    )


def _placement(it: PlanChange, names: Names) -> str:
    return _(
        "%(municipality)s moves from %(before)s to %(after)s",
        municipality=names.municipality(it.target),
        before=names.wave(it.before["wave"]),
        after=names.wave(it.after["wave"]),
    )


def _duration(it: PlanChange, names: Names) -> str:
    before, after = (parse_duration(at["duration"]) for at in (it.before, it.after))
    return takes_text(names.activity(it.target), before, after)


def takes_text(step: str, before: Duration, after: Duration) -> str:
    """How long a step of the template takes, and did."""
    return _(
        "“%(step)s” takes %(after)s instead of %(before)s, in every municipality",
        step=step,
        before=duration(before),
        after=duration(after),
    )


def _link(it: PlanChange, names: Names) -> str:
    keys = it.target.split(">")
    before, after = (
        TemplateLink(
            predecessor=keys[0],
            successor=keys[1],
            kind=at["kind"],
            lag=parse_duration(at["lag"]),
        )
        for at in (it.before, it.after)
    )
    told = map(names.activity, keys)
    return depends_text(tuple(told), before, after)


def depends_text(ends: Sequence[str], before: TemplateLink, after: TemplateLink) -> str:
    """How a step of the template depends on another, and did; `ends` are names."""
    return _(
        "“%(successor)s” depends on “%(predecessor)s” in another way, in every"
        " municipality: %(after)s instead of %(before)s",
        predecessor=ends[0],
        successor=ends[1],
        before=_wait(before),
        after=_wait(after),
    )


def _wait(link: TemplateLink) -> str:
    """Finish to start, 20 working days later."""
    if link.lag.is_zero:
        return link_text(link.kind)
    values = {"how": link_text(link.kind), "time": lag_text(link.lag, link.calendar)}
    return _("%(how)s and %(time)s", **values)


def _report(it: PlanChange, names: Names) -> str:
    return _(
        "%(what)s: %(after)s; the plan has: %(before)s",
        what=names.node(it.target),
        before=told_text(it.before),
        after=told_text(it.after),
    )


def told_text(told: Mapping[str, str]) -> str:
    """What is known of a step."""
    if "finish" in told:
        return _("done %(day)s", day=_day(told["finish"]))
    if "start" in told:
        return _("begun %(day)s", day=_day(told["start"]))
    return _("not done") if "remaining" in told else _("nothing reported")


def _limit(it: PlanChange, names: Names) -> str:
    if "day" in it.after:
        return _(
            "%(what)s: the last day is %(day)s",
            what=names.node(it.target),
            day=_day(it.after["day"]),
        )
    return _("%(what)s: counted from go-live again", what=names.node(it.target))


def _day(text: str) -> str:
    return long_date(date.fromisoformat(text))


CHANGES: Mapping[ChangeKind, Callable[[PlanChange, Names], str]] = {
    ChangeKind.WAVE_DAY: _wave_day,
    ChangeKind.PLACEMENT: _placement,
    ChangeKind.DURATION: _duration,
    ChangeKind.LINK: _link,
    ChangeKind.REPORT: _report,
    ChangeKind.LIMIT: _limit,
}

MISFITS: Mapping[str, Callable[[], str]] = {
    "new-task": lambda: _(
        "new in the file. Add a step to the template instead: every municipality"
        " has it then."
    ),
    "copied-task": lambda: _("a copy of another task. The plan has one of each."),
    "missing-task": lambda: _(
        "no longer in the file. Remove steps from the template instead."
    ),
    "live-wave": lambda: _("live already. What has happened is no plan."),
    "wave-reported": lambda: _(
        "reported as live in the file. Report the go-live of each municipality."
    ),
    "two-waves": lambda: _("linked to one wave and listed under another."),
    "one-duration": lambda: _(
        "its duration is another in some municipalities alone. The template has one"
        " for all."
    ),
    "part-duration": lambda: _(
        "its duration belongs to the template, and so to every municipality. Change"
        " it in a file of the whole plan, or in the template."
    ),
    "typed-date": lambda: _(
        "a date was set on the step. The plan counts it from go-live: set the date of"
        " the wave, or name a last day for a limit."
    ),
    "go-live-deadline": lambda: _(
        "the deadline of go-live follows the wave. Set the date of the wave instead."
    ),
    "own-deadline": lambda: _(
        "a step has no last day of its own. Name one for the limit of the pre-project"
        " or of the option, as the deadline of that."
    ),
    "counted-limit": lambda: _(
        "this day is always counted from go-live. A last day of its own can be named"
        " for the limits of the pre-project and of the option alone."
    ),
    "limit-reported": lambda: _("a limit passes. It is not reported."),
    "task-calendar": lambda: _(
        "a calendar of its own. The plan has the working days of Norway for all."
    ),
    "link": lambda: _(
        "what it waits for was changed in some municipalities, or is new or gone."
        " Change it in the template."
    ),
    "programme-date": lambda: _(
        "dates of the programme and of trusts are not set from a file."
    ),
    "calendar": lambda: _(
        "the working days are others. The plan has those of Norway, with its public"
        " holidays."
    ),
    "status-date": lambda: _("the status date is another. Change it in the settings."),
}
