"""Agreements as their forms send them."""

from io import BytesIO

from app.store import results
from tests.agreement_rows import PDF

AT = "/rights/agreements"
NEW = f"{AT}/new"
FIRST = f"{AT}/1"


def agreement(**given):
    """An agreement of Ulstein as its form sends it."""
    return {
        "kind": "cooperation",
        "title": "Tiltredelse til samarbeidsavtalen",
        "version": "",
        "signed": "12.5.2021",
        "valid_from": "",
        "valid_to": "",
        "notice_months": "",
        "case_number": "21/44",
        "replaces": "",
        "municipalities": ["1516"],
        "others": "Helseplattformen AS\n\n Helseplattformen  AS\n",
        "note": "Brev",
        **given,
    }


def annex(content=PDF, name="Parter.pdf", title=""):
    """An annex as its form sends it."""
    return {"title": title, "file": (BytesIO(content), name)}


def revision(client):
    """What a form that is opened now was made from."""
    with client.application.app_context():
        return str(results.revision())
