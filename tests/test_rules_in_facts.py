"""The rules that the engine counts by are those that the sourced facts tell."""

import csv
from pathlib import Path

from planning.durations import parse_duration
from planning.rights.leaving import NOTICE, Party

PROGRAMME = Path(__file__).parent.parent / "fixtures" / "programme.csv"
KEYS = {
    Party.MUNICIPALITY: "notice_municipality",
    Party.FOUNDER: "notice_trondheim",
    Party.REGIONAL_TRUST: "notice_regional_trust",
}


def test_each_party_gives_the_notice_that_the_source_says() -> None:
    with PROGRAMME.open(encoding="utf-8", newline="") as file:
        facts = {row["key"]: row for row in csv.DictReader(file)}
    for party, key in KEYS.items():
        assert parse_duration(facts[key]["value"]) == NOTICE[party]
        assert facts[key]["confidence"] == "documented"
