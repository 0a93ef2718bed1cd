"""Which facts of the chain are told elsewhere, and which steps of the plan facts are.

A signal decides nothing, so it tells no fact. The share register tells when a
municipality joined the co-operation, and when it bought shares and had none.
"""

from collections.abc import Iterator, Mapping

from planning.circumstances import Outcome
from planning.nodes import GO_LIVE
from planning.rights.chain import Fact, FactKind, Origin
from planning.rights.ledger import EntryKind, Ledger, ShareEntry, standing
from planning.rights.share_owners import Owner

DECIDED: Mapping[Outcome, FactKind] = {
    Outcome.OPTION_EXERCISED: FactKind.OPTION_EXERCISED,
    Outcome.DECLINED_FOR_NOW: FactKind.DECLINED,
    Outcome.POSTPONED: FactKind.DEFERRED,
    Outcome.WITHDRAWN: FactKind.WITHDRAWN,
}
"""What a council has decided, by what came out of it."""

AGREEMENTS_ACCEDED = "agreements-acceded"
REPORTED: Mapping[str, tuple[FactKind, ...]] = {
    "preproject-agreed": (FactKind.PREPROJECT_AGREED,),
    "option-exercised": (FactKind.OPTION_EXERCISED,),
    "share-purchase": (FactKind.SHARES_BOUGHT,),
    AGREEMENTS_ACCEDED: (
        FactKind.COOPERATION_ACCEDED,
        FactKind.SHAREHOLDERS_ACCEDED,
    ),
    "service-agreement": (FactKind.SERVICE_SIGNED,),
    GO_LIVE: (FactKind.IN_PRODUCTION,),
}
"""What has happened where a step of the template is reported as done."""

STEPS: Mapping[FactKind, str] = {
    kinds[0]: step for step, kinds in REPORTED.items() if len(kinds) == 1
}
"""The step that is done where a fact has happened."""

GOING: Mapping[FactKind, Outcome] = {
    FactKind.NOTICE_GIVEN: Outcome.NOTICE_GIVEN,
    FactKind.LEFT: Outcome.LEFT,
}
"""The ways out that are facts alone, whatever decision made them."""

OUTCOMES: Mapping[FactKind, Outcome] = {kind: it for it, kind in DECIDED.items()}
"""What came out of a decision that makes a fact."""


def registered(ledger: Ledger, owners: Mapping[str, Owner]) -> Iterator[Fact]:
    """What the share register tells of municipalities."""
    holders = {it.key: it for it in owners.values() if it.holds_option}
    for owner in holders.values():
        if owner.joined is not None:
            yield _registered(owner, FactKind.COOPERATION_ACCEDED, owner.joined)
    for entry in _first_purchases(ledger):
        if entry.buyer in holders:
            yield _registered(
                holders[entry.buyer],
                FactKind.SHARES_BOUGHT,
                entry.day,
                case_number=entry.case_number,
                key=entry.number,
            )


def _first_purchases(ledger: Ledger) -> Iterator[ShareEntry]:
    """The purchases that count, but those of who had bought before and kept some."""
    bought: dict[str, int] = {}
    for entry in standing(ledger):
        if entry.seller in bought:
            bought[entry.seller] -= entry.shares
            if bought[entry.seller] <= 0:
                del bought[entry.seller]
        if entry.kind is not EntryKind.TRANSFER:
            continue
        if entry.buyer not in bought:
            yield entry
        bought[entry.buyer] = bought.get(entry.buyer, 0) + entry.shares


def _registered(
    owner: Owner, kind: FactKind, day: int, *, case_number: str = "", key: int = 0
) -> Fact:
    return Fact(
        municipality=owner.municipality,
        kind=kind,
        first=day,
        last=day,
        case_number=case_number,
        origin=Origin.LEDGER,
        key=key,
    )
