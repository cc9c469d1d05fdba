"""The command `voorlichter`, one file a verb."""

from voorlichter.cli.main import main

__all__ = ["main"]
