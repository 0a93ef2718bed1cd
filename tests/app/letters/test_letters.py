"""Letters on a transfer: to whom, in which language, under which number."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from app.extensions import db
from app.store.tables import LetterRow, ShareOwnerRow, StoredFileRow
from tests.app.reading import as_role, read
from tests.share_rows import COMPANY, FOUNDER, TRUST, share_entry_row

AT = "/shares/ledger/3/letters"


def sold(number, buyer, ranges, **given):
    said = {
        "kind": "transfer",
        "day": date(2021, 6, 20 + number),
        "seller": FOUNDER,
        "buyer": buyer,
        "ranges": ranges,
        "notice_on": date(2021, 5, 3),
        "due_on": date(2021, 7, 1),
        "board_on": date(2021, 5, 20),
        "price": Decimal(1000),
        **given,
    }
    return share_entry_row(number, **said)


@pytest.fixture
def ledger(english):
    """Ulstein (nynorsk) bought twenty shares, then Kristiansund thirty."""
    with english.application.app_context():
        for number in ("1516", "1505"):
            db.session.add(
                ShareOwnerRow(key=number, kind="municipality", municipality=number)
            )
        db.session.flush()
        db.session.add_all(
            [
                share_entry_row(1, ranges=[[1, 100]]),
                sold(2, "1516", [[1, 20]]),
                sold(3, "1505", [[21, 50]], case_number="21/7"),
            ]
        )
        db.session.commit()
    return english


def words(content):
    """All that stands in a document, in order."""
    document = Document(BytesIO(content))
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    return "\n".join([*(it.text for it in document.paragraphs), *cells])


def letters(client):
    with client.application.app_context():
        rows = db.session.query(LetterRow).where(LetterRow.share_entry == 3)
        return {it.receiver: (it.number, it.language, it.checksum) for it in rows}


def test_everybody_else_is_told_in_the_language_that_they_write(ledger):
    told = read(ledger, AT)
    assert "30 shares from Trondheim to Kristiansund" in told
    assert "not made yet" in told
    answer = ledger.post(AT)
    assert answer.status_code == 303
    made = letters(ledger)
    assert {it: made[it][:2] for it in made} == {
        COMPANY: (1, "nb"),
        "1516": (2, "nn"),
    }
    norwegian = words(ledger.get(f"{AT}/1.docx").data)
    assert "Melding om overføring av aksjer" in norwegian
    assert "Brevnummer: 1" in norwegian
    assert "Dato: 3. mai 2021" in norwegian
    assert "Saksnummer: 21/7" in norwegian
    assert "Trondheim overfører 30 aksjer i Helseplattformen AS" in norwegian
    answer = ledger.get(f"{AT}/2.docx")
    assert answer.headers["Content-Disposition"] == "attachment; filename=brev-2.docx"
    nynorsk = words(answer.data)
    assert "Ulstein kommune" in nynorsk
    assert "Melding om overføring av aksjar" in nynorsk
    assert "21–50" in nynorsk
    assert "1. juli 2021" in nynorsk
    assert Document(BytesIO(answer.data)).core_properties.language == "nn-NO"


def test_a_letter_made_again_keeps_its_number_and_its_bytes(ledger):
    ledger.post(AT)
    first = letters(ledger)
    ledger.post("/shares/ledger/2/letters")
    ledger.post(AT)
    again = letters(ledger)
    assert again == first
    assert sorted(number for number, _tongue, _sum in again.values()) == [1, 2]
    with ledger.application.app_context():
        assert db.session.query(LetterRow).count() == 3
        assert db.session.query(StoredFileRow).count() == 3
    packed = ledger.get(f"{AT}/all.zip")
    assert packed.mimetype == "application/zip"
    with ZipFile(BytesIO(packed.data)) as archive:
        assert archive.namelist() == ["brev-1.docx", "brev-2.docx"]


def test_only_what_counts_and_moves_shares_has_letters(ledger):
    assert "No letters belong to this entry" in read(ledger, "/shares/ledger/1/letters")
    assert ledger.post("/shares/ledger/1/letters").status_code == 404
    assert ledger.get("/shares/ledger/9/letters").status_code == 404
    assert ledger.get(f"{AT}/1.docx").status_code == 404
    assert ledger.get(f"{AT}/all.zip").status_code == 404
    assert f'href="{AT}"' in ledger.get("/shares/ledger").text
    as_role(ledger, "council")
    assert "Make the letters" not in read(ledger, AT)
    assert ledger.post(AT).status_code == 403


def test_a_trust_that_owns_shares_is_told_too(ledger):
    with ledger.application.app_context():
        db.session.add(
            share_entry_row(4, buyer=TRUST, ranges=[[101, 300]], day=date(2019, 3, 2))
        )
        db.session.commit()
    ledger.post(AT)
    assert set(letters(ledger)) == {COMPANY, TRUST, "1516"}
    assert "Helse Midt-Norge RHF" in words(ledger.get(f"{AT}/3.docx").data) or (
        "Helse Midt-Norge RHF" in words(ledger.get(f"{AT}/2.docx").data)
    )
