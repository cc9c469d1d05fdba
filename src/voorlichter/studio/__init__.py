"""The studio: the whole program in a page."""
