"""Every sentence on agreements, as the history tells it."""

from flask_babel import force_locale

from app.agreement_changes import OF_AGREEMENTS
from app.changes import change_text
from app.store.names import names_for
from tests.app.conftest import NOON

VALUES = {"title": "Samarbeidsavtalen 2019", "annex": "Parter"}
TOLD = {
    "agreements.added": "The agreement “Samarbeidsavtalen 2019” was added",
    "agreements.changed": "The agreement “Samarbeidsavtalen 2019” was changed",
    "agreements.removed": "The agreement “Samarbeidsavtalen 2019” was removed",
    "agreements.replaced": (
        "A new version of the agreement “Samarbeidsavtalen 2019” was added"
    ),
    "agreements.annex-added": (
        "The annex “Parter” was added to the agreement “Samarbeidsavtalen 2019”"
    ),
    "agreements.annex-removed": (
        "The annex “Parter” was removed from the agreement “Samarbeidsavtalen 2019”"
    ),
}


class Change:
    """What the history keeps of one."""

    def __init__(self, what):
        self.what, self.values, self.moved, self.at = what, VALUES, {}, NOON


def test_what_is_entered_of_agreements_is_told_in_sentences(plan):
    with force_locale("en_GB"):
        names = names_for(plan, "en")
        assert {it: change_text(Change(it), names) for it in OF_AGREEMENTS} == TOLD
