"""A text in several languages takes any that is known, and says of each what may stand there."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
from pydantic import ValidationError

import voorlichter
from voorlichter.languages import among
from voorlichter.text import InLanguages

for module in walk_packages(voorlichter.__path__, "voorlichter."):
    if not module.name.endswith("__main__"):
        import_module(module.name)


def kinds(of: type[InLanguages] = InLanguages) -> Iterator[type[InLanguages]]:
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


@pytest.mark.parametrize("kind", list(kinds()), ids=lambda kind: kind.__name__)
def test_a_text_is_held_to_the_same_in_every_language(kind: type[InLanguages]) -> None:
    with pytest.raises(ValidationError) as refused:
        kind.model_validate(dict.fromkeys(("nl", "en", "zz"), {}), context=among(("nl", "en", "zz")))
    assert {"nl", "en", "zz"} <= {error["loc"][0] for error in refused.value.errors()}
