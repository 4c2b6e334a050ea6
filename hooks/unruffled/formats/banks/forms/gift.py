"""GIFT, Moodle's plain text: written and read."""

from __future__ import annotations

from ..form import Format
from ..gift import write_gift
from ..gift_reader import read_gift

FORMAT = Format("gift", ".gift.txt", write=write_gift, read=read_gift)
