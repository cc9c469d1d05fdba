"""Bring a built site to where it stands: a kind of place is a file in `places/`, what is remembered of one a shelf."""
