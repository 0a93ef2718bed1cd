"""What the file looks like of how long cases take."""

from app.store.seed.cells import blank, filled, not_negative, one_of, optional, whole
from app.store.seed.cells import municipality_number as number
from app.store.seed.fields import NOTED, SOURCED, known
from app.store.seed.files import Shape
from planning.rights.meetings import Body

COMMITTEES = tuple(it for it in Body if it is not Body.COUNCIL)
CASE_LEADS = Shape(
    name="case_leads",
    columns={
        "key": filled,
        "municipality": optional(number),
        "publication_days": not_negative(whole),
        "notice_days": not_negative(whole),
        "committee": blank(one_of(*COMMITTEES)),
        "committee_days": not_negative(whole),
        **NOTED,
        "confidence": known,
    },
    key=("key",),
    refers={**SOURCED, "municipality": "municipalities"},
)
