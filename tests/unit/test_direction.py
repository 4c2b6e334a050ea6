"""The theme turns its pages round for a language from right to left, for each engine."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config

from unruffled.publishing.mkdocs_settings import settle
from unruffled.publishing.plan import SitePlan
from unruffled.publishing.staged_settings import settings
from unruffled.words import Words

# Which settings a handbook has written itself, the engine tells by a name that it wants to drop.
pytestmark = pytest.mark.filterwarnings("ignore:user_configs:DeprecationWarning")

WAYS = [("ar", "rtl"), ("he", "rtl"), ("fa-IR", "rtl"), ("ar-XB", "rtl")]
WAYS += [("en", "ltr"), ("pt-BR", "ltr"), ("zh-Hant", "ltr"), ("en-XA", "ltr")]


def plan(language: str) -> SitePlan:
    head = {"site_name": "A"}
    return SitePlan(pages={}, files={}, head=head, language=language, words=Words(language))


@pytest.mark.parametrize(("language", "way"), WAYS)
def test_the_theme_has_the_direction_of_the_language(
    tmp_path: Path, language: str, way: str
) -> None:
    (tmp_path / "docs").mkdir()
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_name: A\ntheme: {name: material}\n", encoding="utf-8")
    config = load_config(str(file))
    settle(config, plan(language))
    assert config.theme["direction"] == way
    tree = yaml.safe_load(
        settings(yaml.compose(file.read_text(encoding="utf-8")), plan(language), "t")
    )
    assert tree["theme"]["direction"] == way


def test_a_direction_that_a_handbook_sets_stays(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_name: A\ntheme: {name: material, direction: ltr}\n", encoding="utf-8")
    config = load_config(str(file))
    settle(config, plan("ar"))
    assert config.theme["direction"] == "ltr"
