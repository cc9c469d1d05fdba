"""Python-Markdown extensions that carry slots, forms of address and quizzes through any engine.

`voorlichter.markdown` in mkdocs.yml loads all three, with options `language`, `address` and `quizzes`.
"""

from voorlichter.markdown.extension import VoorlichterExtension, makeExtension

__all__ = ["VoorlichterExtension", "makeExtension"]
