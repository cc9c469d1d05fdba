"""What a page's Markdown may say besides Markdown: forms of address, slots, pictograms, links that are checked, and questions.

Named `voorlichter.markdown` in mkdocs.yml. Read when a page is, so that forms of address can be had without an engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from voorlichter.markdown.extension import VoorlichterExtension


def makeExtension(**options: Any) -> VoorlichterExtension:
    """The name by which Python-Markdown asks for it."""
    from voorlichter.markdown.extension import VoorlichterExtension

    return VoorlichterExtension(**options)
