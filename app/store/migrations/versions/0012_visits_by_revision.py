"""How far users have looked is kept by revision: a clock may go back.

Revision 0012. Everything is written out here: what the declared table becomes
later changes nothing about it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

# What had happened by a moment, as a revision.
BY_THEN = """
UPDATE last_visit SET
  seen_revision = coalesce(
    (SELECT max(change.revision) FROM change WHERE change.at <= last_visit.seen), 0
  ),
  since_revision = CASE WHEN last_visit.since IS NULL THEN NULL ELSE coalesce(
    (SELECT max(change.revision) FROM change WHERE change.at <= last_visit.since), 0
  ) END
"""


def upgrade() -> None:
    op.add_column(
        "last_visit",
        sa.Column("seen_revision", sa.Integer(), nullable=False, server_default="0"),
    )
    op.add_column(
        "last_visit", sa.Column("since_revision", sa.Integer(), nullable=True)
    )
    op.execute(BY_THEN)


def downgrade() -> None:
    op.drop_column("last_visit", "since_revision")
    op.drop_column("last_visit", "seen_revision")
