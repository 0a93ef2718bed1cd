"""What plans are held against, and the money of municipalities.

Revision 0003. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.shapes import columns, create_table, provenance, texts

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = (
    "assumption",
    "money_part",
    "own_figure",
    "binding",
    "binding_member",
    "closed_period",
    "component",
    "accepted_conflict",
)


def upgrade() -> None:
    op.add_column("placement", sa.Column("decided_day", sa.Date(), nullable=True))
    # Rows that are there already say nothing of debt service.
    op.add_column(
        "money_figure",
        sa.Column("debt_service", sa.String(20), nullable=False, server_default=""),
    )
    _money()
    _bindings()
    _periods_and_components()
    _accepted()


def downgrade() -> None:
    _forget_loading()
    for table in reversed(TABLES):
        op.drop_table(table)
    op.drop_column("money_figure", "debt_service")
    op.drop_column("placement", "decided_day")


def _forget_loading() -> None:
    """What goes now is loaded from the fixtures again after the next upgrade."""
    seed = sa.table("seed", sa.column("table_name"), sa.column("digest"))
    op.execute(seed.delete().where(seed.c.table_name.in_(TABLES)))
    changed = seed.c.table_name.in_(("money_figure", "placement"))
    op.execute(seed.update().where(changed).values(digest=""))


def _money() -> None:
    create_table(
        "assumption",
        ("key",),
        texts(key=80, value=80),
        columns(sa.Integer(), "position"),
        provenance(),
    )
    create_table(
        "money_part",
        ("figure", "year"),
        texts(figure=20),
        columns(sa.Integer(), "year"),
        columns(sa.BigInteger(), "amount"),
        refers={"figure": "money_figure.key"},
    )
    create_table(
        "own_figure",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(municipality=4, kind=40, debt_service=20, reason=500),
        columns(sa.BigInteger(), "amount"),
        columns(sa.Integer(), "price_year", optional=True),
        provenance(),
        refers={"municipality": "municipality.number"},
        unique=("municipality", "kind"),
        never_again=True,
    )


def _bindings() -> None:
    create_table(
        "binding",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(key=80, kind=40, precision=20),
        columns(sa.JSON(), "names"),
        columns(sa.Date(), "wished_first", "wished_last", optional=True),
        provenance(),
        unique=("key",),
        never_again=True,
    )
    create_table(
        "binding_member",
        ("id",),
        columns(sa.Integer(), "id", "binding_id"),
        texts(municipality=4),
        refers={
            "binding_id": "binding.id",
            "municipality": "municipality.number",
        },
        unique=("binding_id", "municipality"),
        never_again=True,
    )


def _periods_and_components() -> None:
    create_table(
        "closed_period",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(key=80),
        columns(sa.JSON(), "names"),
        columns(sa.Integer(), "first_month", "first_day", "last_month", "last_day"),
        provenance(),
        unique=("key",),
        never_again=True,
    )
    create_table(
        "component",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(key=80, needed_by=80, precision=20),
        columns(sa.JSON(), "names", "texts"),
        columns(sa.Date(), "expected_first", "expected_last", optional=True),
        columns(sa.Boolean(), "is_late", "is_delivered"),
        provenance(),
        unique=("key",),
        never_again=True,
    )


def _accepted() -> None:
    create_table(
        "accepted_conflict",
        ("id",),
        columns(sa.Integer(), "id", "plan_id"),
        texts(kind=80, concerns=2000, numbers=1000, reason=500),
        refers={"plan_id": "plan.id"},
        unique=("plan_id", "kind", "concerns"),
        never_again=True,
    )
