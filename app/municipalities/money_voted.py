"""What the council has voted, beside what is reckoned for the same years."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.commitment_words import purpose_inside, purpose_texts
from app.money_words import UNSURE, column_text, exact_text, money_text
from app.municipalities.money_gathering import Gathered, project_with
from app.vote_words import (
    one_off_doubts,
    one_off_text,
    price_year_text,
    purpose_basis,
    reckoned_text,
    standing_text,
    sums_text,
)
from app.votes import VotedLine, list_voted, votes_of
from planning.finance.cashflow import End
from planning.finance.voted import (
    Compared,
    ReckonedYears,
    Vote,
    compare_one_off,
    compare_votes,
    reckon_years,
)
from planning.money import to_kroner
from planning.money_facts import Basis

MOST_IN_SHORT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    """One sum that is voted, ready to print; without a decision there is no link."""

    year: str
    text: str
    purpose: str
    amount: str
    prices: str
    decision: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedLine:
    """What is voted for a year and a purpose, beside what is reckoned.

    In a file both are kroner: `reckoned_kroner` is the likely sum.
    """

    year: str
    purpose: str
    voted: str
    voted_kroner: str
    prices: str
    reckoned: str
    reckoned_kroner: str
    is_estimate: bool
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VotedPart:
    """The sums, what they come to, and how they stand to what is reckoned."""

    number: str
    lines: tuple[BudgetLine, ...]
    in_all: str
    compared: tuple[ComparedLine, ...]
    one_off: tuple[str, ...]
    """The investment in all, where the years alone don't tell it; in sentences."""
    has_prices: bool
    is_as_stands: bool
    """Whether anything is compared that nobody knows the price year of."""


@dataclass(frozen=True, slots=True)
class VotedShort:
    """The same in a few sentences, with the address of all of it."""

    sentences: tuple[str, ...]
    url: str


def voted_part(number: str, found: Gathered | None) -> VotedPart | None:
    """What the page of the money tells; None where nothing is voted."""
    lines = list_voted(number)
    if not lines:
        return None
    reckoned = reckoned_of(found)
    compared = compare_votes(votes_of(lines), reckoned)
    return VotedPart(
        number=number,
        lines=tuple(_budget_line(it) for it in lines),
        in_all=sums_text(votes_of(lines)),
        compared=tuple(_compared_line(it, found, reckoned) for it in compared),
        one_off=_one_off(votes_of(lines), found, reckoned),
        has_prices=any(it.vote.price_year is not None for it in lines),
        is_as_stands=any(
            it.reckoned is not None and it.price_year is None for it in compared
        ),
    )


def voted_short(number: str, found: Gathered | None) -> VotedShort | None:
    """What the council's part of the municipality's page tells."""
    lines = list_voted(number)
    if not lines:
        return None
    reckoned = reckoned_of(found)
    compared = compare_votes(votes_of(lines), reckoned)
    sentences = [_sentence(it, found, reckoned) for it in compared[:MOST_IN_SHORT]]
    rest = len(compared) - MOST_IN_SHORT
    if rest > 0:
        sentences.append(
            ngettext("And %(num)d more sum.", "And %(num)d more sums.", rest)
        )
    whole = _one_off(votes_of(lines), found, reckoned)
    sentences += [" ".join(whole)] if whole else []
    url = url_for("municipalities.money", number=number, _anchor="voted")
    return VotedShort(tuple(sentences), url)


def reckoned_of(found: Gathered | None) -> ReckonedYears | None:
    """What is reckoned with the loan looked at; None without a date."""
    if found is None:
        return None
    told = found.told
    ends: Sequence[End] = ()
    if told.projection.favourable is not None:
        ends = (End.FAVOURABLE, End.UNFAVOURABLE)
    number, terms = told.projection.municipality, found.choice.terms
    return reckon_years(
        told.projection,
        [project_with(told.evaluation, number, terms, end=end) for end in ends],
    )


def _one_off(
    votes: Sequence[Vote], found: Gathered | None, reckoned: ReckonedYears | None
) -> tuple[str, ...]:
    """The investment in all, then what keeps the sums from being alike."""
    whole = compare_one_off(votes, reckoned)
    if found is None or whole is None or whole.is_told_by_year:
        return ()
    basis = found.told.projection.inputs.investment.basis
    return (one_off_text(whole, basis), *one_off_doubts(whole))


def _budget_line(it: VotedLine) -> BudgetLine:
    decision = url = ""
    if it.decision_id is not None:
        decision = it.case_number or _("the decision")
        at = f"decision-{it.decision_id}"
        url = url_for("rights.municipality", number=it.municipality, _anchor=at)
    return BudgetLine(
        year=str(it.vote.year),
        text=it.text,
        purpose=purpose_texts().get(it.vote.purpose, _("Not said")),
        amount=exact_text(it.vote.ore),
        prices=price_year_text(it.vote.price_year),
        decision=decision,
        url=url,
    )


def _compared_line(
    it: Compared, found: Gathered | None, reckoned: ReckonedYears | None
) -> ComparedLine:
    basis = _basis(it, found)
    standing = standing_text(it, reckoned, basis)
    return ComparedLine(
        year=str(it.year),
        purpose=purpose_texts().get(it.purpose, _("Not said")),
        voted=column_text(it.voted, is_estimate=False),
        voted_kroner=str(to_kroner(it.voted)),
        prices=price_year_text(it.price_year),
        reckoned=_reckoned(it, basis),
        reckoned_kroner=""
        if it.reckoned is None
        else str(to_kroner(it.reckoned.likely)),
        is_estimate=basis in UNSURE and bool(_reckoned(it, basis)),
        standing=standing[:1].upper() + standing[1:],
    )


def _reckoned(it: Compared, basis: Basis) -> str:
    """What is reckoned; empty where it is nothing, or not compared."""
    if it.reckoned is None or not it.reckoned.high:
        return ""
    return reckoned_text(it.reckoned, basis)


def _sentence(
    it: Compared, found: Gathered | None, reckoned: ReckonedYears | None
) -> str:
    told = {
        "year": it.year,
        "purpose": purpose_inside(it.purpose),
        "voted": money_text(it.voted),
        "standing": standing_text(it, reckoned, _basis(it, found)),
    }
    if it.reckoned is None:
        return _("%(year)s, %(purpose)s: %(voted)s voted.", **told)
    if not it.reckoned.high:
        return _("%(year)s, %(purpose)s: %(voted)s voted; %(standing)s.", **told)
    beside = reckoned_text(it.reckoned, _basis(it, found))
    return _(
        "%(year)s, %(purpose)s: %(voted)s voted, %(reckoned)s reckoned; %(standing)s.",
        reckoned=beside,
        **told,
    )


def _basis(it: Compared, found: Gathered | None) -> Basis:
    return Basis.MISSING if found is None else purpose_basis(found.told.projection, it)
