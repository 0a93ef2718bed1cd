"""What would have to give to make a date earlier, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from app.access import User
from app.dates.chain import ChainWords
from app.filters import counted, days, duration, iso_date, long_date, signed_days
from planning.durations import Duration, Unit
from planning.earlier import Answer, Earlier, find_earlier
from planning.evaluate import Evaluation
from planning.levers import Lever, LeverKind

DAYS_A_WEEK = 7
RIGHTS: Mapping[LeverKind, str] = {
    LeverKind.WAVE_DAY: "plan.edit",
    LeverKind.DURATION: "template.edit",
    LeverKind.LAG: "template.edit",
}
"""Who may change each thing where it stands."""


@dataclass(frozen=True, slots=True)
class LeverLine:
    """One thing that could give, what comes of it, and where it is changed.

    Who may not change it has no address.
    """

    text: str
    gain: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierPart:
    """An answer; `short` are those of the wave for whom it would be too early."""

    days: int
    title: str
    sentence: str
    levers: tuple[LeverLine, ...]
    work_sentence: str
    work: tuple[LeverLine, ...]
    short_sentence: str
    short: tuple[tuple[str, str, str], ...]


def earlier_part(
    evaluation: Evaluation, words: ChainWords, id: str, amount: int, *, user: User
) -> EarlierPart:
    """Tell what would make a date so many days earlier."""
    found = find_earlier(evaluation, id, amount)
    names = words.names
    at = evaluation.schedule.activities[id]
    day, work = words.day(id, at.early_start, at.early_finish), _work(id, found)
    return EarlierPart(
        days=amount,
        title=_("To make it %(time)s earlier", time=_time(amount)),
        sentence=_sentence(found, day, is_too_soon=bool(work)),
        levers=tuple(_line(it, words, amount, user) for it in found.levers),
        work_sentence=work,
        short_sentence=_short_sentence(found),
        work=tuple(_line(it, words, amount, user) for it in found.work),
        short=tuple(
            (
                names.municipality(number),
                url_for("municipalities.municipality", number=number),
                signed_days(margin),
            )
            for number, margin in found.short
        ),
    )


def _short_sentence(found: Earlier) -> str:
    if found.answer is Answer.BY_WAVE:
        return _(
            "So early it would be too early for these, by what is known today; the "
            "days are their margins now:"
        )
    return _(
        "With the wave so early it would be too early for these who are in it, by what "
        "is known today; the days are their margins now:"
    )


def _time(amount: int) -> str:
    weeks, rest = divmod(amount, DAYS_A_WEEK)
    return days(amount) if rest else counted(weeks, Unit.WEEKS)


def _sentence(found: Earlier, earliest: str, *, is_too_soon: bool) -> str:
    if found.levers and is_too_soon:
        return _("This moves the planned day, but the work is not done by then:")
    if found.levers:
        return _("One of these would do it, if the rest stays as it is:")
    texts = {
        Answer.HAPPENED: _("It has happened."),
        Answer.NAMED: _(
            "An agreement or a letter names the day. Only those who made it can "
            "change it."
        ),
        Answer.GONE_BY: _("That day lies before the status date."),
        Answer.FREE: _(
            "Nothing has to give. The plan has it as late as may be; from what is "
            "known today it can come on %(day)s at the earliest.",
            day=earliest,
        ),
    }
    nothing = _("Nothing that the plan knows would do it by itself.")
    if found.target < found.earliest < found.target + found.days:
        can = _(
            "From what is known today it can come on %(day)s at the earliest.",
            day=earliest,
        )
        nothing = f"{nothing} {can}"
    return texts.get(found.answer, nothing)


def _work(id: str, found: Earlier) -> str:
    """Whether the work can be done by then, of a go-live that is to come earlier."""
    is_go_live = id.endswith(".go-live") and found.answer is Answer.BY_LEVERS
    if not is_go_live or found.earliest <= found.target:
        return ""
    day = long_date(found.earliest)
    if found.work:
        return _(
            "The work has to be done sooner too: from what is known today it can go "
            "live on %(day)s at the earliest. One of these would do it:",
            day=day,
        )
    return _(
        "The work has to be done sooner too: from what is known today it can go live "
        "on %(day)s at the earliest, and no step that becomes shorter would change "
        "that by itself.",
        day=day,
    )


def _line(lever: Lever, words: ChainWords, amount: int, user: User) -> LeverLine:
    gain = ""
    if lever.gained != amount:
        gain = _("gives %(days)s", days=days(lever.gained))
    return LeverLine(_lever(lever, words), gain, _url(lever, words, user))


def _lever(lever: Lever, words: ChainWords) -> str:
    before, after = lever.before, lever.after
    if isinstance(before, Duration) and isinstance(after, Duration):
        told = {"before": duration(before), "after": _left(after)}
        if lever.kind is LeverKind.LAG:
            return _(
                "From “%(first)s” to “%(then)s” it takes %(after)s instead of "
                "%(before)s, for all municipalities.",
                first=words.names.activity(lever.key),
                then=words.names.activity(lever.successor),
                **told,
            )
        return _(
            "“%(step)s” takes %(after)s instead of %(before)s, for all municipalities.",
            step=words.names.activity(lever.key),
            **told,
        )
    assert isinstance(before, int)  # noqa: S101 - a wave has a day
    assert isinstance(after, int)  # noqa: S101 - a wave has a day
    return _(
        "Wave %(code)s is reckoned with %(after)s instead of %(before)s, and everybody "
        "in it.",
        code=lever.key,
        after=long_date(after),
        before=long_date(before),
    )


def _left(length: Duration) -> str:
    return _("no time") if length.is_zero else duration(length)


def _url(lever: Lever, words: ChainWords, user: User) -> str:
    """Where it is changed; there it is filled in, and told before it is done."""
    if not user.may(RIGHTS[lever.kind]):
        return ""
    match lever.kind:
        case LeverKind.WAVE_DAY:
            assert isinstance(lever.after, int)  # noqa: S101 - a wave has a day
            return url_for("waves.wave", code=lever.key, day=iso_date(lever.after))
        case LeverKind.DURATION:
            return url_for("rollout.step", key=lever.key, length=str(lever.after))
        case _:
            row = words.rows.between(lever.key, lever.successor)
            if row is None:
                return url_for("rollout.template")
            return url_for("rollout.link", link_id=row.id, length=str(lever.after))
