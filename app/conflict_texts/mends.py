"""The nearest mend of a conflict: as a sentence, and where it can be done.

An address is for those who may use its page; who may is said by `RIGHTS`.
"""

from collections.abc import Callable, Mapping

from flask import url_for
from flask_babel import gettext as _

from app.access import User
from app.concerned import BINDING, COMPONENT, municipality_of
from app.conflict_texts.regret import REGRETS, move_with_regret
from app.conflict_texts.told import Names, Told, told
from app.conflict_texts.too_little import smallest_move
from app.conflict_texts.unagreed import (
    TURNED_DOWN,
    enter_answer,
    move_to_agreed,
    set_agreed_day,
)
from planning.conflicts import Conflict, Kind, Mend, MendKind

APART = frozenset({Kind.REGION_SPLIT, Kind.BINDING_BROKEN})
MOST_NAMED = 4
UNDECIDED = frozenset({Kind.COUNCIL_DECLINED, Kind.COUNCIL_WAITS})


def mend_text(conflict: Conflict, names: Names = None) -> str:
    """Say what would set it right; empty where nothing is near."""
    mend = conflict.mend
    if mend is None:
        return ""
    it = told(conflict, names)
    text = SENTENCES[MendKind(mend.kind)](mend, it)
    return f"{text} {_but_it_parts(mend, it)}" if mend.parts else text


def mend_url(conflict: Conflict, user: User) -> str:
    """The page where a user can do it; empty where there is none for them."""
    mend = conflict.mend
    if mend is None:
        return ""
    kind = MendKind(mend.kind)
    return ADDRESSES[kind](mend, conflict) if user.may(RIGHTS[kind]) else ""


def _moved_number(mend: Mend, conflict: Told | Conflict) -> str:
    """Who is to be moved: the one named, else the one that it is about."""
    return mend.value or municipality_of(conflict.concerns[0])


def _move_to_wave(mend: Mend, it: Told) -> str:
    words = {
        "municipality": it.municipality_named(_moved_number(mend, it)),
        "wave": it.wave(mend.target),
    }
    if it.kind is Kind.CAPACITY_EXCEEDED:
        text = _("Move %(municipality)s to %(wave)s.", **words)
        return smallest_move(text, it)
    if it.kind in TURNED_DOWN:
        return move_to_agreed(it, **words)
    if it.kind in APART:
        return _("Move %(municipality)s to %(wave)s, where the others are.", **words)
    if it.kind in REGRETS:
        return move_with_regret(**words)
    if it.kind in UNDECIDED:
        return _(
            "Move %(municipality)s to %(wave)s, the first wave whose option can still"
            " be taken up in time.",
            **words,
        )
    return _(
        "Move %(municipality)s to %(wave)s, the first wave that is late enough.",
        **words,
    )


def _move_together(mend: Mend, it: Told) -> str:
    wave, moved = it.wave(mend.target), mend.value.split(",")
    if len(moved) > MOST_NAMED:
        return _(
            "Move the %(num)d who are not in %(wave)s to %(wave)s, where the others"
            " are.",
            num=len(moved),
            wave=wave,
        )
    named = it.listed(it.municipality_named(number) for number in moved)
    return _(
        "Move %(municipality)s to %(wave)s, where the others are.",
        municipality=named,
        wave=wave,
    )


def _but_it_parts(mend: Mend, it: Told) -> str:
    """Say whom a move takes one from."""
    bindings = it.listed(
        _("“%(name)s”", name=it.name_of(f"{BINDING}.{key}")) for key in mend.parts
    )
    if "," in mend.value:
        return _("But that parts them from others in %(bindings)s.", bindings=bindings)
    return _(
        "But that parts %(municipality)s from the others in %(bindings)s.",
        municipality=it.municipality_named(mend.value),
        bindings=bindings,
    )


def _no_wave_in_time(_mend: Mend, _it: Told) -> str:
    return _("None of the waves that they are in can still be reached in time by all.")


def _report_wave(mend: Mend, it: Told) -> str:
    return _(
        "Report who has gone live with %(wave)s, or give the wave a new date.",
        wave=it.wave(mend.target),
    )


def _give_wave(mend: Mend, it: Told) -> str:
    name = it.municipality_named(mend.target)
    return _("Place %(municipality)s in a wave.", municipality=name)


def _set_wave_day(mend: Mend, it: Told) -> str:
    wave = it.wave(mend.target)
    if not mend.value:
        return _("Give %(wave)s a day or a window that holds.", wave=wave)
    day = it.as_day(mend.value)
    if it.kind is Kind.CAPACITY_EXCEEDED:
        text = _("Set %(wave)s to %(day)s.", wave=wave, day=day)
        return smallest_move(text, it)
    if it.kind in TURNED_DOWN:
        return set_agreed_day(it, wave=wave, day=day)
    first, last = (it.values.get(f"window-{end}", "") for end in ("first", "last"))
    if first and first <= mend.value <= last:
        return _(
            "Set %(wave)s to %(day)s, the nearest free day in its window.",
            wave=wave,
            day=day,
        )
    return _(
        "Set %(wave)s to %(day)s, the nearest day that will do.", wave=wave, day=day
    )


def _move_trust(mend: Mend, it: Told) -> str:
    return _(
        "Let %(trust)s go live in %(wave)s.",
        trust=it.name_of(f"trust.{mend.value}"),
        wave=it.wave(mend.target),
    )


def _report_step(mend: Mend, it: Told) -> str:
    if it.kind in UNDECIDED:
        return _("Report it once the council has taken up the option.")
    return _(
        "If it has come further than is reported, report it: %(step)s.",
        step=it.name_of(mend.target),
    )


def _report_component(mend: Mend, it: Told) -> str:
    component = it.name_of(f"{COMPONENT}.{mend.target}")
    if it.values.get("step-gone"):
        return _(
            "Choose the step that needs %(component)s, or say that it is delivered.",
            component=component,
        )
    if it.day("expected"):
        return _(
            "If %(component)s comes earlier than that, correct the date; if it has"
            " come, say that it is delivered.",
            component=component,
        )
    return _(
        "Say when %(component)s is expected, or that it is delivered.",
        component=component,
    )


def _placement_url(mend: Mend, conflict: Conflict) -> str:
    number = _moved_number(mend, conflict)
    return url_for("waves.placement", number=number, to=mend.target)


def _wave_url(mend: Mend, _conflict: Conflict) -> str:
    return url_for(
        "waves.wave", code=mend.target, day=mend.value or None, _anchor="wave-dates"
    )


def _step_url(mend: Mend, _conflict: Conflict) -> str:
    number, __, key = mend.target.partition(".")
    return url_for("municipalities.step", number=number, key=key)


def _component_url(mend: Mend, _conflict: Conflict) -> str:
    return url_for("preconditions.entry", kind="components", key=mend.target)


SENTENCES: Mapping[MendKind, Callable[[Mend, Told], str]] = {
    MendKind.MOVE_TO_WAVE: _move_to_wave,
    MendKind.GIVE_WAVE: _give_wave,
    MendKind.SET_WAVE_DAY: _set_wave_day,
    MendKind.MOVE_TRUST: _move_trust,
    MendKind.REPORT_STEP: _report_step,
    MendKind.REPORT_COMPONENT: _report_component,
    MendKind.MOVE_TOGETHER: _move_together,
    MendKind.NO_WAVE_IN_TIME: _no_wave_in_time,
    MendKind.REPORT_WAVE: _report_wave,
    MendKind.ENTER_ANSWER: enter_answer,
}

ADDRESSES: Mapping[MendKind, Callable[[Mend, Conflict], str]] = {
    MendKind.MOVE_TO_WAVE: _placement_url,
    MendKind.GIVE_WAVE: lambda mend, _it: url_for(
        "waves.placement", number=mend.target
    ),
    MendKind.SET_WAVE_DAY: _wave_url,
    # When a trust goes live is told by the sources; no form changes it.
    MendKind.MOVE_TRUST: lambda _mend, _it: "",
    MendKind.REPORT_STEP: _step_url,
    MendKind.REPORT_COMPONENT: _component_url,
    # Each is moved by itself, from the board.
    MendKind.MOVE_TOGETHER: lambda _mend, _it: url_for("waves.board"),
    MendKind.NO_WAVE_IN_TIME: lambda _mend, _it: "",
    MendKind.REPORT_WAVE: _wave_url,
    MendKind.ENTER_ANSWER: lambda mend, _it: url_for(
        "proposals.proposal", proposal_id=int(mend.target)
    ),
}

RIGHTS: Mapping[MendKind, str] = {
    MendKind.MOVE_TO_WAVE: "plan.edit",
    MendKind.GIVE_WAVE: "plan.edit",
    MendKind.SET_WAVE_DAY: "plan.edit",
    MendKind.MOVE_TRUST: "plan.edit",
    MendKind.REPORT_STEP: "progress.report",
    MendKind.REPORT_COMPONENT: "preconditions.edit",
    MendKind.MOVE_TOGETHER: "plan.edit",
    MendKind.NO_WAVE_IN_TIME: "plan.edit",
    MendKind.REPORT_WAVE: "plan.edit",
    MendKind.ENTER_ANSWER: "preconditions.edit",
}
"""What a user has to have the right to, so that the mend is theirs to do."""
