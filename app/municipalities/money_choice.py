"""The loan that a reader looks at in place of the one assumed; nothing is changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import format_decimal
from flask_babel import gettext as _

from app.assumption_words import rate_text as told_rate
from app.money_fields import read_percent
from planning.finance.loans import LoanTerms
from planning.money_facts import LoanKind

LONGEST_TERM = 50
HIGHEST_PERCENT = Decimal(20)
LONGEST_NUMBER = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanChoice:
    """A loan to look at, as typed and as read; `faults` by field."""

    terms: LoanTerms
    assumed: LoanTerms
    term_text: str
    rate_text: str
    faults: Mapping[str, str]

    @property
    def is_own(self) -> bool:
        """Whether it is another loan than the one assumed."""
        return self.terms != self.assumed

    @property
    def arguments(self) -> dict[str, str]:
        """The loan as the query of an address; empty for the one assumed."""
        if not self.is_own:
            return {}
        return {
            "kind": self.terms.kind.value,
            "term": str(self.terms.years),
            "rate": typed_rate(self.terms.rate_per_year),
        }


def read_loan(arguments: Mapping[str, str], assumed: LoanTerms) -> LoanChoice:
    """Read the query of an address; what can't be read is told and left as assumed."""
    kind = arguments.get("kind", "")
    term = arguments.get("term", "").strip()[:LONGEST_NUMBER]
    rate = arguments.get("rate", "").strip()[:LONGEST_NUMBER]
    faults: dict[str, str] = {}
    years = read_term(term) if term else assumed.years
    if years is None:
        faults["term"] = _(
            "The term is a whole number of years, from 1 to %(most)s.",
            most=LONGEST_TERM,
        )
    share = assumed.rate_per_year
    try:
        share = read_rate(rate) if rate else share
    except ValueError as fault:
        faults["rate"] = str(fault)
    terms = LoanTerms(
        LoanKind(kind) if kind in {*LoanKind} else assumed.kind,
        share,
        years or assumed.years,
    )
    return LoanChoice(
        terms=terms,
        assumed=assumed,
        term_text=term if "term" in faults else str(terms.years),
        rate_text=rate if "rate" in faults else typed_rate(terms.rate_per_year),
        faults=faults,
    )


def read_term(text: str) -> int | None:
    """A number of years within reason."""
    if not (text.isascii() and text.isdigit()):
        return None
    return int(text) if 1 <= int(text) <= LONGEST_TERM else None


def read_rate(text: str) -> Decimal:
    """A share of one from so many percent, as an assumption is typed.

    Raises:
        ValueError: a sentence for the user, with the mend.
    """
    value = read_percent(text)
    if value > HIGHEST_PERCENT:
        raise ValueError(_("Give a rate from 0 to 20 percent."))
    return value / 100


def typed_rate(rate: Decimal) -> str:
    """4 or 4,5: percent as people type them."""
    return str(format_decimal(rate * 100))


def loan_text(terms: LoanTerms) -> str:
    """Annuity loan over 15 years at 4 %, within a sentence."""
    share = told_rate(terms.rate_per_year)
    if terms.kind is LoanKind.ANNUITY:
        return _(
            "an annuity loan over %(years)s years at %(rate)s",
            years=terms.years,
            rate=share,
        )
    return _(
        "a serial loan over %(years)s years at %(rate)s", years=terms.years, rate=share
    )


def kind_text(kind: LoanKind) -> str:
    """What a kind of loan is called."""
    return _("annuity loan") if kind is LoanKind.ANNUITY else _("serial loan")
