"""Addresses that come from outside, and whether they can be gone to."""

from urllib.parse import urlsplit


def is_local_path(page: str) -> bool:
    """Whether an address stays here, however a browser reads it."""
    if not page.startswith("/") or page.startswith("//"):
        return False
    if "\\" in page or any(ord(sign) <= 32 for sign in page):
        return False
    parts = urlsplit(page)
    return not parts.scheme and not parts.netloc
