"""Whether a municipality is live: told by `app.live`, which other pages ask too."""

from app.live import (
    about,
    find_report,
    find_wave,
    is_live,
    is_rough,
    municipality_go_live,
)

__all__ = (
    "about",
    "find_report",
    "find_wave",
    "is_live",
    "is_rough",
    "municipality_go_live",
)
