from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from unruffled.publishing.finishing import put_in_place, without_dates, workplace

PATHS = ("404.html", "index.html", "sw.js", "a/index.html", "z/index.html", "z.css")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A finished build inside the folder of an earlier site."""
    for path in ("index.html", "sw.js", "old/index.html", ".git/config"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("old", encoding="utf-8")
    place = workplace(tmp_path)
    for path in PATHS:
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_text("new", encoding="utf-8")
    return place


def seen(site: Path) -> dict[str, str]:
    return {
        file.relative_to(site).as_posix(): file.read_text(encoding="utf-8")
        for file in site.rglob("*")
        if file.is_file()
    }


def test_the_new_site_takes_the_place_of_the_old_one_but_for_hidden_files(built, tmp_path) -> None:
    put_in_place(built, tmp_path)
    assert seen(tmp_path) == dict.fromkeys(PATHS, "new") | {".git/config": "old"}


OLD = {path: "old" for path in ("index.html", "sw.js", "old/index.html")}
MOVES = 3 + 5
"""Three names are put aside, and five come."""


def breaking(monkeypatch: pytest.MonkeyPatch, moved: int, *, again: bool) -> None:
    """Let the file system fail once when ``moved`` names were moved, or from then on."""
    move, done = Path.replace, []

    def broken_off(self: Path, target: Path) -> Path:
        done.append(target.name)
        if len(done) == moved + 1 or (again and len(done) > moved):
            raise OSError("no room")
        return move(self, target)

    monkeypatch.setattr(Path, "replace", broken_off)


@pytest.mark.parametrize("moved", range(MOVES))
def test_what_fails_on_the_way_gives_the_earlier_site_back(
    built, tmp_path, monkeypatch, moved
) -> None:
    breaking(monkeypatch, moved, again=False)
    with pytest.raises(OSError, match="no room"):
        put_in_place(built, tmp_path)
    workplace(tmp_path)
    assert seen(tmp_path) == OLD | {".git/config": "old"}


@pytest.mark.parametrize("moved", range(MOVES))
def test_broken_off_on_the_way_there_is_the_earlier_site_or_no_way_in(
    built, tmp_path, monkeypatch, moved
) -> None:
    breaking(monkeypatch, moved, again=True)
    with pytest.raises(OSError, match="no room"):
        put_in_place(built, tmp_path)
    found = {path: text for path, text in seen(tmp_path).items() if not path.startswith(".")}
    assert "sw.js" not in found or found == OLD
    if "index.html" in found:  # then all is there that it leads to, and is of the same build
        one = OLD if found["index.html"] == "old" else dict.fromkeys(PATHS, "new")
        assert (
            found == {path: text for path, text in one.items() if path != "sw.js"} or found == one
        )


def test_the_map_for_search_engines_names_no_day_of_the_build(tmp_path: Path) -> None:
    text = "<url>\n     <loc>https://a.example/</loc>\n     <lastmod>2026-01-02</lastmod>\n</url>\n"
    (tmp_path / "sitemap.xml").write_text(text, encoding="utf-8")
    (tmp_path / "sitemap.xml.gz").write_bytes(gzip.compress(text.encode(), mtime=5))
    without_dates(tmp_path)
    plain = (tmp_path / "sitemap.xml").read_bytes()
    assert plain == b"<url>\n     <loc>https://a.example/</loc>\n</url>\n"
    packed = (tmp_path / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed) == plain
    assert packed[4:8] == bytes(4)


def test_a_site_without_such_a_map_is_left_as_it_is(tmp_path: Path) -> None:
    without_dates(tmp_path)
    assert list(tmp_path.iterdir()) == []
