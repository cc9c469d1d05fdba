"""Slides as a PPTX that can be worked on: texts in placeholders, notes, alternative texts, the same bytes for the same input."""

from voorlichter.presentation.model import MOST_CONTACTS, ContactCard, Layout, Look, Slide, SlidePicture
from voorlichter.presentation.render import render_presentation

__all__ = ["MOST_CONTACTS", "ContactCard", "Layout", "Look", "SlidePicture", "Slide", "render_presentation"]
