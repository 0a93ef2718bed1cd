"""Baselines, which the database itself refuses to change.

Revision 0009. Everything is written out here: what the declared table becomes
later changes nothing about it. SQLite forgets a trigger when a table is made anew:
whoever does that to this one creates it again.
"""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.shapes import columns, create_table, texts

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

REFUSAL = "a baseline is never changed"
ON_SQLITE = f"""
CREATE TRIGGER baseline_is_frozen BEFORE UPDATE ON baseline
BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
"""
FUNCTION = f"""
CREATE OR REPLACE FUNCTION refuse_baseline_change() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$ LANGUAGE plpgsql
"""
ON_POSTGRESQL = """
CREATE TRIGGER baseline_is_frozen BEFORE UPDATE ON baseline
FOR EACH ROW EXECUTE FUNCTION refuse_baseline_change()
"""


def upgrade() -> None:
    create_table(
        "baseline",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(name=80, why=1000, decided_by=200, case_number=80),
        columns(sa.Date(), "decided_on"),
        columns(sa.DateTime(timezone=True), "made_at"),
        texts(by=80, by_name=200),
        columns(sa.Integer(), "revision"),
        columns(sa.Integer(), "replaces_id", optional=True),
        texts(replaced_reason=1000, checksum=64),
        columns(sa.Text(), "document"),
        refers={"replaces_id": "baseline.id"},
        unique=("name",),
        never_again=True,
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(ON_SQLITE)
    else:
        op.execute(FUNCTION)
        op.execute(ON_POSTGRESQL)


def downgrade() -> None:
    op.drop_table("baseline")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION refuse_baseline_change()")
