"""Who is reminded of deadlines, and what was sent.

Revision 0016. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
