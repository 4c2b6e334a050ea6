"""The course: its modules and tests with the learner's progress, and its data for scripts."""

from __future__ import annotations

from ..base import Block, Family, Room, of_library
from .view import COURSE_DATA, course_json, course_values

FAMILY = Family(
    blocks=(
        Block(
            "course",
            of_library(course_values),
            styles=("course.css",),
            scripts=("course.js",),
            room=Room.COURSE,
        ),
        Block(
            "for-you",
            of_library(course_values),
            styles=("course.css",),
            scripts=("for-you.js",),
        ),
    ),
    data={COURSE_DATA: course_json},
)
