"""The whole program in a page: one session behind it, on this computer or in a browser's tab."""
