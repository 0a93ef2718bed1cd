"""Scenarios: named sets of small changes on top of a plan.

Revision 0005. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.shapes import columns, create_table, texts

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_table(
        "scenario",
        ("id",),
        columns(sa.Integer(), "id", "plan_id"),
        texts(name=80, note=1000, owner=80, owner_name=200),
        columns(sa.DateTime(timezone=True), "made_at"),
        columns(sa.Boolean(), "is_shared"),
        columns(sa.Integer(), "forked_from", optional=True),
        columns(sa.Integer(), "version"),
        columns(sa.DateTime(timezone=True), "adopted_at", optional=True),
        columns(sa.Integer(), "adopted_change", optional=True),
        refers={"plan_id": "plan.id"},
        never_again=True,
    )
    op.create_index("ix_scenario_plan_id", "scenario", ["plan_id"])
    op.create_index("ix_scenario_owner", "scenario", ["owner"])
    create_table(
        "scenario_change",
        ("id",),
        columns(sa.Integer(), "id", "scenario_id", "position"),
        columns(sa.DateTime(timezone=True), "at"),
        texts(by=80, by_name=200, what=80),
        columns(sa.JSON(), "values", "moved", "items"),
        columns(sa.Boolean(), "is_taken_back"),
        refers={"scenario_id": "scenario.id"},
        never_again=True,
    )
    op.create_index(
        "ix_scenario_change_scenario_id", "scenario_change", ["scenario_id"]
    )


def downgrade() -> None:
    op.drop_table("scenario_change")
    op.drop_table("scenario")
