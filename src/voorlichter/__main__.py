"""`python -m voorlichter`."""

import os
import sys

# Python looks for what is imported in the current folder first, which may be a workspace that somebody else made.
sys.path[:] = [folder for folder in sys.path if folder not in ("", os.getcwd())]

from voorlichter.cli import main  # noqa: E402

main()
