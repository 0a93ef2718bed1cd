"""What the fixture files of the programme, its places and its plan look like."""

from app.store.seed.cells import (
    between,
    day,
    duration,
    filled,
    flag,
    lag,
    municipality_number,
    not_negative,
    number,
    one_of,
    optional,
    text,
    whole,
)
from app.store.seed.fields import (
    ACTUAL,
    ACTUAL_SPAN,
    NAMES,
    NOTED,
    SOURCED,
    WINDOW,
    WINDOW_SPAN,
    confidence,
)
from app.store.seed.files import Shape
from planning.lag_calendars import LagCalendar
from planning.network import LinkKind
from planning.snapshot import ActivityKind, Placing

SOURCES = Shape(
    name="sources",
    columns={
        "key": filled,
        "title_nb": filled,
        "title_nn": filled,
        "title_en": filled,
        "date_text": text,
        "kind": one_of("document", "public-page", "statistics", "register"),
        "reference": text,
        "licence": text,
    },
    key=("key",),
)
PROGRAMME = Shape(
    name="programme",
    columns={"key": filled, "value": text, **NOTED},
    key=("key",),
    refers=SOURCED,
)
TRUSTS = Shape(
    name="trusts",
    columns={
        "code": filled,
        "name": text,
        "named": flag,
        "wave": optional(text),
        **ACTUAL,
        **NOTED,
    },
    key=("code",),
    refers={**SOURCED, "wave": "waves"},
    spans=(ACTUAL_SPAN,),
)
REGIONS = Shape(
    name="regions",
    columns={"key": filled, "name": filled, "county": text, **NOTED},
    key=("key",),
    refers=SOURCED,
)
MUNICIPALITIES = Shape(
    name="municipalities",
    columns={
        "number": municipality_number,
        "name": filled,
        "county": filled,
        "population": between(not_negative(whole), 0, 1_000_000),
        "population_year": between(whole, 1990, 2100),
        "population_source": text,
        "population_confidence": confidence,
        "language_form": one_of("bokmål", "nynorsk", "nøytral"),
        "language_source": text,
        "language_confidence": confidence,
        "centre": text,
        "centre_source": text,
        "centre_confidence": confidence,
        "latitude": between(number, -90, 90),
        "longitude": between(number, -180, 180),
        "position_place": text,
        "position_source": text,
        "position_confidence": confidence,
        "trust": optional(text),
        "trust_source": text,
        "trust_confidence": confidence,
        "trust_note_nb": text,
        "trust_note_nn": text,
        "trust_note_en": text,
        "region": optional(text),
        "region_source": text,
        "region_reference": text,
        "region_confidence": confidence,
        "region_note_nb": text,
        "region_note_nn": text,
        "region_note_en": text,
    },
    key=("number",),
    refers={
        "population_source": "sources",
        "language_source": "sources",
        "centre_source": "sources",
        "position_source": "sources",
        "trust": "trusts",
        "trust_source": "sources",
        "region": "regions",
        "region_source": "sources",
    },
)
WAVES = Shape(
    name="waves",
    columns={
        "code": filled,
        "alias": text,
        "sequence": whole,
        "series": text,
        **WINDOW,
        "text": text,
        "set_day": optional(day),
        **ACTUAL,
        **NOTED,
        "actual_source": text,
        "actual_reference": text,
    },
    key=("code",),
    refers={**SOURCED, "actual_source": "sources"},
    spans=(WINDOW_SPAN, ACTUAL_SPAN),
)
PLACEMENTS = Shape(
    name="placements",
    columns={
        "municipality": filled,
        "wave": optional(text),
        **NOTED,
        "confirmed_by": text,
        **ACTUAL,
        "actual_source": text,
        "actual_reference": text,
    },
    key=("municipality",),
    refers={
        **SOURCED,
        "municipality": "municipalities",
        "wave": "waves",
        "confirmed_by": "sources",
        "actual_source": "sources",
    },
    spans=(ACTUAL_SPAN,),
)
TEMPLATE_ACTIVITIES = Shape(
    name="template_activities",
    columns={
        "key": filled,
        "position": whole,
        "phase": one_of("before", "after"),
        "kind": one_of(*ActivityKind),
        **NAMES,
        "duration": duration,
        "placing": one_of(*Placing),
        "holders_only": flag,
        **NOTED,
    },
    key=("key",),
    refers=SOURCED,
)
TEMPLATE_LINKS = Shape(
    name="template_links",
    columns={
        "predecessor": filled,
        "successor": filled,
        "kind": one_of(*LinkKind),
        "lag": lag,
        "calendar": one_of(*LagCalendar),
        **NOTED,
    },
    key=("predecessor", "successor", "kind"),
    refers=SOURCED,
)
MILESTONES = Shape(
    name="milestones",
    columns={
        "key": filled,
        "position": whole,
        **NAMES,
        "kind": one_of(ActivityKind.MILESTONE, ActivityKind.PHASE),
        **WINDOW,
        "done": flag,
        **NOTED,
    },
    key=("key",),
    refers=SOURCED,
    spans=(WINDOW_SPAN,),
)
GP_TRACK = Shape(
    name="gp_track",
    columns={
        "key": filled,
        "position": whole,
        **NAMES,
        **WINDOW,
        "text": text,
        **NOTED,
    },
    key=("key",),
    refers=SOURCED,
    spans=(WINDOW_SPAN,),
)
