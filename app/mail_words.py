"""What is wrong with the settings of the mail server, and how to mend it."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _

from app.mail_server import Fault, missing_settings

EXAMPLES = {
    "BOLGEPLAN_SMTP_HOST": "smtp.example.org",
    "BOLGEPLAN_SMTP_SENDER": "plan@example.org",
}


def asks_for_mail(config: Mapping[str, Any]) -> bool:
    """Whether anything of a mail server is set, so that e-mails are wanted."""
    return any(config[it] for it in ("SMTP_HOST", "SMTP_SENDER", "SMTP_USER"))


def mail_problems(config: Mapping[str, Any]) -> list[str]:
    """What of the settings keeps e-mails back, with the mend; mostly nothing."""
    found = []
    missing = [f"{it}={EXAMPLES[it]}" for it in missing_settings(config)]
    if missing:
        found.append(
            _(
                "No e-mail is sent: set what is missing, for example %(settings)s.",
                settings=", ".join(missing),
            )
        )
    if bool(config["SMTP_USER"]) != bool(config["SMTP_PASSWORD"]):
        found.append(
            _(
                "BOLGEPLAN_SMTP_USER and BOLGEPLAN_SMTP_PASSWORD belong together: set"
                " both, or neither where the mail server asks for none."
            )
        )
    if config["SMTP_USER"] and config["SMTP_TLS"] == "none":
        found.append(
            _(
                "The password goes to the mail server unhidden: set BOLGEPLAN_SMTP_TLS"
                " to starttls or implicit."
            )
        )
    return found


def fault_text(fault: str, said: str) -> str:
    """Why e-mails do not get off, then what the server or the system said."""
    told = {
        Fault.HOST: _("The mail server is not found. Look at BOLGEPLAN_SMTP_HOST."),
        Fault.NO_ANSWER: _(
            "The mail server does not answer. Look at BOLGEPLAN_SMTP_HOST and"
            " BOLGEPLAN_SMTP_PORT."
        ),
        Fault.NO_STARTTLS: _(
            "The mail server does not offer STARTTLS. Set BOLGEPLAN_SMTP_TLS to"
            " implicit, or to none in a network of your own."
        ),
        Fault.TLS: _(
            "No safe connection to the mail server came about. Look at"
            " BOLGEPLAN_SMTP_TLS, BOLGEPLAN_SMTP_PORT and the server’s certificate."
        ),
        Fault.LOGIN: _(
            "The mail server does not let the app in. Look at BOLGEPLAN_SMTP_USER and"
            " BOLGEPLAN_SMTP_PASSWORD."
        ),
        Fault.SENDER: _(
            "The mail server takes no e-mails from this sender. Look at"
            " BOLGEPLAN_SMTP_SENDER."
        ),
    }.get(Fault(fault) if fault in {*Fault} else Fault.NONE)
    return said if told is None else _("%(why)s (%(said)s)", why=told, said=said)
