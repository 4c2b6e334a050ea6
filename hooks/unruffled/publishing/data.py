"""The data files that the build writes for the browser, beside the pages."""

from __future__ import annotations

from ..blocks.registry import FAMILIES
from ..formats.badges.identity import DID, identity
from ..model.library import Library
from .manifest import MANIFEST, manifest
from .policy import ALLOWED, allowed_json
from .rooms import KEEPING, keeping_json

_MAKERS = {path: make for family in FAMILIES.values() for path, make in family.data.items()}
_MAKERS[MANIFEST] = manifest
_MAKERS[KEEPING] = keeping_json
_MAKERS[DID] = identity


def data_files(library: Library, *, directories: bool = True) -> dict[str, str]:
    """Return the text of every data file by its path below docs/; without one that has none.

    ``directories`` says how addresses end, as in ``urls.page_url``.
    """
    made = {path: make(library, directories=directories) for path, make in _MAKERS.items()}
    made[ALLOWED] = allowed_json(library)
    return {path: text for path, text in made.items() if text}
