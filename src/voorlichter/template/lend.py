"""What an earlier template of the same variant can lend: where nothing but the text of a page has changed, all but that page."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from voorlichter.json_read import read_json
from voorlichter.template.compose import page_values
from voorlichter.template.sources import Sources
from voorlichter.template.stored import hash_surroundings, is_whole
from voorlichter.template.variant import Variant
from voorlichter.workspace import Workspace

_MADE_FROM = "made-from.json"


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """The texts of a template's pages by the page's file name, as hashes, and one hash of all else it is made from.

    A page shows of others what stands in their front matter; that is part of what is around it.
    """

    around: str
    texts: dict[str, str]

    def changed_since(self, earlier: MadeFrom) -> Collection[str]:
        return {name for name, text in self.texts.items() if earlier.texts.get(name) != text}

    def write(self, template: Path) -> None:
        (template / _MADE_FROM).write_text(json.dumps(asdict(self)), encoding="utf-8")


def made_from(workspace: Workspace, sources: Sources, variant: Variant) -> MadeFrom:
    pages = {
        **sources.pages_in(variant.language),
        **sources.packed.get(variant.language, {}),
        **sources.skeletons.get(variant.language, {}),
    }
    around = [
        hash_surroundings(workspace, variant),
        repr(page_values(sources, variant)),  # a review is of a passage in all languages
        json.dumps(asdict(sources.bundles), default=sorted),  # what a page includes decides which files there are
        *(f"{name} {page.meta!r}" for name, page in pages.items()),
    ]
    return MadeFrom(
        _hash("\n".join(around)), {f"{Path(name).stem}.html": _hash(page.text) for name, page in pages.items()}
    )


def find_lender(templates: Path, variant: Variant, made: MadeFrom) -> tuple[Path, MadeFrom] | None:
    """The template in the cache that has most pages in common, with what it was made from."""
    like = [
        (folder, earlier)
        for folder, earlier in _earlier(templates, variant)
        if earlier.around == made.around and is_whole(folder)
    ]
    return min(like, key=lambda lender: len(made.changed_since(lender[1])), default=None)


def _earlier(templates: Path, variant: Variant) -> Iterator[tuple[Path, MadeFrom]]:
    for folder in sorted(templates.glob(f"*-{variant.name}")):
        try:
            yield folder, MadeFrom(**read_json((folder / _MADE_FROM).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            continue  # another run removed it, or it is damaged


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
