"""What the waves ask of the programme month by month, against what there is."""
