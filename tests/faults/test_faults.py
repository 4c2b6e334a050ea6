"""Each file in cases/ holds one author's mistake, and every problem that must be reported.

Nothing else may be. README.md has the form of these files.
"""

from __future__ import annotations

import pytest

import fault_cases
from fault_cases import Case, Folder
from unruffled.catalogue import CATALOGUE
from unruffled.model.library import Library
from unruffled.problems import Problem
from unruffled.project import inspect
from unruffled.rendering import Renderer


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return Folder(tmp_path_factory.mktemp("project"))


def inspected(case: Case, folder: Folder) -> tuple[Library, list[Problem]]:
    with pytest.MonkeyPatch.context() as patch:
        if case.epoch:
            patch.setenv("SOURCE_DATE_EPOCH", case.epoch)
        return inspect(folder.holding(case.files), due=case.due)


Checked = tuple[Case, Library, list[Problem]]


@pytest.fixture(scope="module", params=fault_cases.NAMES)
def checked(request: pytest.FixtureRequest, folder: Folder) -> Checked:
    """A case that lies in `folder`, and what the check finds: read once for all questions to it."""
    case = fault_cases.case(request.param)
    return case, *inspected(case, folder)


def test_the_base_is_sound(folder: Folder) -> None:
    assert inspect(folder.holding(fault_cases.base()))[1] == []


def test_a_mistake_is_reported_at_its_place_and_nothing_else_is(checked: Checked) -> None:
    case, _, problems = checked
    found = [(str(each.place), each.code) for each in problems]
    told = "\n".join(map(str, problems))
    assert sorted(found) == sorted((place, code) for place, code, _ in case.expected), told
    for place, code, words in case.expected:
        messages = [
            f"{each.cause} {each.cure}"
            for each in problems
            if (str(each.place), each.code) == (place, code)
        ]
        assert any(words in message for message in messages), (words, messages)


def test_a_page_with_any_mistake_can_be_shown(checked: Checked, folder: Folder) -> None:
    """A live preview goes on, and shows the fault."""
    _, library, problems = checked
    renderer = Renderer(library, problems)
    for path in library.pages:
        root = library.below[path].folder if path in library.below else folder.root
        text = library.generated.get(path) or (root / "docs" / path).read_text(errors="replace")
        renderer.page(path, text.split("\n"), str)  # raises nothing


def test_every_code_of_the_catalogue_has_a_case_named_after_it() -> None:
    named = {name.split("-")[0] for name in fault_cases.NAMES}
    assert set(CATALOGUE) == named - {"sound", "many"}


def as_named(case: Case) -> bool:
    prefix = case.name.split("-")[0]
    if prefix == "sound":
        return not case.codes
    return len(case.codes) >= 5 if prefix == "many" else prefix in case.codes


def test_a_case_expects_what_its_name_says() -> None:
    cases = map(fault_cases.case, fault_cases.NAMES)
    assert [case.name for case in cases if not as_named(case)] == []


def test_faults_of_all_files_come_in_one_run_sorted_by_place(folder: Folder) -> None:
    problems = inspected(fault_cases.case("many-in-all-files"), folder)[1]
    places = [each.place for each in problems]
    assert places == sorted(places)
    assert len({place.path for place in places}) >= 9
