"""A profile: everything one organisation's site needs to know, in one file."""
