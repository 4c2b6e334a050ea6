"""The page on which a draft is checked before it is sent."""

from __future__ import annotations

from ..base import Block, Family, Pages, of_library
from ..made import REPLY, REPLY_LIMITS
from .data import REPLY_DATA, reply_json
from .view import reply_page, reply_values

FAMILY = Family(
    blocks=(
        Block(
            "reply",
            of_library(reply_values),
            styles=("reply.css", "browser/styles/copying.css"),
            scripts=("reply.js",),
        ),
    ),
    pages=(Pages(reply_page, (REPLY, REPLY_LIMITS)),),
    data={REPLY_DATA: reply_json},
)
