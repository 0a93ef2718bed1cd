"""Leaving, ready to print: when a notice takes effect, and what it costs by year."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from app.filters import duration, long_date
from app.money_words import MoneyPart, column_text, weakest
from app.options.asking import Tried
from planning.calendars import norway, to_date
from planning.evaluate import Evaluation
from planning.finance.projection import Projection
from planning.money import to_kroner
from planning.money_facts import Basis
from planning.rights.leaving import (
    NOTICE,
    Leaving,
    Notice,
    Party,
    give_notice,
    price_leaving,
)
from planning.rights.options import UNDECIDED, OptionRight


@dataclass(frozen=True, slots=True)
class YearLine:
    """A calendar year of the notice: the fee in it, and what is left of the loan."""

    year: str
    platform: str
    loan_left: str
    platform_kroner: int
    loan_left_kroner: int


@dataclass(frozen=True, slots=True)
class PricePart:
    """One part of the price: a sum, or the words for one that nobody knows."""

    label: str
    text: str
    note: str = ""
    sum: MoneyPart | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingPart:
    """What a notice given on a day comes to; `sentence` is when the membership ends.

    Without a projection there is nothing to reckon a price from: `lines` is empty.
    """

    notice: str
    sentence: str = ""
    notes: tuple[str, ...] = ()
    lines: tuple[YearLine, ...] = ()
    parts: tuple[PricePart, ...] = ()
    is_estimate: bool = False
    total: PricePart | None = None


def leaving_part(
    evaluation: Evaluation,
    number: str,
    name: str,
    *,
    notice: Tried,
    extra: Tried,
    shares: int | None = None,
    option: OptionRight | None = None,
) -> LeavingPart:
    """What leaving comes to for a municipality; `shares` are its own at par, in øre."""
    facts = next(it for it in evaluation.snapshot.municipalities if it.number == number)
    party = Party.MUNICIPALITY if facts.holds_option else Party.FOUNDER
    length = duration(NOTICE[party])
    if notice.value is None:
        return LeavingPart(notice=length)
    given = give_notice(party, notice.value, norway())
    sentence = _(
        "If %(name)s gives written notice on %(given)s, its membership ends on"
        " %(ends)s.",
        name=name,
        given=long_date(given.given),
        ends=long_date(given.ends),
    )
    before = [*_month_notes(given), *_free_notes(option, name)]
    projection = evaluation.projections.get(number)
    if projection is None:
        told = _(
            "Without a wave with a date there is nothing to reckon the price from."
        )
        return LeavingPart(notice=length, sentence=sentence, notes=(*before, told))
    price = price_leaving(given, projection, shares=shares, extra=extra.value)
    return LeavingPart(
        notice=length,
        sentence=sentence,
        notes=(*before, *_notes(price)),
        lines=tuple(_lines(price, projection)),
        parts=tuple(_parts(price, projection)),
        is_estimate=_is_estimate(projection),
        total=_total(price, projection),
    )


def _is_estimate(projection: Projection) -> bool:
    bases = {projection.inputs.platform.basis, projection.inputs.investment.basis}
    return bool(bases & {Basis.ESTIMATED, Basis.ONE_CASE, Basis.MISSING})


def _month_notes(given: Notice) -> Iterator[str]:
    """Notice of whole months given on a day that the last of them does not have."""
    day, ends = to_date(given.given), to_date(given.ends)
    if day.day != ends.day:
        yield _(
            "That month of %(year)s has no day %(day)s: the months of the notice are"
            " over on the first day after it.",
            year=to_date(given.ends - 1).year,
            day=day.day,
        )


def _free_notes(option: OptionRight | None, name: str) -> Iterator[str]:
    """That one can withdraw, without notice, as long as one can."""
    if option is None or option.withdrawal is None:
        return
    told = {"name": name, "day": long_date(option.withdrawal.day)}
    if option.can_withdraw:
        yield _(
            "Until %(day)s %(name)s can still withdraw its accession, without notice.",
            **told,
        )
    elif option.state in UNDECIDED and option.today <= option.withdrawal.day:
        yield _(
            "%(name)s has not taken up its option, so there is nothing to leave yet."
            " Once it has, it can withdraw until %(day)s, without notice.",
            **told,
        )


def _notes(price: Leaving) -> Iterator[str]:
    if price.is_before_go_live:
        yield _(
            "It is out before go-live: there is no fee for the platform yet, and no"
            " loan for it by this plan. What has been spent on its own project is not"
            " given back."
        )
    if not price.is_reckoned:
        yield _("The plan’s money is not reckoned for all years of the notice.")


def _lines(price: Leaving, projection: Projection) -> Iterator[YearLine]:
    inputs = projection.inputs
    for it in price.years:
        yield YearLine(
            year=str(it.year),
            platform=_column(it.platform, inputs.platform.basis),
            loan_left=_column(it.loan_left, inputs.investment.basis),
            platform_kroner=round(to_kroner(it.platform)),
            loan_left_kroner=round(to_kroner(it.loan_left)),
        )


def _column(ore: int, basis: Basis) -> str:
    is_estimate = basis in {Basis.ESTIMATED, Basis.ONE_CASE}
    return column_text(ore, is_estimate=is_estimate)


def _parts(price: Leaving, projection: Projection) -> Iterator[PricePart]:
    inputs = projection.inputs
    yield _sum(
        _("Fees for the platform through the notice"), price.fees, inputs.platform.basis
    )
    yield _sum(
        _("Left of the investment loan as the membership ends"),
        price.loan_left,
        inputs.investment.basis,
        note=_("Owed to the lender whether or not it leaves."),
    )
    yield _shares(price)
    yield _extra(price)


def _sum(label: str, ore: int, basis: Basis, *, note: str = "") -> PricePart:
    text = _column(ore, basis)
    return PricePart(label, text, note, MoneyPart(text=text, basis=basis))


def _shares(price: Leaving) -> PricePart:
    label = _("Shares redeemed at par, which it gets back")
    note = _("Trondheim redeems them, or the company if Trondheim does not.")
    if price.shares is None:
        return PricePart(label, _("not entered"), note)
    return PricePart(label, column_text(-price.shares, is_estimate=False), note)


def _extra(price: Leaving) -> PricePart:
    label = _("Extra cost for the others of leaving the set plan")
    note = _("Whoever leaves the set plan pays it (the board, 29 June 2023).")
    if price.extra is None:
        return PricePart(label, _("not known"), note)
    text = column_text(price.extra, is_estimate=False)
    return PricePart(label, text, _("As typed above; nothing is kept."))


def _total(price: Leaving, projection: Projection) -> PricePart:
    inputs = projection.inputs
    basis = weakest((inputs.platform.basis, inputs.investment.basis))
    label = _("In all") if price.is_whole else _("What is known of it")
    return _sum(label, price.known, basis)
