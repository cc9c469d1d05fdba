"""`python -m voorlichter`."""

from voorlichter.cli import main

main()
