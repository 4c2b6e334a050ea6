"""The settings of this package in a configuration of MkDocs: what mkdocs.yml itself says stays."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.config_options import ExtraScriptValue

from .settings import FEATURES, SEARCH, TEMPLATES, THEME, VALIDATION, extensions, palette

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from .plan import SitePlan

WORDS = "partials/languages"
"""Where a theme has its words, one file a language."""

_LEVELS = {"warn": logging.WARNING, "info": logging.INFO, "ignore": logging.DEBUG}


class LanguageError(ValueError):
    """The theme has no words in the language of the handbook."""


def settle(config: MkDocsConfig, plan: SitePlan) -> None:
    """Complete ``config`` for the site of ``plan``: head, theme, styles, scripts, Markdown.

    Raises LanguageError where the theme does not speak the language of the plan.
    """
    written = _as_written(config)
    config.site_name = str(plan.head["site_name"])
    config.extra |= {name: value for name, value in plan.head.items() if name != "site_name"}
    config.extra.setdefault("generator", False)
    _theme(config, written.get("theme"), plan)
    config.extra_css = [*plan.styles, *(each for each in config.extra_css)]
    ours = [_module(path) for path in plan.scripts]
    config.extra_javascript = [*ours, *config.extra_javascript]
    for name, settings in extensions(plan.words).items():
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        config.mdx_configs[name] = settings | (config.mdx_configs.get(name) or {})
    _validation(config, written.get("validation"))
    for name in SEARCH:
        if name in config.plugins:
            config.plugins[name].config["enabled"] = False


def _as_written(config: MkDocsConfig) -> dict[str, Any]:
    """Return what mkdocs.yml says, before the engine has added its defaults."""
    written: dict[str, Any] = {}
    with warnings.catch_warnings():
        # MkDocs means to drop it; within our bounds it is there, and nothing else says this.
        warnings.simplefilter("ignore", DeprecationWarning)
        for each in config.user_configs:
            written |= each
    return written


def _theme(config: MkDocsConfig, written: Any, plan: SitePlan) -> None:
    theme = config.theme
    own = written if isinstance(written, dict) else {}
    spoken = {"language": plan.language, "direction": plan.words.direction}
    for name, value in (THEME | spoken).items():
        if isinstance(value, dict):
            theme[name] = value | (own.get(name) or {})
        elif name not in own:
            theme[name] = value
    icon = own.get("icon")
    drawn = isinstance(icon, dict) and "logo" in icon
    for name, value in plan.theme.items():
        if name not in own and not (name == "logo" and drawn):
            theme[name] = value
    theme["palette"] = palette(own.get("palette"), plan.words)
    asked = own.get("features") or []
    theme["features"] = sorted({*FEATURES, *asked})
    # Above the theme's own templates, and below those of the handbook.
    theme.dirs.insert(1 if theme.custom_dir else 0, str(TEMPLATES))
    if "language" not in own:
        theme["language"] = _spoken(theme.dirs, plan.language)


def _spoken(folders: Sequence[str], language: str) -> str:
    """Return the name of the theme's words for ``language``: its own, or without its country."""
    for name in (language, language.partition("-")[0]):
        if any((Path(each) / WORDS / f"{name}.html").is_file() for each in folders):
            return name
    raise LanguageError(
        f'the theme has no words in the language "{language}" of handbook.yml. '
        f"Choose another, or write docs/overrides/{WORDS}/{language}.html."
    )


def _module(path: str) -> ExtraScriptValue:
    script = ExtraScriptValue(path)
    script.type = "module"
    return script


def _validation(config: MkDocsConfig, written: Any) -> None:
    own = written if isinstance(written, dict) else {}
    for part, levels in VALIDATION.items():
        said = own[part] if isinstance(own.get(part), dict) else own
        for name, level in levels.items():
            if name not in said:
                config.validation[part][name] = _LEVELS[level]
