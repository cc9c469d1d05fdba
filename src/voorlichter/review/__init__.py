"""The fixed texts on a sheet for somebody competent, and their answers back as data."""
