"""A handbook that is built on another one: own content over it, parts of it left out."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
import yaml
from click.testing import CliRunner, Result
from commands import call
from mkdocs.config.defaults import MkDocsConfig

from overlay_project import SOUND, installed, own, package, write
from unruffled.blocks.registry import BLOCKS
from unruffled.cli import main
from unruffled.loading import fences
from unruffled.model.library import Library
from unruffled.problems import Problem
from unruffled.project import inspect
from unruffled.publishing.mkdocs import Unruffled
from unruffled.rendering import Renderer

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from unruffled.rendering.extension import FenceExtension

__all__ = ["installed"]

PAGE = "# Ours\n\nDo it [like this](greeting.md).\n"


def base(tmp_path: Path, files: dict[str, str] | None = None) -> Path:
    return write(package(tmp_path / "below", "1.0"), files or {})


def read(root: Path) -> Library:
    """Return the Library of a handbook that has no faults."""
    library, problems = inspect(root)
    assert [str(each) for each in problems if each.severity == "error"] == []
    return library


def told(root: Path) -> list[Problem]:
    return [each for each in inspect(root)[1] if each.code != "OR101"]


def said(root: Path) -> str:
    return "\n".join(map(str, told(root)))


def shown(library: Library, path: str, text: str) -> str:
    return "\n".join(Renderer(library).page(path, text.split("\n"), lambda html: html))


def ours(tmp_path: Path, files: dict[str, str] | None = None, handbook: str = "") -> Path:
    folder = base(tmp_path)
    made = own(tmp_path / "own", str(folder), files)
    return write(made, {"handbook.yml": f"base: {folder}\n{handbook}"})


def init(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["init", str(folder), *options])


def test_all_of_the_base_is_there_and_the_name_is_the_own_one(tmp_path: Path) -> None:
    library = read(ours(tmp_path))
    plain = inspect(SOUND)[0]
    assert set(plain.pages) <= set(library.pages)
    assert set(plain.quizzes) == set(library.quizzes)
    assert library.organisation.name == "Field & Sons"
    assert [path for path, _ in library.nav] == [path for path, _ in plain.nav]


def test_an_own_file_takes_the_place_of_that_of_the_same_path(tmp_path: Path) -> None:
    text = (SOUND / "quizzes/greeting.yml").read_text(encoding="utf-8")
    root = ours(tmp_path, {"quizzes/greeting.yaml": text.replace("title: ", "title: Our ", 1)})
    library = read(root)
    assert library.quizzes["greeting"].title.startswith("Our ")
    assert library.quizzes["greeting"].at("title").path == "quizzes/greeting.yaml"


def test_words_are_added_and_replaced_by_their_ids(tmp_path: Path) -> None:
    plain = inspect(SOUND)[0].vocabulary
    first = plain.situations[0]
    words = (
        f"situations:\n  - {{id: {first.id}, label: As we say it}}\n"
        "  - {id: queue, label: A long queue}\nsynonyms:\n  - [till, checkout]\n"
    )
    library = read(ours(tmp_path, {"vocabulary.yml": words}))
    labels = {each.id: each.label for each in library.vocabulary.situations}
    assert labels[first.id] == "As we say it"
    assert list(labels) == [*(each.id for each in plain.situations), "queue"]
    assert [each.id for each in library.vocabulary.techniques] == [
        each.id for each in plain.techniques
    ]
    assert ("till", "checkout") in library.vocabulary.synonyms


def test_a_fault_in_added_words_is_told_at_its_own_place(tmp_path: Path) -> None:
    root = ours(tmp_path, {"vocabulary.yml": "synonyms:\n  - [alone]\n"})
    assert [(each.code, str(each.place)) for each in told(root)] == [
        ("RF103", "vocabulary.yml:2:5")
    ]


def test_decisions_are_taken_over_key_by_key_but_not_the_house_style(tmp_path: Path) -> None:
    library = read(ours(tmp_path, handbook="tones:\n  - {id: warm, label: Friendly}\n"))
    plain = inspect(SOUND)[0].handbook
    assert [each.label for each in library.handbook.tones] == ["Friendly"]
    assert library.handbook.words["slots"] == plain.words["slots"]
    assert plain.shapes and library.handbook.shapes == ()
    assert library.handbook.objectives == "optional"


def test_an_own_module_needs_none_of_the_headings_of_the_base(tmp_path: Path) -> None:
    head = "summary: Ours.\nmenu: {}\nobjectives:\n  - {id: say-it, text: say it}\n"
    read(ours(tmp_path, {"docs/connect/ours.md": f"---\n{head}---\n\n# Ours\n\nSay it.\n"}))


def test_a_fault_below_is_a_note_and_names_whose_file_it_is(tmp_path: Path) -> None:
    root = ours(tmp_path, {"docs/connect/greeting.md": "# Greeting\n\nWith no quiz at all.\n"})
    found = told(root)
    assert {each.severity for each in found} == {"note"}
    assert any(str(each.place).startswith("content:quizzes/greeting.yml") for each in found)
    assert all("Nothing has to be done here" in each.cure for each in found)


def test_own_faults_stay_faults(tmp_path: Path) -> None:
    root = ours(tmp_path, {"docs/ours.md": "---\nmenu: {}\n---\n\n# Ours\n\n[x](nowhere.md)\n"})
    assert [each.code for each in told(root)] == ["LK101"]


def test_a_base_that_is_not_there_is_one_fault(tmp_path: Path) -> None:
    (found,) = inspect(own(tmp_path / "own", "no-such-handbook"))[1]
    assert found.code == "HB120"
    assert "no-such-handbook" in found.cause
    assert "0.1.0" in found.cure


def test_a_base_that_does_not_fit_is_told_with_both_versions(
    tmp_path: Path, installed: Path
) -> None:
    package(installed, "1.4.0")
    handbook = "base: {name: small-handbook, version: '>=2'}\n"
    root = write(own(tmp_path / "own", "small-handbook"), {"handbook.yml": handbook})
    (found,) = inspect(root)[1]
    assert (found.code, str(found.place)) == ("HB121", "handbook.yml:1:39")
    assert ">=2" in found.cause
    assert "small-handbook 1.4.0" in found.cause


def test_a_generator_that_does_not_fit_the_base_is_told_with_both_versions(
    tmp_path: Path, installed: Path
) -> None:
    package(installed, "1.4.0", needs="unruffled>=7,<8")
    (found,) = inspect(own(tmp_path / "own", "small-handbook"))[1]
    assert found.code == "HB121"
    assert "small-handbook 1.4.0 is for unruffled <8,>=7, and 0.1.0 is installed" in found.cause


def test_a_package_is_built_on_by_its_name(tmp_path: Path, installed: Path) -> None:
    package(installed, "1.4.0")
    library = read(own(tmp_path / "own", "small-handbook"))
    assert library.roots[1].called == "small-handbook 1.4.0"
    assert library.quizzes["greeting"].at().path == "small-handbook:quizzes/greeting.yml"


def test_a_handbook_can_be_built_on_one_that_is_built_on_another(tmp_path: Path) -> None:
    middle = ours(tmp_path, {"docs/middle.md": "---\nmenu: {}\n---\n\n# Middle\n\nText.\n"})
    library = read(own(tmp_path / "top", f"../{middle.name}"))
    assert {"middle.md", "connect/greeting.md"} <= library.pages.keys()
    assert [each.name for each in library.roots] == ["", "own", "content"]


def test_a_circle_of_handbooks_is_a_fault(tmp_path: Path) -> None:
    root = own(tmp_path / "own", "../other")
    own(tmp_path / "other", "../own")
    assert [each.code for each in inspect(root)[1]] == ["HB120"]


@pytest.mark.parametrize(
    "gone",
    [
        "docs/connect/greeting.md",
        "docs/connect/",
        "quizzes/greeting.yml",
        "phrases/",
        "scenarios/late.yml",
        "sessions/",
        "assignments/first-week.yml",
        "paths/first-day.yml",
        "situations/silent.yml",
    ],
)
def test_what_is_left_out_is_gone_and_nothing_of_it_is_a_fault(tmp_path: Path, gone: str) -> None:
    library = read(ours(tmp_path, handbook=f"without: [{gone}]\n"))
    folder, _, name = gone.partition("/")
    if folder == "docs":
        assert not [path for path in library.pages if path.startswith(name)]
    else:
        stem = name.removesuffix(".yml")
        row = {"situations": "cards"}.get(folder, folder)
        left = getattr(library, row)
        assert stem not in left if stem else not left


def test_a_module_takes_its_quiz_its_phrases_and_its_session_with_it(tmp_path: Path) -> None:
    library = read(ours(tmp_path, handbook="without: [docs/connect/greeting.md]\n"))
    assert (dict(library.quizzes), dict(library.phrases), dict(library.sessions)) == ({}, {}, {})
    assert "phrases/greeting.md" not in library.pages
    (path,) = library.paths.values()
    assert [step.page for stage in path.stages for step in stage.steps] == [None]
    assert "connect/greeting.md" not in [page for page, _ in library.nav]


def test_links_to_it_become_text_in_pages_and_in_data(tmp_path: Path) -> None:
    root = ours(tmp_path, handbook="without: [docs/connect/greeting.md]\n")
    library = read(root)
    text = (SOUND / "docs/index.md").read_text(encoding="utf-8")
    assert "Begin with greeting, or with its steps." in shown(library, "index.md", text)
    assert "greeting.md" not in shown(library, "index.md", text)
    fence = next(fences.find(["```scenario", "late", "```"], frozenset(BLOCKS)))
    html = Renderer(library).block("practice/late.md", fence)
    assert "unruffled:gone" not in html
    assert "greeting" not in "".join(part for part in html.split('"') if ".md" in part)


def test_own_links_and_fences_to_it_are_no_fault_either(tmp_path: Path) -> None:
    page = (
        "---\nmenu: {}\n---\n\n# Ours\n\nSee [it](connect/greeting.md){ .md-button }.\n\n"
        "    [it](connect/greeting.md)\n\n```quiz\ngreeting\n```\n"
    )
    root = ours(tmp_path, {"docs/ours.md": page}, "without: [docs/connect/greeting.md]\n")
    library = read(root)
    made = shown(library, "ours.md", page.split("---\n\n")[1])
    assert "See it.\n" in made
    assert "    [it](connect/greeting.md)" in made  # code is shown as it is
    assert "quiz" not in made


def test_a_place_that_an_own_page_lacks_leads_to_the_page(tmp_path: Path) -> None:
    root = ours(tmp_path, {"docs/connect/greeting.md": "# Greeting\n\nShort.\n"})
    text = (SOUND / "docs/index.md").read_text(encoding="utf-8")
    assert "[steps](connect/greeting.md)." in shown(inspect(root)[0], "index.md", text)


def test_leaving_out_what_is_not_there_is_a_fault_with_a_guess(tmp_path: Path) -> None:
    (found,) = told(ours(tmp_path, handbook="without:\n  - docs/connect/greting.md\n"))
    assert (found.code, str(found.place)) == ("HB126", "handbook.yml:3:5")
    assert 'did you mean "docs/connect/greeting.md"?' in found.cause


def test_a_card_for_danger_cannot_be_left_out(tmp_path: Path) -> None:
    safety = (
        "line: Help is here.\ncard: silent\ncards:\n  - {card: silent, wordings: [want to die]}\n"
    )
    folder = base(tmp_path, {"safety.yml": safety})
    card = (SOUND / "situations/silent.yml").read_text(encoding="utf-8")
    write(folder, {"situations/silent.yml": f"{card}safety: true\n"})
    handbook = f"base: {folder}\nwithout: [situations/silent.yml]\n"
    root = write(own(tmp_path / "own", str(folder)), {"handbook.yml": handbook})
    assert [each.code for each in told(root) if each.severity == "error"] == ["HB127"]
    write(root, {"situations/silent.yml": card})
    assert "HB127" not in said(root)


def test_own_pages_stand_in_the_menu_where_they_ask_to(tmp_path: Path) -> None:
    def page(place: str) -> str:
        return f"---\nmenu: {place}\n---\n\n{PAGE}"

    root = ours(
        tmp_path,
        {
            "docs/connect/c.md": page("{below: Connect, after: connect/b.md}"),
            "docs/connect/b.md": page("{after: connect/greeting.md, title: Second}"),
            "docs/connect/a.md": page("{below: connect}"),
        },
    )
    library = read(root)
    assert library.menu is not None
    assert [each.as_setting() for each in library.menu] == [
        {"Home": "index.md"},
        {
            "Connect": [
                "connect/greeting.md",
                {"Second": "connect/b.md"},
                "connect/c.md",
                "connect/a.md",
            ]
        },
    ]


def test_a_place_in_the_menu_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    page = f"---\nmenu:\n  below: Conect\n---\n\n{PAGE}"
    (found,) = told(ours(tmp_path, {"docs/connect/a.md": page}))
    assert (found.code, str(found.place)) == ("HB123", "docs/connect/a.md:3:10")
    assert 'did you mean "Connect"?' in found.cause


def test_an_own_menu_is_taken_whole(tmp_path: Path) -> None:
    menu = "site_name: ours\nnav:\n  - connect/greeting.md\n"
    library = inspect(ours(tmp_path, {"mkdocs.yml": menu}))[0]
    assert library.menu is None
    assert [path for path, _ in library.nav] == ["connect/greeting.md"]


def test_a_new_one_has_six_files_and_passes_its_check(tmp_path: Path, installed: Path) -> None:
    package(installed, "1.4.0")
    done = init(tmp_path / "ours", "--on", "small", "--name", "Field & Sons: 1", "--title", "T")
    assert done.exit_code == 0, done.output
    root = tmp_path / "ours"
    files = [each for each in root.rglob("*") if each.is_file()]
    assert len(files) == 6
    library, problems = inspect(root)
    assert {each.code for each in problems} == {"OR101"}
    assert library.organisation.name == "Field & Sons: 1"
    assert "small-handbook==1.4.0" in (root / "requirements.txt").read_text("utf-8").splitlines()
    assert library.sections["our-rules.md"] == "Connect"
    workflow = (root / ".github/workflows/site.yml").read_text("utf-8")
    assert len(workflow.splitlines()) <= 22
    assert yaml.safe_load(workflow)["jobs"]


def test_a_new_one_can_be_built_on_a_folder(tmp_path: Path) -> None:
    folder = base(tmp_path)
    assert init(tmp_path / "ours", "--on", str(folder)).exit_code == 0
    read(tmp_path / "ours")


def test_without_an_index_the_wheels_are_named_with_their_digests(tmp_path: Path) -> None:
    sums = f"{'0' * 64}  unruffled-0.1.0-py3-none-any.whl\n{'1' * 64}  a_b-2-py3-none-any.whl\n"
    write(tmp_path, {"dist/SHA256SUMS": sums})
    done = init(tmp_path / "ours", "--on", str(base(tmp_path)), "--wheels", str(tmp_path / "dist"))
    assert done.exit_code == 0, done.output
    lines = (tmp_path / "ours/requirements.txt").read_text("utf-8").splitlines()
    at = (tmp_path / "dist").as_uri()
    assert lines[1:] == [
        f"unruffled @ {at}/unruffled-0.1.0-py3-none-any.whl#sha256={'0' * 64}",
        f"a-b @ {at}/a_b-2-py3-none-any.whl#sha256={'1' * 64}",
    ]


def test_what_is_not_there_cannot_be_built_on(tmp_path: Path) -> None:
    done = init(tmp_path / "ours", "--on", "nothing")
    assert (done.exit_code, 'the content "nothing"' in done.output) == (1, True)
    done = init(tmp_path / "ours", "--on", str(base(tmp_path)), "--wheels", str(tmp_path / "no"))
    assert (done.exit_code, "Traceback" in done.output) == (1, False)
    assert not (tmp_path / "ours").exists()


def test_new_things_are_not_written_into_files_of_others(tmp_path: Path) -> None:
    root = ours(tmp_path)
    options = ["--kind", "single", "--objective", "greet-by-name"]
    done = call(root, "new", "question", "greeting", "another", *options)
    assert (done.exit_code, "unruffled copy quizzes/greeting.yml" in done.output) == (1, True)
    done = call(root, "new", "module", "connect/waving")
    assert (done.exit_code, "menu: {below: A section}" in done.output) == (0, True)
    assert "nav" not in (root / "mkdocs.yml").read_text("utf-8")


def test_a_live_preview_watches_what_it_is_built_on(tmp_path: Path) -> None:
    root = ours(tmp_path)
    site = Unruffled()
    library = inspect(root)[0]
    site.extension = cast("FenceExtension", SimpleNamespace(renderer=Renderer(library)))
    watched: list[str] = []
    server = SimpleNamespace(watch=watched.append)
    site.on_serve(cast("LiveReloadServer", server), MkDocsConfig(), None)
    below = library.roots[1].folder
    assert {str(below / "docs"), str(below / "quizzes"), str(below / "mkdocs.yml")} <= set(watched)
    assert str(root / "handbook.yml") in watched
