"""What municipalities have committed themselves to, and what councils voted.

Revision 0013. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.shapes import columns, create_table, provenance, texts

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

TABLES = ("commitment_fact", "decision_point", "council_task", "council_budget_line")
TEXTS_OF_DECISIONS = {
    "body": 20,
    "motion": 4000,
    "amendments": 4000,
    "conditions": 4000,
    "result": 20,
    "finality": 20,
    "case_number": 80,
}
VOTES = ("votes_for", "votes_against")
OF_MUNICIPALITY = {"municipality": "municipality.number", "decision_id": "decision.id"}
OF_DECISION = {"decision_id": "decision.id"}


def upgrade() -> None:
    for name, length in TEXTS_OF_DECISIONS.items():
        text = sa.Column(name, sa.String(length), nullable=False, server_default="")
        op.add_column("decision", text)
    for name in VOTES:
        op.add_column("decision", sa.Column(name, sa.Integer(), nullable=True))
    _facts_and_points()
    _what_follows()


def _facts_and_points() -> None:
    create_table(
        "commitment_fact",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(municipality=4, kind=40),
        columns(sa.Date(), "happened_first", "happened_last"),
        texts(precision=20, case_number=80),
        columns(sa.Integer(), "decision_id", optional=True),
        provenance(),
        refers=OF_MUNICIPALITY,
        never_again=True,
    )
    op.create_index(
        "ix_commitment_fact_municipality", "commitment_fact", ["municipality"]
    )
    create_table(
        "decision_point",
        ("id",),
        columns(sa.Integer(), "id", "decision_id", "position"),
        texts(text=1000, creates=20, fact_kind=40, activity=80, purpose=20),
        columns(sa.Date(), "day", optional=True),
        columns(sa.Integer(), "year", "price_year", optional=True),
        columns(sa.BigInteger(), "amount", optional=True),
        refers=OF_DECISION,
        never_again=True,
    )
    op.create_index("ix_decision_point_decision_id", "decision_point", ["decision_id"])


def _what_follows() -> None:
    create_table(
        "council_task",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(municipality=4, text=1000),
        columns(sa.Date(), "due_day", "done_on", optional=True),
        columns(sa.Integer(), "decision_id", optional=True),
        refers=OF_MUNICIPALITY,
        never_again=True,
    )
    op.create_index("ix_council_task_municipality", "council_task", ["municipality"])
    create_table(
        "council_budget_line",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(municipality=4, text=1000, purpose=20),
        columns(sa.Integer(), "year"),
        columns(sa.BigInteger(), "amount"),
        columns(sa.Integer(), "price_year", "decision_id", optional=True),
        refers=OF_MUNICIPALITY,
        never_again=True,
    )
    op.create_index(
        "ix_council_budget_line_municipality", "council_budget_line", ["municipality"]
    )


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    for name in (*TEXTS_OF_DECISIONS, *VOTES):
        op.drop_column("decision", name)
    _forget_loading()


def _forget_loading() -> None:
    """What the fixtures say of these tables is loaded again after an upgrade."""
    seed = sa.table("seed", sa.column("table_name"))
    op.execute(seed.delete().where(seed.c.table_name.in_(TABLES)))
