"""Papers that leave the app: the one door to what writes documents."""
