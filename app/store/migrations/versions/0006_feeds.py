"""The secret addresses by which calendars ask for dates.

Revision 0006. Everything is written out here: what the declared table becomes
later changes nothing about it.
"""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.shapes import columns, create_table, texts

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_table(
        "feed",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(token_hash=64, scope_kind=20, scope_key=80, language=10),
        texts(made_by=80, label=100),
        columns(sa.DateTime(timezone=True), "made_at"),
        columns(sa.DateTime(timezone=True), "last_read_at", optional=True),
        columns(sa.DateTime(timezone=True), "revoked_at", optional=True),
        unique=("token_hash",),
        never_again=True,
    )
    op.create_index("ix_feed_made_by", "feed", ["made_by"])


def downgrade() -> None:
    op.drop_index("ix_feed_made_by", "feed")
    op.drop_table("feed")
