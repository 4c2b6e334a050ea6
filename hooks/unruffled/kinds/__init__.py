"""The kinds of questions: a folder each, and for another one its line in the union below.

In the folder lie `model.py`, `question.html`, the script and the style (NAME.js, NAME.css), what
`unruffled new` writes of it (`example.yml`), what other programs get of it (`bank.py`), and the
rules for what its types cannot say (`rules.py`). The last two may be missing.
"""

from __future__ import annotations

from typing import get_args

from .choose_in_text.model import ChooseInText
from .fill_in.model import FillIn
from .matching.model import Matching
from .multiple.model import Multiple
from .ordering.model import Ordering
from .rewrite.model import Rewrite
from .single.model import Single
from .sorting.model import Sorting
from .spot.model import Spot
from .true_false.model import TrueFalse

Question = (
    Single
    | Multiple
    | TrueFalse
    | Ordering
    | Matching
    | Sorting
    | FillIn
    | ChooseInText
    | Spot
    | Rewrite
)
"""A question of any kind; `kind` tells which."""

KINDS: tuple[str, ...] = tuple(
    name for each in get_args(Question) for name in get_args(each.model_fields["kind"].annotation)
)
"""The names of the kinds, which are those of their folders."""
