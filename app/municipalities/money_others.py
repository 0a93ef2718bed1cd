"""Documented sums of a municipality that the projection does not reckon with.

Each with why not. The yearly saving that a municipality has told itself is set
beside the one that is reckoned here.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from flask_babel import gettext as _

from app.money_figures import MoneyLine
from app.money_words import money_text, rounded_text
from app.municipalities.money_told import Told
from app.store.tables import MoneyFigureRow
from planning.money import to_ore
from planning.money_facts import FigureKind

SAVING = "annual-net-saving"


@dataclass(frozen=True, slots=True)
class OtherSum:
    """A sum that is not reckoned with, and why."""

    line: MoneyLine
    why_not: str


@dataclass(frozen=True, slots=True)
class SavingPart:
    """The saving that is documented, beside the one reckoned here."""

    sentence: str
    line: MoneyLine


def other_sums(
    told: Told | None, rows: Iterable[MoneyFigureRow], lines: Iterable[MoneyLine]
) -> tuple[OtherSum, ...]:
    """What is known and not used; the saving is told by itself."""
    used, split = used_figures(told), split_by(told)
    return tuple(
        OtherSum(line, why_not(row, split) if told else without_date())
        for row, line in zip(rows, lines, strict=True)
        if row.key not in used and (told is None or row.kind != SAVING)
    )


def used_figures(told: Told | None) -> frozenset[str]:
    """The keys of all sums that the projection goes by."""
    if told is None:
        return frozenset()
    inputs = told.inputs
    used = frozenset(
        key
        for it in (
            inputs.investment,
            inputs.platform,
            inputs.legacy,
            inputs.benefit,
            inputs.project,
        )
        for key in it.figures
    )
    return used - split_by(told)


def split_by(told: Told | None) -> frozenset[str]:
    """Investments that are replaced, and still tell what loan a total holds."""
    if told is None or told.inputs.platform.rest_of is None:
        return frozenset()
    return frozenset(
        key
        for key in told.inputs.platform.figures
        if key not in told.inputs.investment.figures
        and key in told.figures
        and told.figures[key].kind == FigureKind.INVESTMENT
    )


def without_date() -> str:
    """Why nothing is reckoned at all."""
    return _("Without a go-live there is nothing to reckon from yet.")


def why_not(row: MoneyFigureRow, split: Collection[str] = ()) -> str:
    """Why a sum is not reckoned with, or only to split a yearly total."""
    if row.key in split:
        return _(
            "The municipality has given a newer figure of its own. This one still says"
            " how much loan is in the documented yearly sum."
        )
    if row.same_as:
        return _("The same sum as in a newer budget: it counts once.")
    if row.amount is None:
        return _("The source gives no sum for the municipality.")
    reasons = {
        "joining-cost-total": _(
            "The source does not say what the sum covers. It may hold running cost and"
            " own work, so it can’t stand for the investment."
        ),
        "budget-overrun": _(
            "How far a budget was passed says nothing of the cost itself: what was"
            " budgeted is not known."
        ),
        "share-purchase": _(
            "Shares are something that the municipality owns afterwards, not a cost of"
            " the introduction."
        ),
        SAVING: _("A result, not something to reckon from."),
    }
    if row.kind in reasons:
        return reasons[row.kind]
    if row.kind in {*FigureKind}:
        return _("The municipality has given a newer figure of its own.")
    return _("It is another kind of sum than those that are reckoned with.")


def saving_part(
    told: Told,
    rows: Iterable[MoneyFigureRow],
    lines: Iterable[MoneyLine],
    *,
    is_compared: bool,
) -> SavingPart | None:
    """What the municipality has told of its saving; None where it has not.

    With a loan of the reader's own there is nothing to compare it with.
    """
    reckoned = told.summary.average_annual.net if is_compared else None
    for row, line in zip(rows, lines, strict=True):
        if row.kind == SAVING and row.amount is not None:
            return SavingPart(saving_text(to_ore(row.amount), reckoned), line)
    return None


def saving_text(documented: int, reckoned: int | None) -> str:
    """Whether both say the same, no more exactly than such sums are told."""
    if reckoned is None:
        return _(
            "The municipality has told of a yearly saving of %(sum)s.",
            sum=money_text(documented),
        )
    if rounded_text(documented) == rounded_text(reckoned):
        return _(
            "The municipality has told of a yearly saving of %(sum)s. What is reckoned"
            " here comes to the same.",
            sum=money_text(documented),
        )
    return _(
        "The municipality has told of a yearly saving of %(documented)s. What is"
        " reckoned here comes to %(reckoned)s.",
        documented=money_text(documented),
        reckoned=rounded_text(reckoned),
    )
