"""Agreements with their parties and annexes, files by checksum, letters.

Revision 0018. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
