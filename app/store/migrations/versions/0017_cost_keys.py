"""What municipalities pay together, and by which key it is shared.

Revision 0017. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.shapes import columns, create_table, provenance

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

TABLES = ("cost_key", "shared_cost")


def upgrade() -> None:
    create_table(
        "cost_key",
        ("id",),
        columns(sa.Integer(), "id"),
        columns(sa.Date(), "from_day"),
        columns(sa.Date(), "to_day", optional=True),
        columns(sa.Integer(), "by_population", "by_equal", "by_holding"),
        provenance(),
        unique=("from_day",),
        never_again=True,
    )
    create_table(
        "shared_cost",
        ("id",),
        columns(sa.Integer(), "id", "year"),
        columns(sa.BigInteger(), "amount"),
        columns(sa.Integer(), "price_year", optional=True),
        provenance(),
        unique=("year",),
        never_again=True,
    )


def downgrade() -> None:
    # What goes now is loaded from the fixtures again after the next upgrade.
    seed = sa.table("seed", sa.column("table_name"))
    op.execute(seed.delete().where(seed.c.table_name.in_(TABLES)))
    for table in reversed(TABLES):
        op.drop_table(table)
