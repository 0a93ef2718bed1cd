"""What is wrong with a setting of the environment, in the language of who reads it."""

from flask_babel import gettext as _

from app.config import MOST_OF_A_FILE, TLS, ConfigError


def config_error_text(error: ConfigError) -> str:
    """Which setting can't be used, and what it is to be instead."""
    told = {
        "BOLGEPLAN_LONGEST_FILE": _(
            "a whole number of bytes, at most %(most)s", most=MOST_OF_A_FILE
        ),
        "BOLGEPLAN_MAX_CONTENT_LENGTH": _(
            "a whole number of bytes, for example 1048576"
        ),
        "BOLGEPLAN_PUBLIC_URL": _("an address, for example https://plan.example.org"),
        "BOLGEPLAN_SESSION_COOKIE_SECURE": _("1 or 0"),
        "BOLGEPLAN_SMTP_PORT": _("the number of a port, for example 587"),
        "BOLGEPLAN_SMTP_SENDER": _(
            "an e-mail address alone, for example plan@example.org"
        ),
        "BOLGEPLAN_SMTP_TLS": _("one of %(names)s", names=", ".join(TLS)),
    }.get(error.setting)
    if told is None:
        return str(error)
    return _(
        "%(setting)s can’t be used: it has to be %(what)s.",
        setting=error.setting,
        what=told,
    )
