"""A network file that says all that one can say."""

from typing import Any

WHOLE: dict[str, Any] = {
    "start": "2024-01-01",
    "status_date": "2024-02-01",
    "calendar": "every-day",
    "activities": [
        {
            "id": "A",
            "name": "Opplæring",
            "duration": "5d",
            "constraint": {"kind": "start-no-earlier-than", "date": "2024-02-01"},
            "deadline": "2024-06-01",
            "actual_start": "2024-01-02",
            "actual_finish": None,
            "remaining": "2wd",
            "estimate": {"low": "4d", "likely": "5d", "high": "9d"},
        },
        {"id": "B", "duration": "0d", "actual_finish": "2024-01-03"},
    ],
    "links": [{"from": "A", "to": "B", "kind": "SS", "lag": "-1mo"}],
    "risks": [
        {
            "id": "R1",
            "probability": 0.3,
            "delay": {"low": "10d", "likely": "2w", "high": "3mo"},
            "activities": ["A"],
        }
    ],
}
