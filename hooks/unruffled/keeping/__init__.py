"""What was finished once is kept, with all that it depended on: see docs/contributing/cache.md."""

from .asked import Asked
from .digests import text_digest
from .facts import fact
from .forms import Bytes, Files, Form, Plain
from .kept import Kept
from .memo import Memo
from .opening import SWITCH, opened, sentence, signature
from .store import Store

__all__ = [
    "SWITCH",
    "Asked",
    "Bytes",
    "Files",
    "Form",
    "Kept",
    "Memo",
    "Plain",
    "Store",
    "fact",
    "opened",
    "sentence",
    "signature",
    "text_digest",
]
