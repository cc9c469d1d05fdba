"""Slots: the names a page may use for an organisation's values, their types, and how they stand in a text."""
