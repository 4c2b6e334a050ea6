"""mkdocs.yml of a staged tree: the handbook's own, completed by what the plan and the package say.

It is edited as a tree of YAML, so that tags of the engine (`!ENV`) stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from .settings import FEATURES, SEARCH, THEME, extensions, palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.roots import MenuEntry
    from ..words import Words
    from .plan import SitePlan

OURS = frozenset({"hooks", "watch", "exclude_docs", "not_in_nav", "validation"})
"""Settings that only the hook, or only the engine it is written for, has a use for."""


def has_directories(menu: yaml.Node | None) -> bool:
    """Say whether pages have addresses that end in a slash; an engine does that by itself."""
    value = _get(menu, "use_directory_urls")
    return value is None or value.value.casefold() in ("true", "yes", "on")


def settings(
    menu: yaml.Node | None,
    plan: SitePlan,
    templates: str,
    inherited: Sequence[MenuEntry] | None = None,
) -> str:
    """Return the text of mkdocs.yml for the tree; ``templates`` is its folder of templates.

    ``inherited`` is the menu of a handbook that has none of its own.
    """
    if not isinstance(menu, yaml.MappingNode):
        menu = yaml.MappingNode("tag:yaml.org,2002:map", [])
    menu.value = [pair for pair in menu.value if pair[0].value not in OURS]
    _set(menu, "site_name", plan.head["site_name"])
    _plugins(menu)
    theme = _mapping(menu, "theme")
    _set(theme, "custom_dir", templates)
    own = _get(theme, "palette")
    if own is None or isinstance(own, yaml.MappingNode):
        said = {name.value: value.value for name, value in own.value} if own else {}
        _set(theme, "palette", palette(said, plan.words))
    for name, value in THEME.items():
        if isinstance(value, dict):
            _default(_mapping(theme, name), value)
        else:
            _default(theme, {name: value})
    _default(theme, {"language": plan.language, "direction": plan.words.direction})
    drawn = _get(_get(theme, "icon"), "logo") is not None
    _default(theme, {k: v for k, v in plan.theme.items() if not (k == "logo" and drawn)})
    _add(theme, "features", FEATURES)
    extra = _mapping(menu, "extra")
    _default(extra, {"generator": False})
    for name, value in plan.head.items():
        if name != "site_name":
            _set(extra, name, value)
    _add(menu, "extra_css", plan.styles)
    modules = [{"path": path, "type": "module"} for path in plan.scripts]
    _add(menu, "extra_javascript", modules)
    _extensions(menu, plan.words)
    if inherited is not None:
        _set(menu, "nav", [each.as_setting() for each in inherited])
    return yaml.serialize(menu, allow_unicode=True, width=1000)


def _node(value: Any) -> yaml.Node:
    text = yaml.safe_dump(value, allow_unicode=True)
    (node,) = yaml.compose_all(text, Loader=yaml.SafeLoader)
    return node


def _get(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _set(node: yaml.MappingNode, key: str, value: Any) -> None:
    kept = [pair for pair in node.value if pair[0].value != key]
    node.value = [*kept, (_node(key), value if isinstance(value, yaml.Node) else _node(value))]


def _default(node: yaml.MappingNode, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if _get(node, name) is None:
            _set(node, name, value)


def _mapping(node: yaml.MappingNode, key: str) -> yaml.MappingNode:
    """Return the mapping under ``key``; one that is a bare name (`theme: material`) is opened."""
    found = _get(node, key)
    if isinstance(found, yaml.MappingNode):
        return found
    made = yaml.MappingNode("tag:yaml.org,2002:map", [])
    if isinstance(found, yaml.ScalarNode) and found.value:
        made.value = [(_node("name"), found)]
    _set(node, key, made)
    return made


def _add(node: yaml.MappingNode, key: str, values: Any) -> None:
    """Put ``values`` before those of the list under ``key``, each once."""
    found = _get(node, key)
    own = found.value if isinstance(found, yaml.SequenceNode) else []
    ours = [_node(value) for value in values]
    said = {each.value for each in ours if isinstance(each, yaml.ScalarNode)}
    rest = [each for each in own if not (isinstance(each, yaml.ScalarNode) and each.value in said)]
    _set(node, key, yaml.SequenceNode("tag:yaml.org,2002:seq", [*ours, *rest]))


def _plugins(menu: yaml.MappingNode) -> None:
    """Leave the plugin of this package out: its work is done. Switch off the theme's own search,
    which is there where no plugin is named, too.
    """
    found = _get(menu, "plugins")
    own = found.value if isinstance(found, yaml.SequenceNode) else []
    others = [each for each in own if _name_of(each) not in ("unruffled", *SEARCH)]
    off = _node({SEARCH[0]: {"enabled": False}})
    _set(menu, "plugins", yaml.SequenceNode("tag:yaml.org,2002:seq", [off, *others]))


def _name_of(plugin: yaml.Node) -> str:
    found: str = plugin.value if isinstance(plugin, yaml.ScalarNode) else plugin.value[0][0].value
    return found


def _extensions(menu: yaml.MappingNode, words: Words) -> None:
    found = _get(menu, "markdown_extensions")
    own = found.value if isinstance(found, yaml.SequenceNode) else []
    named = {
        each.value if isinstance(each, yaml.ScalarNode) else each.value[0][0].value for each in own
    }
    ours = [
        _node({name: values} if values else name)
        for name, values in extensions(words).items()
        if name not in named
    ]
    _set(menu, "markdown_extensions", yaml.SequenceNode("tag:yaml.org,2002:seq", [*ours, *own]))
