"""The revision that a whole board was drawn from, which every form on it brings.

A part of it can be answered with where nobody else has written since.
"""

from wtforms import HiddenField


class BoardField(HiddenField):
    """The revision of the board that the form stands on; none on a page of its own."""

    @property
    def revision(self) -> int | None:
        """The revision; what is no number is none."""
        typed = str(self.data or "")
        is_number = typed.isascii() and typed.isdigit() and len(typed) < 10
        return int(typed) if is_number else None
