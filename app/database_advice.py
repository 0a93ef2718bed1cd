"""What is the matter with a database that can't be used, and the mend."""

from flask_babel import gettext as _

from app.store.errors import DatabaseError


def database_advice(error: DatabaseError) -> tuple[str, str, str]:
    """Return what is the matter with the database, the mend, and its command."""
    no_answer = (
        _("The app gets no answer from its database."),
        _("Try again in a moment. If it lasts, tell whoever runs the app."),
        "",
    )
    return _advice().get(error.kind, no_answer)


def _advice() -> dict[str, tuple[str, str, str]]:
    """The same by what is the matter."""
    init = "bolgeplan init"
    run = _("Whoever runs the app gives this command once:")
    return {
        "empty": (_("The database has not been set up yet."), run, init),
        "behind": (
            _("The database was made by an earlier version of the app."),
            run,
            init,
        ),
        "no-plan": (_("The database holds no plan yet."), run, init),
        "unloaded": (
            _("The facts of this version of the app have not been loaded."),
            run,
            init,
        ),
        "newer": (
            _("The database was made by a newer version of the app."),
            _("Start the newer version, or name another database in DATABASE_URL."),
            "",
        ),
        "damaged": (
            _("The file of the database is damaged, or is no database at all."),
            _(
                "Trying again does not help. Whoever runs the app sets the file aside "
                "and loads the last backup, or names another database in DATABASE_URL:"
            ),
            "bolgeplan restore FILE",
        ),
        "foreign": (
            _("The database belongs to something else."),
            _("Name another database in DATABASE_URL."),
            "",
        ),
    }
