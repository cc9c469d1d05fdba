"""A module in the words of one variant, for what is made of it outside the site's pages. Slots are still slots."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from voorlichter.markdown.address import resolve_address
from voorlichter.quiz.model import Module
from voorlichter.template.variant import Variant
from voorlichter.text import Text


def describe_module(module: Module, variant: Variant) -> str:
    """modules/<id>.json: the module's own keys, with one text where it has one in each language."""
    return json.dumps(_plain(module, variant), ensure_ascii=False, indent=1)


def _plain(value: Any, variant: Variant) -> Any:
    if isinstance(value, Text):
        return " ".join(resolve_address(value.to(variant.language), variant.form).split())
    if isinstance(value, BaseModel):
        return {name: _plain(getattr(value, name), variant) for name in type(value).model_fields}
    if isinstance(value, tuple):
        return [_plain(item, variant) for item in value]
    return value
