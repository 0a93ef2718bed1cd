"""What the fixture files of facts look like: decisions, vintages, lists."""

from app.store.seed.cells import (
    blank,
    day,
    filled,
    one_of,
    optional,
    text,
    whole,
)
from app.store.seed.fields import (
    NAMES,
    NOTE,
    NOTED,
    PROVENANCE,
    SOURCED,
    TEXTS,
    WINDOW,
    WINDOW_SPAN,
    precision,
)
from app.store.seed.files import Shape
from planning.rights.chain import FactKind

OPTION_EXERCISED = "option-exercised"
INTRODUCTION_DECIDED = "introduction-decided"
OUTCOMES = (
    OPTION_EXERCISED,
    INTRODUCTION_DECIDED,
    "declined-for-now",
    "postponed",
    "withdrawn",
    "positive-signal",
    "waits",
    "planned",
    "other",
)
LIST_KINDS = (
    "risk",
    "risk-reducer",
    "other-risk",
    "benefit-target",
    "effect-goal",
    "service-area",
    "service",
    "migration-step",
    "archive-step",
    "ki1-activity",
)
STATEMENT_KINDS = (
    "go-live",
    "deadline",
    "contract",
    "organisation",
    "gp-office",
    "phase",
    "plan",
)

DECISIONS = Shape(
    name="decisions",
    columns={
        "municipality": filled,
        "decided_start": day,
        "decided_end": day,
        "precision": precision,
        "outcome": one_of(*OUTCOMES),
        **TEXTS,
        **NOTED,
    },
    key=("municipality", "decided_start", "outcome"),
    refers={**SOURCED, "municipality": "municipalities"},
    spans=(("decided_start", "decided_end"),),
)
COMMITMENT_FACTS = Shape(
    name="commitment_facts",
    columns={
        "municipality": filled,
        "kind": one_of(*FactKind),
        "happened_start": day,
        "happened_end": day,
        "precision": precision,
        "case_number": text,
        **NOTED,
    },
    key=("municipality", "happened_start", "kind"),
    refers={**SOURCED, "municipality": "municipalities"},
    spans=(("happened_start", "happened_end"),),
)
VINTAGES = Shape(
    name="vintages",
    columns={
        "key": filled,
        "position": whole,
        **NAMES,
        "dated_start": day,
        "dated_end": day,
        "precision": precision,
        **NOTE,
    },
    key=("key",),
    spans=(("dated_start", "dated_end"),),
)
VINTAGE_STATEMENTS = Shape(
    name="vintage_statements",
    columns={
        "key": filled,
        "vintage": filled,
        "code": text,
        "kind": one_of(*STATEMENT_KINDS),
        "scope_text_nb": text,
        "scope_text_nn": text,
        "scope_text_en": text,
        "scopes": text,
        **WINDOW,
        "text": text,
        **NOTED,
    },
    key=("key",),
    refers={**SOURCED, "vintage": "vintages"},
    spans=(WINDOW_SPAN,),
)
DEADLINES = Shape(
    name="deadlines",
    columns={
        "vintage": filled,
        "scope": filled,
        "scope_kind": one_of("region", "municipality", "trust", "wave"),
        "kind": one_of("preproject-limit", "option-limit"),
        "day": day,
        "offered": one_of("first", "later"),
        **TEXTS,
        **PROVENANCE,
    },
    key=("vintage", "scope", "kind", "offered"),
    refers={**SOURCED, "vintage": "vintages"},
)
KNOWN_AFTERWARDS = Shape(
    name="known_afterwards",
    columns={
        "key": filled,
        "municipality": optional(text),
        "trust": optional(text),
        "known_start": optional(day),
        "known_end": optional(day),
        "precision": blank(precision),
        **TEXTS,
        **PROVENANCE,
    },
    key=("key",),
    refers={**SOURCED, "municipality": "municipalities", "trust": "trusts"},
    spans=(("known_start", "known_end"),),
)
KEY_FIGURES = Shape(
    name="key_figures",
    columns={
        "key": filled,
        **NAMES,
        "value": whole,
        "out_of": optional(whole),
        "unit_nb": text,
        "unit_nn": text,
        "unit_en": text,
        "dated_text": text,
        "dated_start": optional(day),
        "dated_end": optional(day),
        **NOTED,
    },
    key=("key",),
    refers=SOURCED,
    spans=(("dated_start", "dated_end"),),
)
LISTS = Shape(
    name="lists",
    columns={
        "kind": one_of(*LIST_KINDS),
        "key": filled,
        "position": whole,
        "parent": text,
        **NAMES,
        "text_nb": text,
        "text_nn": text,
        "text_en": text,
        **PROVENANCE,
    },
    key=("kind", "key"),
    refers=SOURCED,
)
