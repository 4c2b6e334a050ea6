"""The data files that the build writes for the browser, beside the pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ..blocks.registry import FAMILIES
from ..formats.badges.identity import DID, identity
from ..keeping import Kept, Plain
from ..model.library import Library
from .manifest import MANIFEST, manifest
from .policy import ALLOWED, allowed_json
from .rooms import KEEPING, keeping_json
from .search_index import PAGES_DATA, WORDS_DATA, search_json, words_json

_MAKERS = {path: make for family in FAMILIES.values() for path, make in family.data.items()}
_MAKERS[MANIFEST] = manifest
_MAKERS[KEEPING] = keeping_json
_MAKERS[DID] = identity
_MAKERS[PAGES_DATA] = search_json
_MAKERS[WORDS_DATA] = words_json


def data_files(
    library: Library, *, directories: bool = True, kept: Kept | None = None
) -> dict[str, str]:
    """Return the text of every data file by its path below docs/; without one that has none.

    ``directories`` says how addresses end, as in ``urls.page_url``. With ``kept``, a file is made
    anew only where it could differ.
    """

    def text(path: str, make: Callable[..., str]) -> str:
        made = partial(make, directories=directories)
        if kept is None:
            return made(library)
        return kept.of(
            "files", path, library, made, given=str(directories), form=Plain(), parts=True
        )

    made = {path: text(path, make) for path, make in _MAKERS.items()}
    made[ALLOWED] = allowed_json(library)
    return {path: text for path, text in made.items() if text}
