"""Which facts of the chain are told elsewhere, and which steps of the plan facts are.

A signal decides nothing, so it tells no fact. The share register tells when a
municipality joined the co-operation, and its first shares.
"""

from collections.abc import Iterator, Mapping

from planning.circumstances import Outcome
from planning.rights.chain import Fact, FactKind, Origin
from planning.rights.ledger import EntryKind, Ledger, standing
from planning.rights.share_owners import Owner
from planning.rollout import GO_LIVE

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
    waiting = {it.key: it for it in owners.values() if it.holds_option}
    for owner in waiting.values():
        if owner.joined is not None:
            yield _registered(owner, FactKind.COOPERATION_ACCEDED, owner.joined)
    for entry in sorted(standing(ledger), key=lambda it: (it.day, it.number)):
        if entry.kind is EntryKind.TRANSFER and entry.buyer in waiting:
            owner = waiting.pop(entry.buyer)
            yield _registered(
                owner,
                FactKind.SHARES_BOUGHT,
                entry.day,
                case_number=entry.case_number,
                key=entry.number,
            )


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
