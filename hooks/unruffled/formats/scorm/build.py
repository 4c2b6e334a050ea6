"""One quiz → one zip that a learning platform can run: the page of the quiz with the scripts of the
site, and a record that lies with the platform (see docs/contributing/decisions/0016)."""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ...assets import ADDRESS, PACKAGE, kind_files, named
from ...blocks.course.view import COURSE_DATA, course_data, edition_of
from ...blocks.quiz.view import whole_values
from ...branded import shades_of
from ...packing import pack
from ...policy import page_policy, written
from ...text.escaping import UNSHOWN
from ...words.scripts import translated
from ..archive import zipped
from .manifest import MANIFEST, manifest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...model.library import Library
    from ...model.quiz import Quiz
    from ...rendering import Renderer

PAGE = "index.html"
SCRIPT = f"{ADDRESS}/formats/scorm/sco/sco.js"
TRUSTED = f"{ADDRESS}/browser/site/trusted.js"
STYLES = tuple(f"{ADDRESS}/formats/scorm/sco/{name}.css" for name in ("theme", "sco"))
"""What a site has from its theme, and what only a package has."""
HOME = "index.md"
"""The page at the root of the site, which every address is written from."""
RECORD = f"{ADDRESS}/browser/core/store.js"
"""Where the scripts of the site look for the learner's record: a package has another one there."""

OTHER_RECORD = 'export * from "../../formats/scorm/sco/store.js";\n'
_IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}/[^"']+)["']""")


def package(renderer: Renderer, quiz: Quiz, site: str = "", course: str = "") -> bytes:
    """Return the bytes of a quiz's package.

    ``site`` is the address at which the handbook is published: links lead there, and are plain
    text without it. ``course`` is ``course_of`` the quiz, if it is there already.
    """
    library = renderer.library
    files = _files(renderer, quiz, site, course or course_of(library, quiz, course_data(library)))
    scorm = library.organisation.scorm
    # A platform with a mark of its own judges by it, and knows only two words for that.
    mastery = quiz.pass_mark if scorm.status == "passed-failed" else None
    listed = manifest(quiz.id, quiz.title, files, mastery=mastery)
    return zipped({MANIFEST: listed} | files)


def _files(renderer: Renderer, quiz: Quiz, site: str, course: str) -> dict[str, str]:
    library = renderer.library
    kinds = sorted({question.kind for _, question in library.questions_of(quiz)})
    styles = _styles(quiz, kinds)
    scripts = {
        path: translated(path.removeprefix(f"{ADDRESS}/"), text, library.words)
        for path, text in _scripts([TRUSTED, SCRIPT, *_of_kinds(kinds, ".js")]).items()
    }
    made = {
        PAGE: _page(renderer, quiz, styles, site),
        COURSE_DATA: course,
        **{path: pack(path, _style(path, library)) for path in styles},
        **{path: pack(path, text) for path, text in scripts.items()},
    }
    return dict(sorted(made.items(), key=lambda file: (file[0] != PAGE, file[0])))


def _styles(quiz: Quiz, kinds: Iterable[str]) -> list[str]:
    names = ["layers.css", "tokens.css", "site.css", "quiz.css"]
    names += ["test.css"] if quiz.mode.value == "test" else []
    return [*map(named, names), *_of_kinds(kinds, ".css"), *STYLES]


def _of_kinds(kinds: Iterable[str], suffix: str) -> list[str]:
    return [f"{ADDRESS}/{path}" for kind in kinds for path in kind_files(kind, suffix)]


def _style(path: str, library: Library) -> str:
    """Return a style in the organisation's colours."""
    shades = shades_of(library)
    return shades.text(_source(path)) if shades else _source(path)


def _source(path: str) -> str:
    """Return the text of a script or style of the package of Python, by its path on a site."""
    if path == RECORD:
        return OTHER_RECORD
    return (PACKAGE / path.removeprefix(f"{ADDRESS}/")).read_text(encoding="utf-8")


def _scripts(wanted: list[str]) -> dict[str, str]:
    """Return the scripts ``wanted`` with everything that they import."""
    found: dict[str, str] = {}
    while wanted:
        path = wanted.pop()
        if path in found:
            continue
        found[path] = _source(path)
        folder = posixpath.dirname(path)
        wanted += [
            posixpath.normpath(posixpath.join(folder, name))
            for name in _IMPORT.findall(found[path])
        ]
    return found


def _page(renderer: Renderer, quiz: Quiz, styles: list[str], site: str) -> str:
    abroad = replace(renderer, address=partial(_address, renderer, site))
    library = renderer.library
    path = quiz.module or ""
    context = abroad.context(path)
    body = context.render("blocks/quiz/quiz.html", **whole_values(context, quiz))
    html = abroad.env.get_template("formats/scorm/sco.html").render(
        quiz=quiz,
        body=Markup(_unlink(body)),  # made by a template with autoescape
        styles=styles,
        trusted=TRUSTED,
        script=SCRIPT,
        edition=edition_of(library, quiz),
        organisation=library.organisation,
        language=library.language,
        direction=library.words.direction,
        policy=Markup(written(page_policy())),  # as it stands there
        **library.words.html,
    )
    return f"{UNSHOWN.sub('', html).strip()}\n"


def _address(renderer: Renderer, site: str, target: str, page: str) -> str:
    """Return where a link leads from outside the site: nowhere, without its address."""
    return f"{site.rstrip('/')}/{renderer.address(target, HOME)}" if site else ""


def _unlink(html: str) -> str:
    """Take away the links that lead nowhere: those of a site without an address, and those to a
    place on the page that the quiz stands on."""
    return re.sub(r'<a href="(?:#[^"]*)?">', "<a>", html)


def course_of(library: Library, quiz: Quiz, data: Mapping[str, Any]) -> str:
    """Return what the scripts are to know of the course: this quiz, and those it draws from.

    ``data`` is all that a site knows of the course.
    """
    names = {quiz.id, *quiz.pool}
    quizzes = {name: each for name, each in data["quizzes"].items() if name in names}
    kept = {name: data[name] for name in ("title", "organisation")}
    text = kept | {"edition": edition_of(library, quiz), "quizzes": quizzes}
    return json.dumps(text, ensure_ascii=False, separators=(",", ":"))
