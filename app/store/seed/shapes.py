"""What every fixture file looks like, in the order in which they are read."""

from app.store.seed.agreement_shapes import AGREEMENTS
from app.store.seed.capacity_shapes import DEMANDS, RESOURCES
from app.store.seed.circumstance_shapes import (
    BINDINGS,
    CLOSED_PERIODS,
    COMPONENTS,
)
from app.store.seed.fact_shapes import (
    COMMITMENT_FACTS,
    DEADLINES,
    DECISIONS,
    KEY_FIGURES,
    KNOWN_AFTERWARDS,
    LISTS,
    VINTAGE_STATEMENTS,
    VINTAGES,
)
from app.store.seed.files import Shape
from app.store.seed.meeting_shapes import CASE_LEADS
from app.store.seed.money_shapes import ASSUMPTIONS, BUDGET, MONEY, MONEY_PARTS
from app.store.seed.plan_shapes import (
    GP_TRACK,
    MILESTONES,
    MUNICIPALITIES,
    PLACEMENTS,
    PROGRAMME,
    REGIONS,
    SOURCES,
    TEMPLATE_ACTIVITIES,
    TEMPLATE_LINKS,
    TRUSTS,
    WAVES,
)
from app.store.seed.share_shapes import SHARE_OWNERS
from app.store.seed.shared_cost_shapes import COST_KEYS

SHAPES = (
    SOURCES,
    PROGRAMME,
    REGIONS,
    TRUSTS,
    MUNICIPALITIES,
    WAVES,
    PLACEMENTS,
    TEMPLATE_ACTIVITIES,
    TEMPLATE_LINKS,
    MILESTONES,
    GP_TRACK,
    DECISIONS,
    COMMITMENT_FACTS,
    MONEY,
    MONEY_PARTS,
    ASSUMPTIONS,
    BUDGET,
    BINDINGS,
    CLOSED_PERIODS,
    COMPONENTS,
    COST_KEYS,
    RESOURCES,
    DEMANDS,
    SHARE_OWNERS,
    AGREEMENTS,
    CASE_LEADS,
    VINTAGES,
    VINTAGE_STATEMENTS,
    DEADLINES,
    KNOWN_AFTERWARDS,
    KEY_FIGURES,
    LISTS,
)
SHAPE_OF: dict[str, Shape] = {shape.name: shape for shape in SHAPES}
