"""Why an entry of the share ledger is refused, each with what to do about it."""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import kroner
from app.share_announced_refusals import ANNOUNCED_TEXTS
from app.share_day_refusals import DAY_TEXTS, refusal_day
from app.share_words import ranges_text, shares_text
from app.store.names import Names
from planning.rights.refusals import Broken, Refusal, RefusalKind


def refusal_text(it: Refusal, names: Names) -> str:
    """The reason in a sentence, with the mend."""
    return TEXTS[it.kind](it, names)


def broken_text(broken: Broken, names: Names) -> str:
    """Which entries would hold no longer, and what would speak against each."""
    numbers = ", ".join(map(str, broken))
    first = ngettext(
        "Entry %(entries)s would no longer keep to the rules.",
        "Entries %(entries)s would no longer keep to the rules.",
        len(broken),
        entries=numbers,
    )
    told = [
        _(
            "Entry %(number)s: %(why)s",
            number=number,
            why=" ".join(refusal_text(it, names) for it in refusals),
        )
        for number, refusals in broken.items()
    ]
    return " ".join((first, *told))


def _no_shares(_it: Refusal, _names: Names) -> str:
    return _("There are no shares in it. Say how many, or which numbers.")


def _twice(_it: Refusal, _names: Names) -> str:
    return _("A share number stands there twice. Write each number once.")


def _seller_lacks(it: Refusal, names: Names) -> str:
    return _(
        "%(owner)s does not own %(numbers)s on that day. Choose numbers that it owns,"
        " or see whether the day is right.",
        owner=names.owner(it.owner),
        numbers=ranges_text(it.ranges),
    )


def _numbers_taken(it: Refusal, _names: Names) -> str:
    return _(
        "There are shares with the numbers %(numbers)s already. Go on after the last"
        " number.",
        numbers=ranges_text(it.ranges),
    )


def _numbers_gap(it: Refusal, _names: Names) -> str:
    return _(
        "The numbers %(numbers)s would be left out. Continue after the last number.",
        numbers=ranges_text(it.ranges),
    )


def _par_differs(it: Refusal, _names: Names) -> str:
    return _(
        "All shares read the same: %(par)s, as in the first issue. Give that sum, or"
        " correct the first issue.",
        par=kroner(it.amount or 0),
    )


def _not_at_par(it: Refusal, _names: Names) -> str:
    return _(
        "Shares always change hands at par, %(par)s a share. Give that price.",
        par=kroner(it.amount or 0),
    )


def _to_itself(it: Refusal, names: Names) -> str:
    return _(
        "%(owner)s is on both sides. Choose another one.", owner=names.owner(it.owner)
    )


def _not_public(it: Refusal, names: Names) -> str:
    return _(
        "%(owner)s is no public body, and only public bodies may own shares.",
        owner=names.owner(it.owner),
    )


def _no_use_agreement(it: Refusal, names: Names) -> str:
    owner = names.owner(it.owner)
    if it.day is not None:
        return _(
            "%(owner)s has an agreement on use only from %(day)s, and can own shares"
            " from then on.",
            owner=owner,
            day=refusal_day(it),
        )
    return _(
        "No agreement on use is entered for %(owner)s. Enter it among the owners"
        " first.",
        owner=owner,
    )


def _not_joined(it: Refusal, names: Names) -> str:
    owner = names.owner(it.owner)
    if it.day is not None:
        return _(
            "%(owner)s joined the co-operation agreement only on %(day)s, and can own"
            " shares from then on.",
            owner=owner,
            day=refusal_day(it),
        )
    return _(
        "It is not entered that %(owner)s has joined the co-operation agreement."
        " Enter it among the owners first.",
        owner=owner,
    )


def _sold_to_other(_it: Refusal, _names: Names) -> str:
    return _(
        "A municipality sells only to another municipality or to the company itself."
        " Choose one of these."
    )


def _option_not_from_founder(it: Refusal, names: Names) -> str:
    return _(
        "The first shares of %(owner)s are those of its option, and come from"
        " Trondheim. Choose Trondheim as the seller.",
        owner=names.owner(it.owner),
    )


def _annex_not_entered(it: Refusal, names: Names) -> str:
    return _(
        "The first shares of %(owner)s are as many as the annex says, and the number"
        " is not entered. Enter it in the annex first.",
        owner=names.owner(it.owner),
    )


def _not_the_annex(it: Refusal, names: Names) -> str:
    return _(
        "%(owner)s buys exactly what the annex says: %(shares)s. Give that number, or"
        " correct the annex.",
        owner=names.owner(it.owner),
        shares=shares_text(it.shares),
    )


def _redeemed_by_other(_it: Refusal, _names: Names) -> str:
    return _("Only Trondheim redeems shares, or the company where Trondheim declines.")


def _founder_not_declined(it: Refusal, _names: Names) -> str:
    if it.day is not None:
        return _(
            "Trondheim declined only on %(day)s. The company can redeem from then on.",
            day=refusal_day(it),
        )
    return _(
        "The company redeems only where Trondheim declines. Give the day on which"
        " Trondheim did, or choose Trondheim."
    )


def _founder_declined(it: Refusal, _names: Names) -> str:
    return _(
        "Trondheim declined on %(day)s, and does not redeem then. Choose the company,"
        " or take that day away.",
        day=refusal_day(it),
    )


def _not_redeemable(it: Refusal, names: Names) -> str:
    return _(
        "%(owner)s is no municipality with an option: its shares are sold, not"
        " redeemed. Enter a transfer.",
        owner=names.owner(it.owner),
    )


def _not_all_redeemed(it: Refusal, names: Names) -> str:
    return _(
        "%(owner)s would keep %(shares)s (%(numbers)s). Who leaves is redeemed of all.",
        owner=names.owner(it.owner),
        shares=shares_text(it.shares),
        numbers=ranges_text(it.ranges),
    )


def _breaks_later(it: Refusal, _names: Names) -> str:
    return _(
        "Entry %(number)s, which is later, could then not be. Correct that one first.",
        number=it.entry,
    )


def _no_such_entry(it: Refusal, _names: Names) -> str:
    return _("There is no entry %(number)s.", number=it.entry)


def _corrected_already(it: Refusal, _names: Names) -> str:
    return _("It was struck out already, by entry %(number)s.", number=it.entry)


def _corrects_correction(_it: Refusal, _names: Names) -> str:
    return _("A correction is not struck out. Enter what is right anew.")


TEXTS: Mapping[RefusalKind, Callable[[Refusal, Names], str]] = {
    RefusalKind.NO_SHARES: _no_shares,
    RefusalKind.TWICE: _twice,
    RefusalKind.SELLER_LACKS: _seller_lacks,
    RefusalKind.NUMBERS_TAKEN: _numbers_taken,
    RefusalKind.NUMBERS_GAP: _numbers_gap,
    RefusalKind.PAR_DIFFERS: _par_differs,
    RefusalKind.NOT_AT_PAR: _not_at_par,
    RefusalKind.TO_ITSELF: _to_itself,
    RefusalKind.NOT_PUBLIC: _not_public,
    RefusalKind.NO_USE_AGREEMENT: _no_use_agreement,
    RefusalKind.NOT_JOINED: _not_joined,
    RefusalKind.SOLD_TO_OTHER: _sold_to_other,
    RefusalKind.OPTION_NOT_FROM_FOUNDER: _option_not_from_founder,
    RefusalKind.ANNEX_NOT_ENTERED: _annex_not_entered,
    RefusalKind.NOT_THE_ANNEX: _not_the_annex,
    RefusalKind.REDEEMED_BY_OTHER: _redeemed_by_other,
    RefusalKind.FOUNDER_NOT_DECLINED: _founder_not_declined,
    RefusalKind.FOUNDER_DECLINED: _founder_declined,
    RefusalKind.NOT_REDEEMABLE: _not_redeemable,
    RefusalKind.NOT_ALL_REDEEMED: _not_all_redeemed,
    **DAY_TEXTS,
    **ANNOUNCED_TEXTS,
    RefusalKind.BREAKS_LATER: _breaks_later,
    RefusalKind.NO_SUCH_ENTRY: _no_such_entry,
    RefusalKind.CORRECTED_ALREADY: _corrected_already,
    RefusalKind.CORRECTS_CORRECTION: _corrects_correction,
}
