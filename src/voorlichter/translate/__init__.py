"""For who translates: the texts of a language of one page as XLIFF and back, and as a sheet to read over."""
