"""What files for spreadsheets have in common.

They begin with the mark by which Excel knows UTF-8. A text that begins as a
formula does is kept from becoming one.
"""

BYTE_ORDER_MARK = "\ufeff"
BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(text: str) -> str:
    """Return a text that a spreadsheet shows and does not compute."""
    return f"'{text}" if text.startswith(BEGINS_FORMULA) else text
