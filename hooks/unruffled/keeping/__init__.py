"""What was finished once is kept, with all that it depended on: see docs/contributing/cache.md."""

from .kept import Kept
from .memo import Memo
from .opening import SWITCH, opened, sentence, signature
from .store import Store

__all__ = ["SWITCH", "Kept", "Memo", "Store", "opened", "sentence", "signature"]
