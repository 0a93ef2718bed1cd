"""When each user was last here.

Revision 0004. Everything is written out here: what the declared table becomes
later changes nothing about it.
"""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.shapes import columns, create_table, texts

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_table(
        "last_visit",
        ("key",),
        texts(key=80),
        columns(sa.DateTime(timezone=True), "seen"),
        columns(sa.DateTime(timezone=True), "since", optional=True),
    )


def downgrade() -> None:
    op.drop_table("last_visit")
