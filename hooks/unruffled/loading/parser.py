"""The parser of YAML files: the one in C where it is installed, and every scalar is text."""

from __future__ import annotations

import yaml

_Base = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TAGS = {
    yaml.ScalarNode: yaml.resolver.BaseResolver.DEFAULT_SCALAR_TAG,
    yaml.SequenceNode: yaml.resolver.BaseResolver.DEFAULT_SEQUENCE_TAG,
    yaml.MappingNode: yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG,
}


# Which class the base is, the installed YAML decides.
class Loader(_Base):  # type: ignore[misc,valid-type]
    """The parser, for which every scalar is text.

    Looking at each for what else it might be is a sixth of the time of a large file.
    """

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """Return the tag of a node, which its kind alone decides."""
        return _TAGS[kind]

    def descend_resolver(self, parent: object, index: object) -> None:
        """Note no way: no tag depends on one."""

    def ascend_resolver(self) -> None:
        """Note no way."""
