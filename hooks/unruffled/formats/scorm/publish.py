"""The packages that a site offers for download."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...blocks.course.view import course_data
from ...blocks.packages.view import offers_packages, packages_values
from ...keeping import Bytes, text_digest
from .build import course_of, package

if TYPE_CHECKING:
    from ...keeping import Kept
    from ...model.library import Library
    from ...model.quiz import Quiz
    from ...rendering import Renderer


def published(
    renderer: Renderer, site: str = "", kept: Kept | None = None, given: str = ""
) -> dict[str, bytes]:
    """Return the packages by their paths below docs/; none, where no page offers them.

    ``site`` as in ``package``. With ``kept``, a package is made anew only where it could differ;
    ``given`` is the digest of what the Renderer knows besides the Library.
    """

    def made(quiz: Quiz, path: str) -> bytes:
        course = course_of(library, quiz, data)

        def make(library: Library) -> bytes:
            own = replace(renderer, library=library)
            return package(own, library.quizzes[quiz.id], site, course)

        if kept is None:
            return make(library)
        digest = text_digest(given, course)
        return kept.of("files", path, library, make, given=digest, form=Bytes(), parts=True)

    library = renderer.library
    if not offers_packages(library):
        return {}
    offered = packages_values(library)["packages"]
    # What it knows of one quiz differs less often than what the whole course depends on.
    data = (
        kept.of("once", "course data", library, course_data, parts=True)
        if kept
        else course_data(library)
    )
    return {path: made(quiz, path) for quiz, path, _ in offered}
