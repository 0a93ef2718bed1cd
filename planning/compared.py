"""What states of the plan are compared by: what each says of one row.

A state is all that a plan came to, or no more than the dates that an earlier plan
states. A sum is made of like and like: of the prices of most, and of those whose
money is known. Sums are øre, days are ordinals.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from planning.conflicts import Conflict
from planning.finance.projection import Provenance
from planning.money_facts import Basis
from planning.snapshot import Window
from planning.state import MoneyState, PlanState

Identity = tuple[str, tuple[str, ...]]
Prices = tuple[int | None, ...]

NO_GROUP = ""
"""The group of those who are in none: in no wave, of no trust."""
ESTIMATES = (Basis.ESTIMATED, Basis.ONE_CASE)
UNSURE = (Provenance.ESTIMATED, Provenance.PARTLY_DOCUMENTED)


class By(StrEnum):
    """What a row stands for."""

    WAVE = "wave"
    REGION = "region"
    TRUST = "trust"
    MUNICIPALITY = "municipality"


class Presence(StrEnum):
    """Whether a state says something; an earlier plan is silent of most."""

    SAID = "said"
    NOT_HERE = "not-here"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Statements:
    """What an earlier plan states: windows of go-live by scope ("trust:HMR")."""

    windows: Mapping[str, Window]


State = PlanState | Statements


@dataclass(frozen=True, slots=True)
class Span:
    """From the first date to the last of some; one date where they are the same.

    `is_reckoned` where the plan reckons with the first days of its windows.
    """

    first: Window
    last: Window
    is_reckoned: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneySum:
    """The money of some: once, a year on average, and at present, in øre.

    `known` are those in the sums, `unknown` those whose money nobody can reckon and
    `in_other_prices` those that can't be added. `npv` is None where present values
    are of different years. An estimate is what any of it is an estimate of.
    """

    known: frozenset[str]
    unknown: frozenset[str] = frozenset()
    in_other_prices: frozenset[str] = frozenset()
    is_investment_estimated: bool = False
    is_result_estimated: bool = False
    prices: Prices = ()
    investment: int = 0
    net: int = 0
    npv: int | None = None
    npv_year: int | None = None

    def is_like(self, other: "MoneySum") -> bool:
        """Whether two sums leave out the same, in the same prices."""
        return (
            bool(self.known and other.known)
            and self.prices == other.prices
            and self.unknown == other.unknown
            and self.in_other_prices == other.in_other_prices
        )


@dataclass(frozen=True, slots=True)
class Figures:
    """What a row sums up of one municipality: its limits, its margin, its money."""

    limits: tuple[tuple[str, int], ...]
    margin: int | None
    money: tuple[int, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What one state says of one row; `members` are the municipalities in it.

    `wave` is that of a municipality, `dates` are the go-lives of those who have one.
    `figures` are those of each member, where there is more than one to sum up.
    `margin` is the least of all, `conflicts` are those that are open.
    """

    presence: Presence = Presence.SAID
    wave: str | None = None
    members: frozenset[str] = frozenset()
    live: int = 0
    go_live: Span | None = None
    dates: Mapping[str, Window] = field(default_factory=dict)
    limits: Mapping[str, Span] = field(default_factory=dict)
    figures: Mapping[str, Figures] = field(default_factory=dict)
    margin: int | None = None
    conflicts: Mapping[Identity, Conflict] = field(default_factory=dict)
    money: MoneySum | None = None

    @property
    def is_said(self) -> bool:
        return self.presence is Presence.SAID

    @property
    def is_stated(self) -> bool:
        """Whether an earlier plan says it: it speaks of the date alone."""
        return self.go_live is not None and not self.go_live.is_reckoned


@dataclass(frozen=True, slots=True)
class Row:
    """One wave, region, trust or municipality, or all of them, in every state."""

    key: str
    facts: tuple[Facts, ...]


SILENT = Facts(presence=Presence.SILENT)
NOT_HERE = Facts(presence=Presence.NOT_HERE)


def money_sum(money: Mapping[str, MoneyState | None]) -> MoneySum:
    """The sum of those whose money is known, in the prices of most of them."""
    known = {number: it for number, it in money.items() if it is not None}
    unknown = frozenset(money) - frozenset(known)
    if not known:
        return MoneySum(known=frozenset(), unknown=unknown)
    counts = Counter(it.price_years for it in known.values())
    most = max(counts, key=lambda it: counts[it])
    added = {number: it for number, it in known.items() if it.price_years == most}
    years = {it.npv_year for it in added.values()}
    is_one_year = len(years) == 1
    return MoneySum(
        known=frozenset(added),
        unknown=unknown,
        in_other_prices=frozenset(known) - frozenset(added),
        is_investment_estimated=any(
            it.investment.basis in ESTIMATES for it in added.values()
        ),
        is_result_estimated=any(it.provenance in UNSURE for it in added.values()),
        prices=most,
        investment=sum(it.investment.likely for it in added.values()),
        net=sum(it.summary.average_annual.net for it in added.values()),
        npv=sum(it.summary.npv for it in added.values()) if is_one_year else None,
        npv_year=min(years) if is_one_year else None,
    )
