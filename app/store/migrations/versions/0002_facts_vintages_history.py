"""Facts, vintages and history.

Revision 0002. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.shapes import (
    columns,
    create_table,
    planned,
    provenance,
    texts,
)

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = (
    "decision",
    "report",
    "money_figure",
    "budget_line",
    "vintage",
    "statement",
    "vintage_deadline",
    "known_afterwards",
    "change",
    "change_item",
    "seed",
)


def upgrade() -> None:
    _facts()
    _vintages()
    _history()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _facts() -> None:
    create_table(
        "decision",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(municipality=4, precision=20, outcome=40),
        columns(sa.Date(), "decided_first", "decided_last"),
        columns(sa.JSON(), "texts"),
        provenance(),
        refers={"municipality": "municipality.number"},
        never_again=True,
    )
    op.create_index("ix_decision_municipality", "decision", ["municipality"])
    create_table(
        "report",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(municipality=4, activity=80, state=20, precision=20),
        columns(
            sa.Date(),
            "start_first",
            "start_last",
            "finish_first",
            "finish_last",
            optional=True,
        ),
        texts(remaining=20, optional=True),
        provenance(),
        refers={"municipality": "municipality.number"},
        unique=("municipality", "activity"),
        never_again=True,
    )
    create_table(
        "money_figure",
        ("key",),
        texts(
            key=20,
            entity_kind=20,
            entity=200,
            kind=40,
            precision_text=100,
            period=100,
            vat=40,
            decided=20,
            same_as=20,
        ),
        texts(municipality=4, optional=True),
        columns(sa.BigInteger(), "amount", optional=True),
        columns(sa.Integer(), "term_years", "price_year", optional=True),
        columns(sa.JSON(), "includes", "texts"),
        provenance(),
        refers={"municipality": "municipality.number"},
    )
    create_table(
        "budget_line",
        ("key",),
        texts(key=80),
        columns(sa.Integer(), "position"),
        columns(sa.JSON(), "names"),
        columns(sa.Date(), "period_first", "period_last"),
        columns(sa.BigInteger(), "budget", "revised"),
        provenance(),
    )


def _vintages() -> None:
    create_table(
        "vintage",
        ("key",),
        texts(key=40, precision=20),
        columns(sa.Integer(), "position"),
        columns(sa.JSON(), "names", "note"),
        columns(sa.Date(), "dated_first", "dated_last"),
    )
    create_table(
        "statement",
        ("key",),
        texts(key=20, vintage=40, code=40, kind=20, printed=200),
        columns(sa.Integer(), "position"),
        columns(sa.JSON(), "scope_texts", "scopes"),
        planned(),
        provenance(),
        refers={"vintage": "vintage.key"},
    )
    op.create_index("ix_statement_vintage", "statement", ["vintage"])
    create_table(
        "vintage_deadline",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(vintage=40, scope=80, scope_kind=20, kind=40, offered=20),
        columns(sa.Date(), "day"),
        columns(sa.JSON(), "texts"),
        provenance(),
        refers={"vintage": "vintage.key"},
        unique=("vintage", "scope", "kind", "offered"),
    )
    create_table(
        "known_afterwards",
        ("key",),
        texts(key=40, precision=20),
        columns(sa.Integer(), "position"),
        texts(municipality=4, trust=20, optional=True),
        columns(sa.Date(), "known_first", "known_last", optional=True),
        columns(sa.JSON(), "texts"),
        provenance(),
        refers={"municipality": "municipality.number", "trust": "trust.code"},
    )


def _history() -> None:
    create_table(
        "change",
        ("id",),
        columns(sa.Integer(), "id", "revision"),
        columns(sa.Integer(), "plan_id", "undoes_id", optional=True),
        columns(sa.DateTime(timezone=True), "at"),
        texts(by=80, by_name=200, what=80),
        columns(sa.JSON(), "values", "moved"),
        refers={"undoes_id": "change.id"},
        unique=("revision",),
        never_again=True,
    )
    op.create_index("ix_change_plan_id", "change", ["plan_id"])
    create_table(
        "change_item",
        ("id",),
        columns(sa.Integer(), "id", "change_id"),
        texts(table_name=80, row_key=200, field=80),
        columns(sa.JSON(), "before", "after", optional=True),
        refers={"change_id": "change.id"},
        never_again=True,
    )
    op.create_index("ix_change_item_change_id", "change_item", ["change_id"])
    op.create_index(
        "ix_change_item_table_name", "change_item", ["table_name", "row_key"]
    )
    create_table(
        "seed",
        ("table_name", "key"),
        texts(table_name=80, key=200, row_key=200, digest=64),
    )
