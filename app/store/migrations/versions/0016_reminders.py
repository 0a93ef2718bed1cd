"""Who is reminded of deadlines, what was sent, and what the clock has run.

Revision 0016. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.shapes import columns, create_table, texts

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    create_recipients()
    create_mails()
    create_jobs()


def create_recipients() -> None:
    create_table(
        "reminder_recipient",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(role=120, email=254, language=10, scope_kind=20, scope_key=80),
        columns(sa.Boolean(), "is_active"),
        columns(MOMENT, "entered_at"),
        never_again=True,
    )
    create_table(
        "reminder_setting",
        ("id",),
        columns(sa.Integer(), "id"),
        columns(sa.JSON(), "days"),
    )


def create_mails() -> None:
    create_table(
        "reminder_mail",
        ("id",),
        columns(sa.Integer(), "id", "recipient_id"),
        columns(sa.Date(), "made_on"),
        texts(state=20),
        columns(sa.Integer(), "attempts"),
        columns(MOMENT, "next_try_at", "claimed_at", optional=True),
        texts(last_error=500, fault=20),
        columns(MOMENT, "sent_at", optional=True),
        refers={"recipient_id": "reminder_recipient.id"},
        unique=("recipient_id", "made_on"),
        never_again=True,
    )
    op.create_index("ix_reminder_mail_state", "reminder_mail", ["state"])
    create_table(
        "reminder_sent",
        ("id",),
        columns(sa.Integer(), "id", "recipient_id", "mail_id"),
        texts(deadline=200),
        columns(sa.Date(), "day"),
        columns(sa.Integer(), "threshold"),
        refers={
            "recipient_id": "reminder_recipient.id",
            "mail_id": "reminder_mail.id",
        },
        unique=("recipient_id", "deadline", "day", "threshold"),
        never_again=True,
    )
    op.create_index("ix_reminder_sent_mail_id", "reminder_sent", ["mail_id"])


def create_jobs() -> None:
    create_table(
        "job_run",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(name=80),
        columns(MOMENT, "started_at"),
        columns(MOMENT, "finished_at", optional=True),
        texts(outcome=20),
        columns(sa.Integer(), "count"),
        texts(error=500),
        never_again=True,
    )
    op.create_index("ix_job_run_name", "job_run", ["name"])
    create_table(
        "clock_lease",
        ("name",),
        texts(name=20, holder=120),
        columns(MOMENT, "until"),
    )


def downgrade() -> None:
    op.drop_table("clock_lease")
    op.drop_index("ix_job_run_name", "job_run")
    op.drop_table("job_run")
    op.drop_index("ix_reminder_sent_mail_id", "reminder_sent")
    op.drop_table("reminder_sent")
    op.drop_index("ix_reminder_mail_state", "reminder_mail")
    op.drop_table("reminder_mail")
    op.drop_table("reminder_setting")
    op.drop_table("reminder_recipient")
