"""Learning paths."""

from __future__ import annotations

from ...model.path import LearningPath
from ..base import Block, Family, Pages, Room, of_item, of_library
from ..made import PATH, PATHS
from .view import path_pages, path_values, paths_values

FAMILY = Family(
    blocks=(
        Block(
            "path",
            of_item(path_values),
            content=LearningPath,
            most=1,
            styles=("blocks/course/course.css",),
            scripts=("blocks/course/course.js",),
            room=Room.COURSE,
        ),
        Block(
            "paths",
            of_library(paths_values),
            styles=("blocks/course/course.css",),
            scripts=("paths.js",),
            room=Room.LEARNING,
        ),
    ),
    pages=(Pages(path_pages, (PATHS, PATH)),),
)
