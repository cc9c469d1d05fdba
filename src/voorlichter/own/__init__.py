"""What one organisation says in its own words: passages, pages and modules, laid over ours and put into the template's pages.

Between the stages: it knows Markdown and pages, and no engine, so that it runs where none is.
"""
