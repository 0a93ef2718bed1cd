"""What scopes are called, by themselves and inside a sentence."""

from flask_babel import force_locale

from app.scopes import WHOLE, Scope, ScopeKind, scope_inside, scope_name
from app.store import results
from app.store.names import names_for


def test_inside_a_sentence_a_wave_begins_small(app):
    wave = Scope(ScopeKind.WAVE, "K13")
    ulstein = Scope(ScopeKind.MUNICIPALITY, "1516")
    with app.test_request_context(), force_locale("en"):
        names = names_for(results.current_plan(), "en")
        assert scope_name(wave, names) == "Wave K13"
        assert scope_inside(wave, names) == "wave K13"
        assert scope_inside(WHOLE, names) == "the whole programme"
        assert scope_inside(ulstein, names) == "Ulstein"
