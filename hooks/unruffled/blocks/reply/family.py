"""The page on which a draft is checked before it is sent."""

from __future__ import annotations

from ..base import Block, Family, Pages, of_library
from ..desk.pages import REPLY
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
    pages=(Pages(reply_page, shared={REPLY: "the page on which a reply is checked"}),),
    data={REPLY_DATA: reply_json},
)
