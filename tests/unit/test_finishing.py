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


@pytest.mark.parametrize("moved", range(5))
def test_broken_off_on_the_way_there_is_no_way_in_and_nothing_is_kept(
    built, tmp_path, monkeypatch, moved
) -> None:
    move = Path.replace
    done: list[str] = []

    def broken_off(self: Path, target: Path) -> Path:
        if len(done) == moved:
            raise KeyboardInterrupt
        done.append(target.name)
        return move(self, target)

    monkeypatch.setattr(Path, "replace", broken_off)
    with pytest.raises(KeyboardInterrupt):
        put_in_place(built, tmp_path)
    assert "sw.js" not in seen(tmp_path)
    assert "index.html" not in seen(tmp_path)


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
