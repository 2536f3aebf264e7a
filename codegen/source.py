"""Read the YAML files of the spec: JSON's scalars only, no duplicate keys, and the line of everything."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from codegen.findings import Finding, Location, SpecError
from codegen.pointers import Pointer

_TAG = "tag:yaml.org,2002:"
# YAML 1.1 would read 0402 as a number, 2025-08-14 as a date and yes as a boolean; JSON knows none of these.
_JSON_SCALARS = (
    ("null", r"null|", ["n", ""]),
    ("bool", r"true|false", ["t", "f"]),
    ("int", r"-?(?:0|[1-9][0-9]*)", list("-0123456789")),
    ("float", r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?", list("-0123456789")),
)
_CONVERT: dict[str, Callable[[str], Any]] = {
    f"{_TAG}str": str,
    f"{_TAG}null": lambda _: None,
    f"{_TAG}bool": lambda text: text == "true",
    f"{_TAG}int": int,
    f"{_TAG}float": float,
}


@dataclass(frozen=True, slots=True)
class Document:
    """A file's content as plain JSON values, and the line on which each of them stands."""

    path: Path
    name: str
    data: Any  # whatever JSON can hold
    lines: Mapping[Pointer, int]

    def location(self, pointer: Pointer) -> Location:
        """Where the value stands; of a member of a mapping, where its key stands."""
        return Location(self.name, self.lines[pointer])


class _Loader(yaml.SafeLoader):
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 (PyYAML's interface)


for _name, _pattern, _first in _JSON_SCALARS:
    _Loader.add_implicit_resolver(f"{_TAG}{_name}", re.compile(f"(?:{_pattern})$"), _first)


def read_yaml(path: Path, name: str) -> Document:
    """Read one file; ``name`` is what messages call it.

    Raises SpecError if the file cannot be read, is not YAML, repeats a key, or uses an alias or a tag.
    """
    try:
        loader = _Loader(path.read_text(encoding="utf-8"))
        node = loader.get_single_node()
    except (OSError, UnicodeDecodeError) as error:
        raise _fault(name, 1, f"the file cannot be read ({error})", "Save it as UTF-8 text.") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _fault(name, line, f"not valid YAML: {error.problem}", "Correct the syntax near this line.") from error
    except yaml.YAMLError as error:
        problem = str(error).replace("\n", " ")
        raise _fault(name, 1, f"not valid YAML: {problem}", "Save it as plain text.") from error
    if node is None:
        raise _fault(name, 1, "the file is empty", "Write its content, or delete it.")
    reader = _Reader(name)
    data = reader.value(node, ())
    return Document(path, name, data, reader.lines)


class _Reader:
    """Turns the nodes of one file into plain values, noting lines on the way."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[Pointer, int] = {}
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, at: Pointer) -> Any:
        self.lines.setdefault(at, _line(node))
        if id(node) in self._seen:
            raise _fault(self.name, _line(node), "a YAML alias (*name) is used", "Use $ref to share content.")
        self._seen.add(id(node))
        if node.tag not in _CONVERT.keys() | {f"{_TAG}map", f"{_TAG}seq"}:
            raise _fault(self.name, _line(node), f"the YAML tag {node.tag} is used", "Write a plain JSON value.")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*at, index)) for index, item in enumerate(node.value)]
        return _CONVERT[node.tag](node.value)

    def _mapping(self, node: yaml.MappingNode, at: Pointer) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key, str):
                raise _fault(self.name, _line(key_node), "a key is not plain text", "Write the key as text.")
            place = (*at, key)
            if key in result:
                first = self.lines[place]
                raise _fault(self.name, _line(key_node), f"duplicate key '{key}' (first on line {first})", "Keep one.")
            self.lines[place] = _line(key_node)
            result[key] = self.value(value_node, place)
        return result


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _fault(name: str, line: int, problem: str, remedy: str) -> SpecError:
    return SpecError([Finding(Location(name, line), problem, remedy)])
