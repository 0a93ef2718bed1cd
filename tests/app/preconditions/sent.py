"""Bindings, closed periods and components as their forms send them."""

from app.store import results

AT = "/preconditions"
NEW_BINDING, NAMDAL = f"{AT}/bindings/new", f"{AT}/bindings/namdal-2020"
NEW_PERIOD, JULY = f"{AT}/periods/new", f"{AT}/periods/july"
NEW_COMPONENT, LIST = f"{AT}/components/new", f"{AT}/components/medication-list"


def binding(**given):
    """A binding as its form sends it."""
    return {
        "name_nb": "Felles legevakt på Søre Sunnmøre",
        "name_nn": "",
        "name_en": "",
        "kind": "shared-out-of-hours",
        "members": ["1516", "1517"],
        "note": "Avtale av 2019",
        **given,
    }


def period(**given):
    """A closed period as its form sends it."""
    return {
        "name_nb": "Påske",
        "name_nn": "Påske",
        "name_en": "Easter",
        "first_day": "25",
        "first_month": "3",
        "last_day": "20",
        "last_month": "4",
        "note": "",
        **given,
    }


def component(**given):
    """A component as its form sends it."""
    return {
        "name_nb": "Pasientens legemiddelliste (PLL)",
        "name_nn": "Legemiddellista til pasienten (PLL)",
        "name_en": "The patient’s medication list (PLL)",
        "about": "",
        "needed_by": "configure-and-test",
        "expected_first": "",
        "expected_last": "",
        "note": "",
        **given,
    }


def revision(client):
    """What a form that is opened now was made from."""
    with client.application.app_context():
        return str(results.revision())
