"""Dates that a body has not agreed to: what the conflict says, and its mends."""

from flask_babel import gettext as _
from flask_babel import ngettext

from app.conflict_texts.told import Told
from planning.conflicts import Kind, Mend

TURNED_DOWN = frozenset({Kind.PROPOSAL_REJECTED, Kind.PROPOSAL_COUNTERED})


def proposal_rejected(it: Told) -> str:
    """Which date was rejected, and what is agreed."""
    planned, agreed = it.day("planned"), it.day("agreed")
    if not planned:
        return _("%(name)s has rejected the dates that the plan has.", name=it.name)
    if not agreed or planned == agreed:
        return _(
            "%(name)s has rejected the dates that go with a go-live on %(planned)s,"
            " and the plan still has them.",
            name=it.name,
            planned=planned,
        )
    return ngettext(
        "%(name)s has rejected the go-live on %(planned)s, and the plan still has it:"
        " %(num)d day from %(agreed)s, which is what was agreed.",
        "%(name)s has rejected the go-live on %(planned)s, and the plan still has it:"
        " %(num)d days from %(agreed)s, which is what was agreed.",
        it.days,
        name=it.name,
        planned=planned,
        agreed=agreed,
    )


def proposal_countered(it: Told) -> str:
    """Which date was asked for instead, and how far from it the plan is."""
    planned, asked = it.day("planned"), it.values.get("asked", "")
    if not planned or not asked:
        return _("%(name)s has asked for another date than the plan’s.", name=it.name)
    words = {"name": it.name, "planned": planned, "asked": it.as_day(asked)}
    if it.values["planned"] < asked:
        return ngettext(
            "%(name)s has asked for go-live on %(asked)s, %(num)d day later than the"
            " plan has it (%(planned)s).",
            "%(name)s has asked for go-live on %(asked)s, %(num)d days later than the"
            " plan has it (%(planned)s).",
            it.days,
            **words,
        )
    return ngettext(
        "%(name)s has asked for go-live on %(asked)s, %(num)d day earlier than the"
        " plan has it (%(planned)s).",
        "%(name)s has asked for go-live on %(asked)s, %(num)d days earlier than the"
        " plan has it (%(planned)s).",
        it.days,
        **words,
    )


def proposal_unanswered(it: Told) -> str:
    """Until when an answer was asked for, and what the plan has meanwhile."""
    planned, answer_by = it.day("planned"), it.day("answer-by")
    if not planned or not answer_by:
        return _(
            "%(name)s has not answered whether it agrees to the plan’s dates.",
            name=it.name,
        )
    return ngettext(
        "%(name)s was to answer by %(answer_by)s whether it agrees to go live on"
        " %(planned)s. That was %(num)d day ago.",
        "%(name)s was to answer by %(answer_by)s whether it agrees to go live on"
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
        text = _("Set %(wave)s to %(day)s, the day that is agreed.", wave=wave, day=day)
        others = ngettext(
            "%(num)d other in it moves along.",
            "%(num)d others in it move along.",
            along,
        )
    return f"{text} {others}" if along else text


def enter_answer(_mend: Mend, it: Told) -> str:
    """Ask, and enter what was answered."""
    return _("Ask %(name)s again, and enter the answer.", name=it.name)
