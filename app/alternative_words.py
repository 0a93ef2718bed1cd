"""What the alternatives of a municipality are called."""

from flask_babel import gettext as _

from planning.finance.alternatives import AlternativeName


def alternative_text(name: str) -> str:
    """What a municipality can do, in a few words."""
    return {
        AlternativeName.AS_PLANNED: _("As planned"),
        AlternativeName.LATER_WAVE: _("A later wave"),
        AlternativeName.AFTER_PROGRAMME: _("After the programme"),
        AlternativeName.STAY: _("Stay with today’s systems"),
    }[AlternativeName(name)]
