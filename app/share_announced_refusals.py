"""Why something announced is refused, or can't be entered, or can't be yet."""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _

from app.share_day_refusals import refusal_day
from app.share_words import shares_text
from app.store.names import Names
from planning.rights.refusals import Refusal, RefusalKind


def _has_fewer(it: Refusal, names: Names) -> str:
    """That more is sold than there is; `shares` is what the seller has."""
    told = {"owner": names.owner(it.owner), "day": refusal_day(it)}
    if not it.shares:
        return _(
            "%(owner)s has no shares on %(day)s. Choose another seller, or see whether"
            " the day is right.",
            **told,
        )
    return _(
        "%(owner)s has only %(shares)s on %(day)s. Give a smaller number, or see"
        " whether the day is right.",
        shares=shares_text(it.shares),
        **told,
    )


def _number_not_entered(_it: Refusal, _names: Names) -> str:
    return _("How many shares it is about is not entered.")


def _ledger_empty(it: Refusal, names: Names) -> str:
    return _(
        "Nothing is entered in the share ledger: whether %(owner)s has the shares is"
        " not known.",
        owner=names.owner(it.owner),
    )


def _done(it: Refusal, _names: Names) -> str:
    return _(
        "What was announced is entered already: it is entry %(number)s.",
        number=it.entry,
    )


def _given_up(it: Refusal, _names: Names) -> str:
    return _(
        "What was announced was given up on %(day)s. Announce it anew.",
        day=refusal_day(it),
    )


def _not_as_announced(it: Refusal, names: Names) -> str:
    return _(
        "The notice told of other parties, with %(owner)s as the buyer. Choose those"
        " that it told of, or announce it anew.",
        owner=names.owner(it.owner),
    )


ANNOUNCED_TEXTS: Mapping[RefusalKind, Callable[[Refusal, Names], str]] = {
    RefusalKind.SELLER_HAS_FEWER: _has_fewer,
    RefusalKind.NUMBER_NOT_ENTERED: _number_not_entered,
    RefusalKind.LEDGER_EMPTY: _ledger_empty,
    RefusalKind.ANNOUNCED_DONE: _done,
    RefusalKind.ANNOUNCED_GIVEN_UP: _given_up,
    RefusalKind.NOT_AS_ANNOUNCED: _not_as_announced,
}
