"""What the fixture files of money look like: sums, their parts, assumptions."""

from app.store.seed.cells import (
    between,
    blank,
    day,
    filled,
    kroner,
    not_negative,
    one_of,
    optional,
    text,
    whole,
)
from app.store.seed.fields import NAMES, NOTED, PROVENANCE, SOURCED, TEXTS
from app.store.seed.files import Shape
from planning.money_facts import DebtService, FigureKind

READ_ALONE = (
    "annual-net-saving",
    "budget-overrun",
    "cost-estimate",
    "cost-frame",
    "deficit",
    "extra-authority",
    "joining-cost-total",
    "ownership-share",
    "payback-years-claim",
    "share-purchase",
)
"""Kinds of sums that no projection rests on."""
MONEY_KINDS = (*FigureKind, *READ_ALONE)

MONEY = Shape(
    name="money",
    columns={
        "key": filled,
        "entity_kind": one_of("municipality", "programme", "trust", "state"),
        "municipality": optional(text),
        "entity": filled,
        "kind": one_of(*MONEY_KINDS),
        "amount_nok": optional(not_negative(kroner)),
        "precision_text": text,
        "period": text,
        "term_years": optional(between(whole, 1, 100)),
        "price_year": optional(between(whole, 1990, 2100)),
        "vat": text,
        "debt_service": blank(one_of(*DebtService)),
        "includes_nb": text,
        "includes_nn": text,
        "includes_en": text,
        **TEXTS,
        "decided": text,
        "same_as": optional(text),
        **NOTED,
    },
    key=("key",),
    refers={**SOURCED, "municipality": "municipalities", "same_as": "money"},
)
MONEY_PARTS = Shape(
    name="money_parts",
    columns={
        "figure": filled,
        "year": between(whole, 1990, 2100),
        "amount_nok": not_negative(kroner),
    },
    key=("figure", "year"),
    refers={"figure": "money"},
)
ASSUMPTIONS = Shape(
    name="assumptions",
    columns={"key": filled, "value": filled, **NOTED},
    key=("key",),
    refers=SOURCED,
)
BUDGET = Shape(
    name="budget_2018",
    columns={
        "key": filled,
        "position": whole,
        **NAMES,
        "period_start": day,
        "period_end": day,
        "budget_nok": not_negative(kroner),
        "revised_nok": not_negative(kroner),
        **PROVENANCE,
    },
    key=("key",),
    refers=SOURCED,
    spans=(("period_start", "period_end"),),
)
