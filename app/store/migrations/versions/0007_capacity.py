"""What waves ask of the programme, and how much of it there is.

Revision 0007. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.shapes import columns, create_table, provenance, texts

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TABLES = ("resource", "demand", "supply", "employee_count")


def upgrade() -> None:
    create_table(
        "resource",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(key=80),
        columns(sa.JSON(), "names"),
        texts(unit=20),
        columns(sa.Boolean(), "can_fail"),
        unique=("key",),
        never_again=True,
    )
    create_table(
        "demand",
        ("id",),
        columns(sa.Integer(), "id", "resource_id"),
        columns(sa.BigInteger(), "quantity"),
        texts(per=20, bound=20, step=80, length=20),
        provenance(),
        refers={"resource_id": "resource.id"},
        never_again=True,
    )
    create_table(
        "supply",
        ("id",),
        columns(sa.Integer(), "id", "resource_id"),
        columns(sa.BigInteger(), "quantity"),
        columns(sa.Date(), "from_day"),
        columns(sa.Date(), "to_day", optional=True),
        provenance(),
        refers={"resource_id": "resource.id"},
        never_again=True,
    )
    create_table(
        "employee_count",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(municipality=4),
        columns(sa.Integer(), "employees"),
        provenance(),
        refers={"municipality": "municipality.number"},
        unique=("municipality",),
        never_again=True,
    )


def downgrade() -> None:
    # What goes now is loaded from the fixtures again after the next upgrade.
    seed = sa.table("seed", sa.column("table_name"))
    op.execute(seed.delete().where(seed.c.table_name.in_(TABLES)))
    for table in reversed(TABLES):
        op.drop_table(table)
