"""What municipalities have committed themselves to, and what councils voted.

Revision 0013. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
