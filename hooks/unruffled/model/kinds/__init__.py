"""The kinds of questions: one module each, and nothing else to touch for another one.

A kind has a model here, a template in render/templates/kinds/, a script in
hooks/unruffled/kinds/ (and a style in hooks/unruffled/kinds/ where it needs one), and
rules in checks/kinds/ for what its types cannot say.
"""

from __future__ import annotations

from .choose_in_text import ChooseInText
from .fill_in import FillIn
from .matching import Matching
from .multiple import Multiple
from .ordering import Ordering
from .rewrite import Rewrite
from .single import Single
from .sorting import Sorting
from .spot import Spot
from .true_false import TrueFalse

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
