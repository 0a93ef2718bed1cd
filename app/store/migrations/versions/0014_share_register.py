"""Shares: who owns which, and the ledger that says so.

Revision 0014. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
