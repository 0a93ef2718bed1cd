"""One sentence for each kind of conflict: what is wrong, and by how much."""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _
from flask_babel import ngettext

from app.conflict_texts import regret, unagreed
from app.conflict_texts.gone import declined_text
from app.conflict_texts.told import Document, Names, Told, told
from app.conflict_texts.too_little import capacity_exceeded
from planning.conflicts import Conflict, Kind, Severity


def conflict_text(conflict: Conflict | Document, names: Names = None) -> str:
    """Say what is wrong; `names` may be a plain table of ids."""
    it = told(conflict, names)
    return SENTENCES[it.kind](it)


def severity_text(severity: Severity | str) -> str:
    """How much it matters, in a word."""
    return SEVERITIES[Severity(severity)]()


def _deadline_missed(it: Told) -> str:
    return ngettext(
        "%(name)s misses its deadline by %(num)d day.",
        "%(name)s misses its deadline by %(num)d days.",
        it.days,
        name=it.name,
    )


def _date_against_logic(it: Told) -> str:
    return ngettext(
        "%(name)s is set %(num)d day earlier than it can be.",
        "%(name)s is set %(num)d days earlier than it can be.",
        it.days,
        name=it.name,
    )


def _margin_negative(it: Told) -> str:
    return ngettext(
        "%(name)s can go live %(num)d day after its wave at the earliest.",
        "%(name)s can go live %(num)d days after its wave at the earliest.",
        it.days,
        name=it.municipality,
    )


def _work_cannot_hold(it: Told) -> str:
    if not it.day("earliest") or not it.day("latest"):
        return ngettext(
            "%(name)s comes %(num)d day too late for the go-live that is planned.",
            "%(name)s comes %(num)d days too late for the go-live that is planned.",
            it.days,
            name=it.name,
        )
    return ngettext(
        "%(name)s: from what is reported it can be done by %(earliest)s at the"
        " earliest, %(num)d day after the last day that go-live leaves (%(latest)s).",
        "%(name)s: from what is reported it can be done by %(earliest)s at the"
        " earliest, %(num)d days after the last day that go-live leaves (%(latest)s).",
        it.days,
        name=it.name,
        earliest=it.day("earliest"),
        latest=it.day("latest"),
    )


def _start_in_the_past(it: Told) -> str:
    must = ngettext(
        "%(name)s now goes live so early that %(num)d step would have had to be"
        " further on by the status date than the decided plan meant it to be.",
        "%(name)s now goes live so early that %(num)d steps would have had to be"
        " further on by the status date than the decided plan meant them to be.",
        it.count("steps") or max(len(it.concerns) - 1, 1),
        name=it.municipality,
    )
    if not it.days or not it.day("earliest"):
        return must
    late = ngettext(
        "With what was left to do then, go-live can come on %(day)s at the earliest,"
        " %(num)d day too late.",
        "With what was left to do then, go-live can come on %(day)s at the earliest,"
        " %(num)d days too late.",
        it.days,
        day=it.day("earliest"),
    )
    return f"{must} {late}"


def _option_decided_late(it: Told) -> str:
    if not it.day("decided") or not it.day("limit"):
        return ngettext(
            "%(name)s took up its option %(num)d day after the limit.",
            "%(name)s took up its option %(num)d days after the limit.",
            it.days,
            name=it.municipality,
        )
    return ngettext(
        "%(name)s took up its option on %(decided)s, %(num)d day after the limit"
        " (%(limit)s).",
        "%(name)s took up its option on %(decided)s, %(num)d days after the limit"
        " (%(limit)s).",
        it.days,
        name=it.municipality,
        decided=it.day("decided"),
        limit=it.day("limit"),
    )


def _council_declined(it: Told) -> str:
    return f"{declined_text(it)} {_option_limit(it)}".rstrip()


def _council_waits(it: Told) -> str:
    name, when = it.municipality, it.decided()
    if it.is_postponed:
        said = _(
            "%(name)s has postponed the introduction: %(when)s.", name=name, when=when
        )
    else:
        said = _(
            "%(name)s has signalled that it waits: %(when)s.", name=name, when=when
        )
    return f"{said} {_option_limit(it)}".rstrip()


def _option_limit(it: Told) -> str:
    """The limit of the option: passed where that makes the conflict worse."""
    day = it.day("limit")
    if not day:
        return ""
    if it.severity is LIMIT_PASSED[it.kind]:
        return _("The limit for taking up the option passed on %(day)s.", day=day)
    return _("The option has to be taken up by %(day)s.", day=day)


def _municipality_without_wave(it: Told) -> str:
    return _("%(name)s is in no wave.", name=it.name)


def _wave_without_date(it: Told) -> str:
    return _("Wave %(name)s has neither a day nor a window.", name=it.name)


def _region_split(it: Told) -> str:
    return _(
        "The region %(name)s is split: its municipalities are in %(waves)s.",
        name=it.name,
        waves=it.waves(),
    )


def _binding_broken(it: Told) -> str:
    broken = _(
        "“%(name)s” does not hold: those who want to go together are in %(waves)s.",
        name=it.name,
        waves=it.waves() or _("no wave"),
    )
    count = it.count("without-wave")
    if not count or not it.waves():
        return broken
    without = ngettext(
        "%(num)d of them is in no wave.", "%(num)d of them are in no wave.", count
    )
    return f"{broken} {without}"


def _wave_not_reported(it: Told) -> str:
    days = it.window("first", "last")
    if not days:
        return _(
            "%(wave)s should have gone live by now, and nobody has reported that it"
            " did.",
            wave=it.name,
        )
    return _(
        "%(wave)s should have gone live by now (%(date)s), and nobody has reported"
        " that it did. What comes after is reckoned as if it had.",
        wave=it.name,
        date=days,
    )


def _closed_period(it: Told) -> str:
    days = it.window("window-first", "window-last")
    if days:
        return _(
            "%(name)s has a window, %(window)s. The plan reckons with its first day,"
            " and %(day)s lies in a closed period: %(period)s.",
            name=it.name,
            window=days,
            day=it.day("day"),
            period=it.period(),
        )
    return _(
        "%(name)s is to go live on %(day)s, in a closed period: %(period)s.",
        name=it.name,
        day=it.day("day"),
        period=it.period(),
    )


def _trust_after_municipality(it: Told) -> str:
    trust = it.name_of(it.concerns[1]) if len(it.concerns) > 1 else ""
    own, later = it.day("day"), it.day("trust-day")
    if not trust or not own or not later:
        return _("%(name)s goes live before its hospital trust.", name=it.municipality)
    return _(
        "%(name)s goes live on %(own)s, before its hospital trust: %(trust)s comes on"
        " %(later)s.",
        name=it.municipality,
        own=own,
        trust=trust,
        later=later,
    )


def _component_late(it: Told) -> str:
    expected = it.day("expected")
    if expected:
        return ngettext(
            "%(name)s is expected on %(day)s, %(num)d day after the first municipality"
            " needs it.",
            "%(name)s is expected on %(day)s, %(num)d days after the first municipality"
            " needs it.",
            it.days,
            name=it.name,
            day=expected,
        )
    if it.values.get("step-gone"):
        return _(
            "%(name)s is needed by a step that is no longer in the template. Whether"
            " it comes in time can't be told.",
            name=it.name,
        )
    count = it.count("municipalities")
    late = _("%(name)s is late, and no date is known.", name=it.name)
    if passed := it.day("was-expected"):
        late = _(
            "%(name)s was expected on %(day)s. That day has passed, and nobody has"
            " said that it is delivered.",
            name=it.name,
            day=passed,
        )
    if not count:
        return late
    depend = ngettext(
        "%(num)d municipality that is not live needs it.",
        "%(num)d municipalities that are not live need it.",
        count,
    )
    return f"{late} {depend}"


SENTENCES: Mapping[Kind, Callable[[Told], str]] = {
    Kind.DEADLINE_MISSED: _deadline_missed,
    Kind.DATE_AGAINST_LOGIC: _date_against_logic,
    Kind.MARGIN_NEGATIVE: _margin_negative,
    Kind.WORK_CANNOT_HOLD: _work_cannot_hold,
    Kind.START_IN_THE_PAST: _start_in_the_past,
    Kind.OPTION_DECIDED_LATE: _option_decided_late,
    Kind.COUNCIL_DECLINED: _council_declined,
    Kind.COUNCIL_WAITS: _council_waits,
    Kind.MUNICIPALITY_WITHOUT_WAVE: _municipality_without_wave,
    Kind.WAVE_WITHOUT_DATE: _wave_without_date,
    Kind.REGION_SPLIT: _region_split,
    Kind.BINDING_BROKEN: _binding_broken,
    Kind.GO_LIVE_IN_CLOSED_PERIOD: _closed_period,
    Kind.TRUST_AFTER_MUNICIPALITY: _trust_after_municipality,
    Kind.COMPONENT_LATE: _component_late,
    Kind.WAVE_NOT_REPORTED: _wave_not_reported,
    Kind.CAPACITY_EXCEEDED: capacity_exceeded,
    Kind.PROPOSAL_REJECTED: unagreed.proposal_rejected,
    Kind.PROPOSAL_COUNTERED: unagreed.proposal_countered,
    Kind.PROPOSAL_UNANSWERED: unagreed.proposal_unanswered,
    **regret.SENTENCES,
}

LIMIT_PASSED: Mapping[Kind, Severity] = {
    Kind.COUNCIL_DECLINED: Severity.ERROR,
    Kind.COUNCIL_WAITS: Severity.WARNING,
}
"""How much it matters once the limit of the option has passed."""

SEVERITIES: Mapping[Severity, Callable[[], str]] = {
    Severity.ERROR: lambda: _("Error"),
    Severity.WARNING: lambda: _("Warning"),
    Severity.INFORMATION: lambda: _("Information"),
}
