"""Rules for module pages: the page grammar, objectives, evidence."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.handbook import FILE as HANDBOOK
from ..model.library import Library
from ..model.page import Page
from ..model.shapes import Shape
from ..problems import Place, nearest
from .ids import repeated
from .registry import Finding, rule


def modules(library: Library) -> Iterator[Page]:
    """Yield every page that teaches something."""
    yield from (page for page in library.pages.values() if page.is_module)


def shaped(library: Library) -> Iterator[tuple[Page, Shape]]:
    """Yield every page whose headings handbook.yml prescribes, with its shape."""
    if HANDBOOK in library.partial:
        return
    for page in library.pages.values():
        if not page.generated and (shape := library.shape_of(page)):
            yield page, shape


@rule(
    "MD101",
    meaning="A heading that every page of this shape has is missing.",
    cure="Add the heading; all such pages have the same, so that readers learn the shape.",
)
def grammar_is_complete(library: Library) -> Iterator[Finding]:
    """A reader who knows one module finds her way in all of them."""
    for page, shape in shaped(library):
        if page.cut_off:
            continue
        present = {heading.text for heading in page.headings if heading.level == 2}
        for part in shape.parts:
            if part.required and part.heading not in present:
                yield _missing(page, part.heading)


def _missing(page: Page, name: str) -> Finding:
    """Say that a heading is missing, where it was tried, or else where the page begins."""
    tried = [(slip.place, slip.written) for slip in page.slips_of("heading")]
    tried += [(each.place, each.text) for each in page.headings if each.level != 2]
    for place, text in tried:
        if text.strip("# ").casefold() == name.casefold():
            cause = f'the heading "{name}" is not written as a heading of level 2'
            return Finding(place, cause, f"write `## {name}`: two #, a space, and the words")
    return Finding(page.place, f'the heading "{name}" is missing', f"add a line `## {name}`")


@rule(
    "MD102",
    meaning="A heading stands out of order, or twice.",
    cure="Move or merge the part under the heading.",
)
def grammar_is_in_order(library: Library) -> Iterator[Finding]:
    """Each part once, in the order of the others."""
    for page, shape in shaped(library):
        furthest = -1
        for heading in page.headings:
            if heading.level != 2 or heading.text not in shape.names:
                continue
            position = shape.names.index(heading.text)
            if position <= furthest:
                after = "" if position == 0 else f' after "{shape.names[position - 1]}"'
                cause = f'the heading "{heading.text}" stands out of order, or twice'
                yield Finding(heading.place, cause, f"have it once,{after or ' first'}")
            furthest = max(furthest, position)


@rule(
    "MD103",
    meaning="A heading is none of those that pages of this shape have.",
    cure="Use a level-3 heading (###) inside one of the known parts.",
)
def grammar_is_all(library: Library) -> Iterator[Finding]:
    """A new part is a level-3 heading inside a known one."""
    for page, shape in shaped(library):
        for heading in page.headings if shape.parts and not shape.others else ():
            if heading.level == 2 and heading.text not in shape.names:
                guess = nearest(heading.text, shape.names)
                cause = f'"{heading.text}" is none of the headings that every {shape.id} has'
                yield Finding(heading.place, f"{cause}: {guess}")


@rule(
    "MD104",
    meaning="The page does not begin with exactly one title.",
    cure="Begin the page with one line `# Title` and use ## below it.",
)
def one_title(library: Library) -> Iterator[Finding]:
    """One level-1 heading, first: screen readers and search take it for the page's name."""
    for page in library.pages.values():
        if page.generated or page.meta.template:
            continue
        titles = [heading for heading in page.headings if heading.level == 1]
        if not titles:
            yield Finding(page.place, "the page has no title")
        elif page.headings[0].level != 1:
            yield Finding(page.headings[0].place, "a heading stands above the title")
        for extra in titles[1:]:
            yield Finding(extra.place, f'"{extra.text}" is a second title')


@rule(
    "MD105",
    meaning="No question tests an objective.",
    cure="Add a question with this objective to the module's quiz, or remove the objective.",
)
def objectives_are_tested(library: Library) -> Iterator[Finding]:
    """An objective that no question tests is a promise nobody checks."""
    if library.handbook.objectives == "optional" or _ownerless(library):
        return
    for page in modules(library):
        quizzes = library.quiz_of(page)
        if any(library.is_partial(quiz) for quiz in quizzes):
            continue
        tested = {question.objective for quiz in quizzes for question in quiz.questions}
        for objective in page.meta.objectives:
            if objective.id not in tested:
                yield Finding(objective.at("id"), f'no question tests "{objective.id}"')


def _ownerless(library: Library) -> bool:
    """Whether there is a quiz so faulty that nobody can say which module or questions it has."""
    whole = {
        quiz.at().path
        for quiz in library.quizzes.values()
        if quiz.pool or (quiz.module and quiz.questions)
    }
    faulty = {quiz.at().path for quiz in library.quizzes.values()} - whole
    unread = {path for path in library.partial if path.startswith("quizzes/")} - whole
    return bool(faulty | unread)


@rule(
    "MD106",
    meaning="Two objectives of one module share an id.",
    cure="Give each objective an id of its own.",
)
def objective_ids_are_unique(library: Library) -> Iterator[Finding]:
    """Questions name their objective by id."""
    for page in modules(library):
        yield from repeated(page.meta.objectives, "objective")


@rule(
    "MD107",
    meaning="The evidence in the front matter and the citations on the page differ.",
    cure="List in `evidence` what the page cites as `([R17](#r17))`, and nothing else.",
)
def evidence_is_what_is_cited(library: Library) -> Iterator[Finding]:
    """The list of sources is made from `evidence`, the claims cite `#r17`."""
    known = {name.lower() for name in library.reference_by_id}
    for page in library.pages.values():
        if not page.meta.evidence:
            continue
        listed = {name.lower() for name in page.meta.evidence}
        cited = {link.target[1:] for link in page.links if link.target.startswith("#")} & known
        cited |= {name for name, _ in _citations(library, page)}
        for index, name in enumerate(page.meta.evidence):
            if name.lower() not in cited and not page.cut_off and name in library.reference_by_id:
                cure = f"cite it as `([{name}](#{name.lower()}))`, or take it off the list"
                place = page.meta.at("evidence", index)
                yield Finding(place, f'"{name}" is listed and nothing on the page cites it', cure)
        for name in sorted(cited - listed):
            cause = f'the page cites "{name.upper()}", which `evidence` does not list'
            link = next((each for each in page.links if each.target == f"#{name}"), None)
            place = link.place if link else _phrase_that_cites(library, page, name)
            if link is None:
                cause = f'the phrase cites "{name.upper()}", which its page does not list'
            cure = f"add {name.upper()} to `evidence` in docs/{page.path}"
            yield Finding(place, cause, cure)


def _citations(library: Library, page: Page) -> Iterator[tuple[str, Place]]:
    """Yield what the phrases of a module cite, in small letters, and where."""
    for table in library.phrases.values():
        for phrase in table.phrases if table.module == page.path else ():
            for index, name in enumerate(phrase.evidence):
                if name in library.reference_by_id:
                    yield name.lower(), phrase.at("evidence", index)


def _phrase_that_cites(library: Library, page: Page, name: str) -> Place:
    return next(place for cited, place in _citations(library, page) if cited == name)
