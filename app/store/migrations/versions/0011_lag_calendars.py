"""Calendars by name for the time between steps, and the recess of the councils.

Revision 0011. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

OLD = ("template_link", "closed_period")


def upgrade() -> None:
    # What was counted in working days is counted so still.
    op.add_column(
        "template_link",
        sa.Column(
            "calendar", sa.String(20), nullable=False, server_default="working-days"
        ),
    )
    op.add_column(
        "closed_period",
        sa.Column(
            "is_council_recess",
            sa.Boolean(),
            nullable=False,
            server_default=sa.false(),
        ),
    )


def downgrade() -> None:
    op.drop_column("closed_period", "is_council_recess")
    op.drop_column("template_link", "calendar")
    _forget_loading()


def _forget_loading() -> None:
    """What the fixtures say of both is read again after the next upgrade."""
    seed = sa.table("seed", sa.column("table_name"), sa.column("digest"))
    changed = seed.c.table_name.in_(OLD)
    op.execute(seed.update().where(changed).values(digest=""))
