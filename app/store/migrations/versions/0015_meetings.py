"""When councils and committees meet, and how long their cases take.

Revision 0015. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
