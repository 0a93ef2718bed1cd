"""Dates that a body has not agreed to: what the conflict says, and its mends."""

from flask_babel import gettext as _
from flask_babel import ngettext

from app.conflict_texts.told import Told
from planning.conflicts import Kind, Mend

TURNED_DOWN = frozenset({Kind.PROPOSAL_REJECTED, Kind.PROPOSAL_COUNTERED})


def _go_live(it: Told, key: str) -> str:
    """A go-live as exactly as it is known; empty where it is not told."""
    window = it.window(key, f"{key}-last")
    return _("%(window)s (window)", window=window) if window else it.day(key)


def proposal_rejected(it: Told) -> str:
    """Which date was rejected, and what is agreed."""
    planned, agreed = _go_live(it, "planned"), _go_live(it, "agreed")
    if not planned:
        return _(
            "%(name)s has rejected that the plan has no date for it. Agreed is"
            " %(agreed)s.",
            name=it.name,
            agreed=agreed,
        )
    if not agreed or planned == agreed:
        return _(
            "%(name)s has rejected the dates that go with the go-live %(planned)s,"
            " and the plan has them.",
            name=it.name,
            planned=planned,
        )
    words = {"name": it.name, "planned": planned, "agreed": agreed}
    if not it.days:
        return _(
            "%(name)s has rejected the go-live that the plan has: %(planned)s. Agreed"
            " is %(agreed)s.",
            **words,
        )
    return ngettext(
        "%(name)s has rejected the go-live that the plan has: %(planned)s. Agreed is"
        " %(agreed)s, %(num)d day from it.",
        "%(name)s has rejected the go-live that the plan has: %(planned)s. Agreed is"
        " %(agreed)s, %(num)d days from it.",
        it.days,
        **words,
    )


def proposal_countered(it: Told) -> str:
    """Which date was asked for instead, and how far from it the plan is."""
    planned, asked = _go_live(it, "planned"), it.values.get("asked", "")
    if not planned:
        return _(
            "%(name)s has asked for go-live on %(asked)s. The plan has no date for it.",
            name=it.name,
            asked=it.as_day(asked),
        )
    words = {"name": it.name, "planned": planned, "asked": it.as_day(asked)}
    if it.values["planned"] < asked:
        return ngettext(
            "%(name)s has asked for go-live on %(asked)s. The plan has %(planned)s,"
            " %(num)d day earlier.",
            "%(name)s has asked for go-live on %(asked)s. The plan has %(planned)s,"
            " %(num)d days earlier.",
            it.days,
            **words,
        )
    return ngettext(
        "%(name)s has asked for go-live on %(asked)s. The plan has %(planned)s,"
        " %(num)d day later.",
        "%(name)s has asked for go-live on %(asked)s. The plan has %(planned)s,"
        " %(num)d days later.",
        it.days,
        **words,
    )


def proposal_unanswered(it: Told) -> str:
    """Until when an answer was asked for, and what the plan has meanwhile."""
    planned, answer_by = _go_live(it, "planned"), it.day("answer-by")
    if not planned:
        return ngettext(
            "%(name)s was to answer by %(answer_by)s whether it agrees that the plan"
            " has no date for it. That was %(num)d day ago.",
            "%(name)s was to answer by %(answer_by)s whether it agrees that the plan"
            " has no date for it. That was %(num)d days ago.",
            it.days,
            name=it.name,
            answer_by=answer_by,
        )
    return ngettext(
        "%(name)s was to answer by %(answer_by)s whether it agrees to the new go-live,"
        " %(planned)s. That was %(num)d day ago.",
        "%(name)s was to answer by %(answer_by)s whether it agrees to the new go-live,"
        " %(planned)s. That was %(num)d days ago.",
        it.days,
        name=it.name,
        planned=planned,
        answer_by=answer_by,
    )


def move_to_agreed(it: Told, **words: str) -> str:
    """A wave of the very day that would be agreed."""
    if it.kind is Kind.PROPOSAL_COUNTERED:
        return _(
            "Move %(municipality)s to %(wave)s, which goes live on the day that was"
            " asked for.",
            **words,
        )
    if it.values.get("agreed-last"):
        return _(
            "Move %(municipality)s to %(wave)s, which goes live within the window that"
            " is agreed.",
            **words,
        )
    return _(
        "Move %(municipality)s to %(wave)s, which goes live on the day that is agreed.",
        **words,
    )


def set_agreed_day(it: Told, *, wave: str, day: str) -> str:
    """Its own wave moved, and who comes along."""
    along = it.count("along")
    if it.kind is Kind.PROPOSAL_COUNTERED:
        text = _(
            "Set %(wave)s to %(day)s, the day that was asked for.", wave=wave, day=day
        )
        others = ngettext(
            "%(num)d other in it moves along, and is asked as well.",
            "%(num)d others in it move along, and are asked as well.",
            along,
        )
    else:
        text = _agreed_day(it, wave=wave, day=day)
        others = ngettext(
            "%(num)d other in it moves along.",
            "%(num)d others in it move along.",
            along,
        )
    return f"{text} {others}" if along else text


def _agreed_day(it: Told, *, wave: str, day: str) -> str:
    if it.values.get("agreed-last"):
        return _(
            "Set %(wave)s to %(day)s, the first day of the window that is agreed.",
            wave=wave,
            day=day,
        )
    return _("Set %(wave)s to %(day)s, the day that is agreed.", wave=wave, day=day)


def enter_answer(_mend: Mend, it: Told) -> str:
    """Ask, and enter what was answered."""
    return _("Ask %(name)s again, and enter the answer.", name=it.name)
