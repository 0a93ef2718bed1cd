"""When councils and committees meet, and how long their cases take.

Revision 0015. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.shapes import columns, create_table, provenance, texts

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

TABLES = ("meeting", "meeting_rule", "case_lead")
TO_MUNICIPALITY = {"municipality": "municipality.number"}


def upgrade() -> None:
    create_table(
        "meeting",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(municipality=4, body=40),
        columns(sa.Date(), "day"),
        texts(origin=20),
        provenance(),
        refers=TO_MUNICIPALITY,
        unique=("municipality", "body", "day"),
        never_again=True,
    )
    create_table(
        "meeting_rule",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(municipality=4, body=40),
        columns(sa.Integer(), "weekday", "nth"),
        texts(months_out=40),
        columns(sa.Date(), "from_day"),
        columns(sa.Date(), "to_day", optional=True),
        provenance(),
        refers=TO_MUNICIPALITY,
        never_again=True,
    )
    create_table(
        "case_lead",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(municipality=4, optional=True),
        columns(sa.Integer(), "publication_days", "notice_days"),
        texts(committee=40),
        columns(sa.Integer(), "committee_days"),
        provenance(),
        refers=TO_MUNICIPALITY,
        unique=("municipality",),
        never_again=True,
    )


def downgrade() -> None:
    # What goes now is loaded from the fixtures again after the next upgrade.
    seed = sa.table("seed", sa.column("table_name"))
    op.execute(seed.delete().where(seed.c.table_name.in_(TABLES)))
    for table in reversed(TABLES):
        op.drop_table(table)
