"""The sentence of everything that can stop a backup or a restore, with the mend."""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from app.store.errors import BackupError

Values = Mapping[str, Any]


def backup_text(error: BackupError) -> str:
    """What stopped it, and what to do."""
    return SENTENCES[error.kind](error.values)


def _exists(values: Values) -> str:
    return _(
        "%(path)s is there already. Choose another name, or say that it may be "
        "overwritten.",
        **values,
    )


def _not_a_file(values: Values) -> str:
    return _("%(path)s is no ordinary file. Choose another name.", **values)


def _no_folder(values: Values) -> str:
    return _(
        "%(path)s can't be written: there is no folder %(folder)s. Make it first.",
        **values,
    )


def _cannot_write(values: Values) -> str:
    return _("%(path)s can't be written: %(reason)s.", **values)


def _cannot_read(values: Values) -> str:
    return _("%(path)s can't be read: %(reason)s.", **values)


def _missing(values: Values) -> str:
    return _("There is no file %(path)s.", **values)


def _not_a_backup(values: Values) -> str:
    return _(
        "%(path)s is no backup of this app. Name a file that “bolgeplan backup” has "
        "written.",
        **values,
    )


def _truncated(values: Values) -> str:
    return _(
        "%(path)s ends too early: it was not copied as a whole. Copy it again, or "
        "take another backup.",
        **values,
    )


def _damaged(values: Values) -> str:
    return _(
        "%(path)s has been changed since it was written. Copy it again, or take "
        "another backup.",
        **values,
    )


def _newer_format(values: Values) -> str:
    return _(
        "%(path)s is written in format %(version)s, which this version of the app "
        "doesn't know. Restore it with the version that wrote it.",
        **values,
    )


def _newer(values: Values) -> str:
    return _(
        "%(path)s was written by a newer version of the app (migration "
        "%(migration)s). Restore it with that version.",
        **values,
    )


def _not_empty(values: Values) -> str:
    return ngettext(
        "The database holds %(num)d row already. Name an empty one in DATABASE_URL, "
        "or say that what it holds may be replaced.",
        "The database holds %(num)d rows already. Name an empty one in DATABASE_URL, "
        "or say that what it holds may be replaced.",
        values["rows"],
    )


def _not_loaded(values: Values) -> str:
    return _(
        "The database refused what the backup holds, and is as it was: %(reason)s.",
        **values,
    )


SENTENCES: Mapping[str, Callable[[Values], str]] = {
    "exists": _exists,
    "not-a-file": _not_a_file,
    "no-folder": _no_folder,
    "cannot-write": _cannot_write,
    "cannot-read": _cannot_read,
    "missing": _missing,
    "not-a-backup": _not_a_backup,
    "truncated": _truncated,
    "damaged": _damaged,
    "newer-format": _newer_format,
    "newer": _newer,
    "not-empty": _not_empty,
    "not-loaded": _not_loaded,
}
