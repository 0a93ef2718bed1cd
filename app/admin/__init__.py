"""Settings of the installation that the programme office keeps."""
