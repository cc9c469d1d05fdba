"""The website itself."""
