"""Words that give away a text in bokmål where nynorsk should stand.

Only words that nynorsk has in no sense, and that no place or body is called.
"""

import re

TELL_TALES = (
    "alene",
    "annen",
    "antall",
    "bare",
    "begrunnelse",
    "beregn\\w*",
    "ble",
    "bruker(e|en|ne)",
    "bølge(n|r|ne)?",
    "dager",
    "dagene",
    "datoe(r|ne)",
    "de",
    "dem",
    "deres",
    "disse",
    "egen",
    "egne",
    "eget",
    "eneste",
    "flere",
    "forsinke\\w*",
    "forutse\\w*",
    "fra",
    "friste(r|ne)",
    "gjør(e|es)?",
    "hele",
    "hjemme",
    "hva",
    "hvem",
    "hver",
    "hvert",
    "hvilke[nt]?",
    "hvis",
    "hvor\\w*",
    "ikke",
    "jeg",
    "kilde(n|r|ne)?",
    "kommune(ne|ns|nes|r)",
    "krever",
    "lenke(n|r|ne)?",
    "mer",
    "mye",
    "måned(en|er|ene)?",
    "noe",
    "noen",
    "plane(r|ne)",
    "rekkefølge(n)?",
    "samtlige",
    "selv",
    "senere",
    "senest",
    "siden",
    "tidligere",
    "tidligst",
    "tjeneste(n|r|ne)?",
    "uke(n|r|ne)?",
    "utsettelse\\w*",
    "varighet(en|er)?",
    "velge?",
    "være",
    "vært",
)
BOKMAL = re.compile(rf"\b(?:{'|'.join(TELL_TALES)})\b", re.IGNORECASE)


def find_bokmal(text: str) -> list[str]:
    """The words of a text that are bokmål and never nynorsk."""
    return [found.group() for found in BOKMAL.finditer(text)]
