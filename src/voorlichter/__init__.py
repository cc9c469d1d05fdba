"""Voorlichter: one YAML profile per organisation becomes the website of its confidential advisor."""

__version__ = "0.1.0"
