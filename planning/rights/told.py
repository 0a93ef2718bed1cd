"""Which facts of the chain decisions and reports tell, and which steps facts are.

A signal decides nothing, so it tells no fact.
"""

from collections.abc import Mapping

from planning.circumstances import Outcome
from planning.rights.chain import FactKind
from planning.rollout import GO_LIVE

DECIDED: Mapping[Outcome, FactKind] = {
    Outcome.OPTION_EXERCISED: FactKind.OPTION_EXERCISED,
    Outcome.DECLINED_FOR_NOW: FactKind.DECLINED,
    Outcome.POSTPONED: FactKind.DEFERRED,
    Outcome.WITHDRAWN: FactKind.WITHDRAWN,
}
"""What a council has decided, by what came out of it."""

REPORTED: Mapping[str, tuple[FactKind, ...]] = {
    "preproject-agreed": (FactKind.PREPROJECT_AGREED,),
    "option-exercised": (FactKind.OPTION_EXERCISED,),
    "share-purchase": (FactKind.SHARES_BOUGHT,),
    "agreements-acceded": (
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

OUTCOMES: Mapping[FactKind, Outcome] = {kind: it for it, kind in DECIDED.items()}
"""What came out of a decision that makes a fact."""
