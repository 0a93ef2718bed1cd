"""The end of the address by which a recipient stops its reminders, without signing in.

It is signed with the installation's key, so that nobody can make one for another.
"""

import hmac
from hashlib import sha256

from flask import current_app

LENGTH = 32


def stop_token(recipient_id: int) -> str:
    """What stands at the end of a recipient's address."""
    return f"{recipient_id}-{_signature(recipient_id)}"


def read_stop_token(token: str) -> int | None:
    """The recipient that a token was made for; None where it was not made here."""
    number, _stroke, signature = token.partition("-")
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        return None
    is_ours = hmac.compare_digest(
        signature.encode("utf-8", "replace"), _signature(int(number)).encode()
    )
    return int(number) if is_ours else None


def _signature(recipient_id: int) -> str:
    key = str(current_app.config["SECRET_KEY"]).encode()
    signed = hmac.new(key, f"reminder-stop:{recipient_id}".encode(), sha256)
    return signed.hexdigest()[:LENGTH]
