"""Pydantic's errors told as problems: where in the file, what is wrong and what to write, in two languages.

A field that is `described` has its own example in the fix; any other gets one made from its type.
"""

from voorlichter.model_problems.explain import check_model, empty_keys, explain
from voorlichter.model_problems.messages import Refused
from voorlichter.model_problems.places import choices
from voorlichter.model_problems.samples import sample

__all__ = ["Refused", "check_model", "choices", "empty_keys", "explain", "sample"]
