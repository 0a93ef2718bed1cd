"""Calendars subscribe to deadlines and go-lives by a secret address."""
