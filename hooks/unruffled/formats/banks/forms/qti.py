"""QTI 2.1: written."""

from __future__ import annotations

from ..form import Format
from ..qti import write_qti

FORMAT = Format("qti", ".qti.zip", write=write_qti)
