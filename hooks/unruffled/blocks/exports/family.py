"""The files with which the phrases are taken along."""

from __future__ import annotations

from ..base import Block, Family, Pages, of_library
from .view import TAKE_ALONG, export_values, take_along_page

FAMILY = Family(
    blocks=(
        Block(
            "exports",
            of_library(export_values),
            styles=("browser/styles/filters.css", "exports.css"),
            scripts=("exports.js",),
        ),
    ),
    pages=(Pages(take_along_page, shared={TAKE_ALONG: "the page of files to take along"}),),
)
