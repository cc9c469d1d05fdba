"""Stage 2: a template and a profile become a website. The one place where an organisation's values meet HTML."""
