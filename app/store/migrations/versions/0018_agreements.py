"""Agreements with their parties and annexes, files by checksum, letters.

Revision 0018. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.shapes import columns, create_table, provenance, texts

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

TABLES = (
    "agreement",
    "agreement_party",
    "stored_file",
    "agreement_annex",
    "letter",
)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    create_agreements()
    create_files()
    create_letters()


def create_agreements() -> None:
    create_table(
        "agreement",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(kind=20, title=200, version=40),
        columns(sa.Date(), "signed_first", "signed_last", optional=True),
        texts(precision=20),
        columns(sa.Date(), "valid_from", "valid_to", optional=True),
        columns(sa.Integer(), "notice_months", optional=True),
        texts(case_number=80),
        columns(sa.Integer(), "replaces_id", optional=True),
        provenance(),
        refers={"replaces_id": "agreement.id"},
        never_again=True,
    )
    create_table(
        "agreement_party",
        ("id",),
        columns(sa.Integer(), "id", "agreement_id"),
        texts(municipality=4, optional=True),
        texts(party=200),
        refers={
            "agreement_id": "agreement.id",
            "municipality": "municipality.number",
        },
        never_again=True,
    )
    op.create_index(
        "ix_agreement_party_agreement_id", "agreement_party", ["agreement_id"]
    )


def create_files() -> None:
    create_table(
        "stored_file",
        ("checksum",),
        texts(checksum=64, name=200, media_type=100),
        columns(sa.Integer(), "size"),
        columns(sa.LargeBinary(), "content"),
        columns(MOMENT, "added_at"),
        texts(added_by=80),
    )
    create_table(
        "agreement_annex",
        ("id",),
        columns(sa.Integer(), "id", "agreement_id", "position"),
        texts(title=200, checksum=64),
        refers={"agreement_id": "agreement.id", "checksum": "stored_file.checksum"},
        never_again=True,
    )
    op.create_index(
        "ix_agreement_annex_agreement_id", "agreement_annex", ["agreement_id"]
    )


def create_letters() -> None:
    create_table(
        "letter",
        ("number",),
        [sa.Column("number", sa.Integer(), nullable=False, autoincrement=False)],
        texts(kind=20),
        columns(sa.Integer(), "share_entry", "announced_id", optional=True),
        texts(receiver=80, language=10, checksum=64),
        columns(MOMENT, "made_at"),
        texts(made_by=80),
        refers={
            "share_entry": "share_entry.number",
            "announced_id": "announced_change.id",
            "receiver": "share_owner.key",
            "checksum": "stored_file.checksum",
        },
        unique=("share_entry", "receiver"),
    )
    op.create_index(
        "ix_letter_announced_id", "letter", ["announced_id", "receiver"], unique=True
    )


def downgrade() -> None:
    # What goes now is loaded from the fixtures again after the next upgrade.
    seed = sa.table("seed", sa.column("table_name"))
    op.execute(seed.delete().where(seed.c.table_name.in_(TABLES)))
    for table in reversed(TABLES):
        op.drop_table(table)
