"""YAML that remembers on which line each value stands, so that an error can name it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from boardmine.errors import CatalogueError, SettingError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Address = tuple[str | int, ...]
"""The way to a value: keys and positions, outermost first."""


class LinedYaml:
    """A parsed YAML file. `value` is plain data; `line_of` gives the 1-based line of an address in it.

    Raises `fault` where the file cannot be read, is not UTF-8, is not YAML, or has a key twice.
    """

    def __init__(self, path: Path, fault: type[SettingError] = CatalogueError) -> None:
        self.path = path
        self._fault = fault
        self._lines: dict[Address, int] = {}
        self._constructor = yaml.SafeLoader("")
        try:
            node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
        except OSError as error:
            raise fault(path, None, f"cannot be read: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise fault(path, None, "is not UTF-8 text") from error
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else None
            raise fault(path, line, f"is not YAML: {error.problem}") from error
        except yaml.YAMLError as error:
            raise fault(path, None, f"is not YAML: {' '.join(str(error).split())}") from error
        if node is None:
            raise fault(path, None, "is empty")
        self.value: Any = self._plain(node, ())

    def line_of(self, address: Address) -> int | None:
        """The line of the value at the address, or of the nearest value around it."""
        for end in range(len(address), -1, -1):
            if address[:end] in self._lines:
                return self._lines[address[:end]]
        return None

    def error(self, address: Address, reason: str) -> SettingError:
        """An error at an address, to be raised by the caller."""
        return self._fault(self.path, self.line_of(address), reason)

    def _plain(self, node: yaml.Node, address: Address) -> Any:
        self._lines[address] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            mapping: dict[Any, Any] = {}
            for key_node, value_node in node.value:
                key = self._scalar(key_node)
                inner = (*address, key)
                if key in mapping:
                    self._lines[inner] = key_node.start_mark.line + 1
                    raise self.error(inner, f"has the key {key!r} twice")
                mapping[key] = self._plain(value_node, inner)
                self._lines[inner] = key_node.start_mark.line + 1
            return mapping
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(item, (*address, i)) for i, item in enumerate(node.value)]
        return self._scalar(node)

    def _scalar(self, node: yaml.Node) -> Any:
        return self._constructor.construct_object(node, deep=True)
