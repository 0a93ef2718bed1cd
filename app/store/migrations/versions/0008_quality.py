"""Thresholds that people set, and the score of the plan over time.

Revision 0008. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.shapes import columns, create_table, texts

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_table("threshold", ("key",), texts(key=80, value=20))
    create_table(
        "quality_score",
        ("id",),
        columns(sa.Integer(), "id", "plan_id", "revision"),
        columns(sa.DateTime(timezone=True), "at", optional=True),
        columns(sa.Integer(), "score", "passed", "asked"),
        texts(failed=1000),
        refers={"plan_id": "plan.id"},
        unique=("plan_id", "revision"),
    )
    op.create_index("ix_quality_score_plan_id", "quality_score", ["plan_id"])


def downgrade() -> None:
    op.drop_table("quality_score")
    op.drop_table("threshold")
