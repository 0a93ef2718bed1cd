"""The whole life of an agreement: entered, changed, renewed, with files, and gone."""

from app.extensions import db
from app.store.commitments import facts_of
from app.store.tables import AgreementRow, StoredFileRow
from planning.rights.chain import FactKind, Origin
from tests.agreement_rows import PDF
from tests.app.agreements.sent import AT, FIRST, NEW, agreement, annex, revision
from tests.app.reading import HTMX, as_role, read


def facts(client, number="1516"):
    with client.application.app_context():
        return {it.kind: it for it in facts_of(number)}


def files(client):
    with client.application.app_context():
        return db.session.query(StoredFileRow).count()


def test_what_the_sources_tell_is_in_the_register_and_leaves_the_rest_unsaid(english):
    told = read(english, AT)
    assert "Samarbeidsavtalen 2019" in told
    assert "Trondheim, Helse Midt-Norge RHF" in told
    assert "For 65 municipalities an agreement is known to be signed" in told
    assert facts(english, "5001")[FactKind.COOPERATION_ACCEDED].precision == "year"
    page = read(english, FIRST)
    assert "In force" in page
    assert "Trondheim leaves with 36 months of notice" in page
    assert "it takes effect on 30 November 2026" in page
    assert "The regional health authority leaves with 60 months" in page
    assert "No file has been added." in page
    assert "No agreement fits" in read(english, f"{AT}?region=namdal")
    assert "Samarbeidsavtalen" in read(
        english, f"{AT}?municipality=5001&kind=cooperation"
    )


def test_an_agreement_is_a_fact_of_the_chain_until_it_is_removed(english):
    answer = english.post(NEW, data=agreement())
    assert answer.status_code == 303
    told = read(english, answer.location)
    assert "The agreement “Tiltredelse til samarbeidsavtalen” was added" in told
    fact = facts(english)[FactKind.COOPERATION_ACCEDED]
    assert (fact.origin, fact.case_number) == (Origin.AGREEMENT, "21/44")
    chain = english.get("/rights/1516").text
    assert f'<a href="{AT}/2">told by an agreement</a>' in chain
    assert "12 May 2021" in chain
    page = read(english, f"{AT}/2")
    assert "Helseplattformen AS" in page
    assert "A municipality leaves with 12 months of notice" in page
    part = read(english, "/municipalities/1516")
    assert "In force in the register: co-operation agreement." in part
    data = agreement(signed="5.2021", kind="service", seen=revision(english))
    assert english.post(f"{AT}/2/change", data=data).status_code == 303
    assert FactKind.SERVICE_SIGNED in facts(english)
    answer = english.post(f"{AT}/2/remove", data={"seen": revision(english)})
    assert "was removed" in read(english, answer.location)
    trail = read(english, "/history/3")
    assert "Ulstein agreement Tiltredelse til samarbeidsavtalen" in trail
    assert FactKind.SERVICE_SIGNED not in facts(english)
    english.post("/history/3/undo")
    assert FactKind.SERVICE_SIGNED in facts(english)


def test_who_comes_second_gets_the_form_again_with_what_was_typed(english):
    english.post(NEW, data=agreement())
    seen = revision(english)
    mine = agreement(title="First", seen=seen)
    assert english.post(f"{AT}/2/change", data=mine).status_code == 303
    yours = agreement(title="Second", notice_months="7", seen=seen)
    part = english.post(f"{AT}/2/change", data=yours, headers=HTMX)
    assert part.status_code == 422
    page = english.post(f"{AT}/2/change", data=yours)
    assert page.status_code == 409
    for answer in (part.text, page.text):
        assert "Somebody else was first" in answer
        assert "<td>First</td>" in answer
        assert 'value="Second"' in answer
        assert f'name="seen" type="hidden" value="{revision(english)}"' in answer
    again = {**yours, "seen": revision(english)}
    assert english.post(f"{AT}/2/change", data=again).status_code == 303
    late = english.post(f"{AT}/2/remove", data={"seen": seen})
    assert late.status_code == 409
    assert "agreement-form" not in late.text


def test_a_new_version_replaces_the_one_before_once_it_begins(english):
    english.post(NEW, data=agreement())
    form = english.get(f"{NEW}?replaces=2").text
    assert 'value="Tiltredelse til samarbeidsavtalen"' in form
    assert '<option selected value="2">' in form
    newer = agreement(
        version="2", replaces="2", signed="1.2.2023", valid_to="31.12.2025"
    )
    english.post(NEW, data=newer)
    page = read(english, f"{AT}/3")
    assert "Versions, the newest first" in page
    assert "Replaced by a newer version" in page
    assert "It runs until 31 December 2025" in page
    assert facts(english)[FactKind.COOPERATION_ACCEDED].key == 2
    answer = english.post(f"{AT}/2/remove", data={"seen": revision(english)})
    assert answer.status_code == 409
    assert "A newer version rests on it" in answer.text
    second = english.post(NEW, data={**newer, "version": "3"})
    assert second.status_code == 422
    assert "replaced already, by “Tiltredelse til samarbeidsavtalen, version 2”" in (
        second.text
    )
    keeps = {**newer, "title": "Ny", "seen": revision(english)}
    assert english.post(f"{AT}/3/change", data=keeps).status_code == 303
    wrong = agreement(kind="service", replaces="2", seen=revision(english))
    answer = english.post(f"{AT}/3/change", data=wrong)
    assert "A new version is of the same kind" in answer.text


def test_what_cannot_be_is_refused_with_what_was_typed(english):
    wrong = agreement(
        title=" ",
        signed="en gang",
        valid_from="1.5.2023",
        valid_to="1.4.2023",
        notice_months="0",
        municipalities=[],
        others="",
    )
    answer = english.post(NEW, data=wrong, headers=HTMX)
    assert answer.status_code == 422
    assert "<html" not in answer.text
    for sentence in (
        "Write what the agreement is called.",
        "“en gang” is no date.",
        "It ends before it begins",
        "Give from 1 to 240 months.",
        "Say who is a party: at least one.",
    ):
        assert sentence in answer.text
    assert 'value="en gang"' in answer.text
    ahead = agreement(signed="1.12.2023", municipalities=["9999"], kind="loan")
    answer = english.post(NEW, data=ahead)
    assert "It can’t have been signed after the status date" in answer.text
    assert "There is no municipality 9999" in answer.text
    assert english.get(f"{AT}/99").status_code == 404


def test_a_file_is_kept_once_and_given_back_as_it_was(english):
    english.post(f"{FIRST}/annexes", data=annex(title="Parter"))
    english.post(NEW, data=agreement(title="Avtale", version="1,2"))
    english.post(f"{AT}/2/annexes", data=annex(name="Samme.pdf"))
    assert "Parter PDF, 1 kB" in read(english, FIRST)
    assert "Samme.pdf PDF, 1 kB" in read(english, f"{AT}/2")
    file = english.get(f"{AT}?file=agreements").text
    assert "Avtale;1,2;" in file.replace('"', "")
    answer = english.post(f"{FIRST}/annexes", data=annex(name="Igjen.pdf"))
    assert answer.status_code == 422
    assert "This file is here already, as “Parter”." in answer.text
    assert files(english) == 1
    answer = english.get(f"{FIRST}/annexes/1")
    assert answer.data == PDF
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"] == "attachment; filename=Parter.pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.cache_control.private
    trail = english.get("/history/1").text
    assert "Parter.pdf" in trail
    answer = english.post(f"{FIRST}/annexes/1/remove", data={"seen": revision(english)})
    assert "was removed from the agreement" in read(english, answer.location)
    assert english.get(f"{FIRST}/annexes/1").status_code == 404
    english.post("/history/4/undo")
    assert english.get(f"{FIRST}/annexes/1").data == PDF
    assert english.get(f"{AT}/2/annexes/1").status_code == 404


def test_a_file_that_is_not_let_in_is_refused_with_the_reason(english):
    english.application.config["LONGEST_FILE"] = 10 * 1024
    large = PDF + b" " * 10 * 1024
    for sent, sentence in (
        (annex(name="virus.exe"), "Files of this type are not kept."),
        (annex(b""), "The file is empty."),
        (annex(b"MZ"), "What is in the file is not what “Parter.pdf” says."),
        (annex(large), "The file is larger than 10 kB."),
        ({"title": "Parter"}, "Choose a file."),
    ):
        answer = english.post(f"{FIRST}/annexes", data=sent)
        assert answer.status_code == 422
        assert sentence in answer.text
    assert 'value="Parter"' in answer.text
    assert files(english) == 0


def test_who_may_only_look_sees_no_form(english):
    as_role(english, "council")
    page = english.get(FIRST)
    assert page.status_code == 200
    assert "annex-form" not in page.text
    assert english.post(f"{FIRST}/annexes", data=annex()).status_code == 403


def test_what_is_missing_is_a_table_and_a_file(english):
    english.post(NEW, data=agreement(kind="option", signed="2016"))
    year = agreement(signed="2023", notice_months="6", valid_to="29.2.2024")
    english.post(NEW, data=year)
    page = read(english, f"{AT}/3")
    assert "Signed, the day is not known" in page
    assert "after the agreement’s own end, 29 February 2024." in page
    told = read(english, f"{AT}/missing?kind=option")
    assert "Ørsta" in told
    assert "Ulstein" not in told.partition("What is missing, for whom")[2]
    file = english.get(f"{AT}/missing?kind=service&file=missing-agreements")
    lines = file.text.lstrip("\ufeff").splitlines()
    assert len(lines) == 20
    assert any("Indre Fosen" in it and "Service agreement" in it for it in lines)


def test_a_row_says_what_was_entered(english):
    english.post(NEW, data=agreement(notice_months="6"))
    with english.application.app_context():
        row = db.session.get(AgreementRow, 2)
        assert row is not None
        assert (row.confidence, row.note, row.notice_months) == (
            "entered",
            {"en": "Brev"},
            6,
        )
    assert "Notice of 6 months" in read(english, f"{AT}/2")
