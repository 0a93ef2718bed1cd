"""The state of a chain of facts in words."""

from flask_babel import gettext as _
from flask_babel import ngettext

from app.commitment_words import inside_text, kind_text
from app.filters import dated, long_date
from app.store.commitments import BY_THEN
from planning.calendars import to_date
from planning.rights.chain import ChainState, Fact, Origin, Undone


def when_text(fact: Fact) -> str:
    """When it happened, never more exactly than it is known."""
    if fact.precision == BY_THEN:
        return _("by %(day)s, the date is not known", day=long_date(to_date(fact.last)))
    return dated(to_date(fact.first), to_date(fact.last), fact.precision)


def side_text(fact: Fact) -> str:
    """A side fact in a few words; of who left, whether a notice ran out."""
    if fact.origin is Origin.NOTICE:
        return _("Has left by notice")
    return kind_text(fact.kind)


def undone_text(undone: Undone) -> str:
    """That a stage was reached and holds no longer, and since when."""
    return _(
        "has happened, holds no longer: %(what)s (%(when)s)",
        what=inside_text(side_text(undone.by)),
        when=when_text(undone.by),
    )


def state_text(state: ChainState) -> str:
    """How far the chain has come, in a few words."""
    if state.reached is None:
        return _("Nothing known") if state.side is None else ""
    return kind_text(state.reached)


def missing_text(state: ChainState) -> str:
    """What must have happened before it, and nobody has told; empty where nothing."""
    if not state.missing:
        return ""
    told = ", ".join(inside_text(it) for it in state.missing)
    return ngettext(
        "One earlier stage is not known: %(stages)s.",
        "%(num)d earlier stages are not known: %(stages)s.",
        len(state.missing),
        stages=told,
    )


def state_sentence(state: ChainState) -> str:
    """The whole state in a sentence or two, for who reads one municipality's page."""
    if not state.is_known:
        return _("Nothing is known of what the municipality has agreed to.")
    told = []
    if state.reached is not None:
        told.append(
            _(
                "The furthest stage that is known: %(stage)s (%(when)s).",
                stage=inside_text(state.reached),
                when=when_text(state.held[state.reached]),
            )
        )
    if state.side is not None:
        told.append(
            _(
                "In force: %(side)s (%(when)s).",
                side=inside_text(side_text(state.side)),
                when=when_text(state.side),
            )
        )
    if not state.is_order_known:
        told.append(
            _("Dates overlap, so that it is not known which of them came first.")
        )
    return " ".join(told)
