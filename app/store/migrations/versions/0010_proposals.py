"""Dates proposed to municipalities and trusts, and their answers.

Revision 0010. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.shapes import columns, create_table, texts

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_table(
        "proposal",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(body=80),
        columns(sa.JSON(), "was", "becomes"),
        columns(sa.Integer(), "change_id"),
        columns(sa.Date(), "made_on", "answer_by"),
        texts(closing=20),
        columns(sa.Integer(), "closed_by", optional=True),
        columns(sa.Date(), "closed_on", optional=True),
        refers={"change_id": "change.id", "closed_by": "change.id"},
        never_again=True,
    )
    op.create_index("ix_proposal_body", "proposal", ["body"])
    create_table(
        "proposal_answer",
        ("proposal_id",),
        columns(sa.Integer(), "proposal_id"),
        texts(verdict=20),
        columns(sa.Date(), "day", optional=True),
        texts(reason=1000, given_in=20, case_number=80),
        columns(sa.Date(), "answered_on"),
        refers={"proposal_id": "proposal.id"},
    )


def downgrade() -> None:
    op.drop_table("proposal_answer")
    op.drop_table("proposal")
