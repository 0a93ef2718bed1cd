"""Shares: who owns which, and the ledger that says so.

Revision 0014. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.shapes import columns, create_table, provenance, texts

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

TABLES = (
    "share_owner",
    "announced_change",
    "share_entry",
    "share_annex",
    "board_meeting",
)


def upgrade() -> None:
    create_owners()
    create_announced_changes()
    create_entries()
    create_rules()


def create_owners() -> None:
    create_table(
        "share_owner",
        ("key",),
        texts(key=80, kind=20, name=200),
        texts(municipality=4, optional=True),
        texts(organisation_number=9),
        columns(sa.Boolean(), "is_public"),
        columns(sa.Date(), "use_agreement_on", "cooperation_joined_on", optional=True),
        provenance(),
        refers={"municipality": "municipality.number"},
    )


def create_announced_changes() -> None:
    create_table(
        "announced_change",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(kind=20, seller=80, buyer=80),
        columns(sa.Integer(), "shares", optional=True),
        columns(sa.JSON(), "ranges"),
        columns(sa.BigInteger(), "price", optional=True),
        columns(sa.Date(), "planned_on"),
        columns(
            sa.Date(), "notice_on", "due_on", "board_on", "declined_on", optional=True
        ),
        texts(case_number=80),
        columns(sa.Date(), "given_up_on", optional=True),
        provenance(),
        refers={"seller": "share_owner.key", "buyer": "share_owner.key"},
        never_again=True,
    )


def create_entries() -> None:
    create_table(
        "share_entry",
        ("number",),
        [sa.Column("number", sa.Integer(), nullable=False, autoincrement=False)],
        texts(kind=20),
        columns(sa.Date(), "day"),
        columns(sa.DateTime(timezone=True), "entered_at"),
        texts(seller=80, buyer=80, optional=True),
        columns(sa.JSON(), "ranges"),
        texts(share_class=20),
        columns(sa.BigInteger(), "price", optional=True),
        columns(
            sa.Date(), "due_on", "board_on", "notice_on", "declined_on", optional=True
        ),
        texts(case_number=80),
        columns(sa.Integer(), "corrects", "announced_id", optional=True),
        provenance(),
        refers={
            "seller": "share_owner.key",
            "buyer": "share_owner.key",
            "corrects": "share_entry.number",
            "announced_id": "announced_change.id",
        },
    )


def create_rules() -> None:
    create_table(
        "share_annex",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(municipality=4),
        columns(sa.Integer(), "shares"),
        provenance(),
        refers={"municipality": "municipality.number"},
        unique=("municipality",),
        never_again=True,
    )
    create_table(
        "board_meeting",
        ("id",),
        columns(sa.Integer(), "id"),
        columns(sa.Date(), "day"),
        provenance(),
        unique=("day",),
        never_again=True,
    )


def downgrade() -> None:
    # What goes now is loaded from the fixtures again after the next upgrade.
    seed = sa.table("seed", sa.column("table_name"))
    op.execute(seed.delete().where(seed.c.table_name.in_(TABLES)))
    for table in reversed(TABLES):
        op.drop_table(table)
