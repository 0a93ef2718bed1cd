"""What things are called."""

import pytest
from sqlalchemy import select

from app.extensions import db
from app.store.names import in_language, names_for
from app.store.tables import MunicipalityRow
from app.store.writing import writing
from tests.builders import step_row


def test_places_waves_and_steps_have_names(plan):
    names = names_for(plan, "nb")
    assert names.municipality("1516") == "Ulstein"
    assert names.region("ror") == "ROR"
    assert names.trust("HNT") == "Helse Nord-Trøndelag HF"
    assert names.wave("K13") == "K13"
    assert names.binding("namdal-2020") == "Felles innføring i Namdalen"
    assert names.component("medication-list") == "Pasientens legemiddelliste (PLL)"
    assert names.closed_period("july") == "Juli"
    assert names.closed_period("easter") == "easter"
    assert names.activity("training") == "Opplæring"
    assert names_for(plan, "en").activity("training") == "Training"
    nynorsk = names_for(plan, "nn")
    assert nynorsk.activity("legacy-closed") == "Gamle system slått av"
    assert nynorsk.node("1516.option-exercised") == "Ulstein: opsjonen er utløyst"


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("1516.option-exercised", "Ulstein: option taken up"),
        ("municipality.1516", "Ulstein"),
        ("1516", "Ulstein"),
        ("wave.K13", "Wave K13"),
        ("trust.HMR", "Helse Møre og Romsdal HF"),
        ("programme.contract", "Contract with the supplier signed"),
        ("1516.nothing", "Ulstein: nothing"),
        ("9999.nothing", "9999: nothing"),
        ("wave.K99", "K99"),
        ("programme.nothing", "nothing"),
        ("region.namdal", "Namdal regionråd"),
        ("region.nothing", "nothing"),
        ("binding.namdal-2020", "Joint introduction in Namdal"),
        ("component.prescription-module", "National prescription module (SFM)"),
    ],
)
def test_every_id_of_the_network_has_a_name(plan, id, name):
    assert names_for(plan, "en").node(id) == name


def test_a_trust_that_the_sources_do_not_name_is_called_so(plan):
    assert names_for(plan, "en").trust("unnamed-4").startswith("Hospital trust")


def test_names_are_kept_until_somebody_writes(plan, office):
    before = names_for(plan, "nb")
    assert names_for(plan, "nb") is before
    ulstein = db.session.scalar(
        select(MunicipalityRow).where(MunicipalityRow.number == "1516")
    )
    with writing(plan, by=office, what="test"):
        ulstein.name = "Ulstein kommune"
        db.session.add(step_row(plan.id, names={"nb": "IKT-test"}))
    after = names_for(plan, "en")
    assert after.municipality("1516") == "Ulstein kommune"
    assert after.node("1516.rehearsal") == "Ulstein kommune: IKT-test"


def test_a_text_falls_back_on_a_language_that_it_is_in():
    assert in_language({"nb": "ja", "en": "yes"}, "en") == "yes"
    assert in_language({"nb": "ja"}, "en") == "ja"
    assert in_language({"en": "yes", "nb": "ja", "nn": "jau"}, "nn") == "jau"
    assert in_language({"en": "yes", "nb": "ja"}, "nn") == "ja"
    assert in_language({"en": "yes", "nn": "jau"}, "nb") == "jau"
    assert in_language({"en": "yes", "nb": ""}, "nn") == "yes"
    assert in_language({}, "nb") == ""
