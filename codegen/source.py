"""Read the YAML files of the spec: JSON's scalars only, no duplicate keys, and the line of everything."""

from __future__ import annotations

import math
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
# Deeper nesting would exhaust the stack of a later step.
_MAX_DEPTH = 100
_MAX_DIGITS = 20  # as many as 64 bits need, with a sign
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
    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            problem = f"nested more than {_MAX_DEPTH} levels deep"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=self.get_mark())
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


for _name, _pattern, _first in _JSON_SCALARS:
    _Loader.add_implicit_resolver(f"{_TAG}{_name}", re.compile(f"(?:{_pattern})$"), _first)


def read_yaml(path: Path, name: str) -> Document:
    """Read one file; ``name`` is what messages call it.

    Raises SpecError if the file cannot be read, is not YAML, repeats a key, uses an alias or a tag, is nested more than
    100 levels deep, or holds what JSON cannot carry to everybody: a huge number, half a character.
    """
    node = _parse(_read_text(path, name), name)
    if node is None:
        raise _fault(name, 1, "the file is empty", "Write its content, or delete it.")
    reader = _Reader(name)
    data = reader.value(node, ())
    return Document(path, name, data, reader.lines)


def _read_text(path: Path, name: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise _fault(name, 1, "the file does not exist", "Create it, or run in the project's directory.") from error
    except OSError as error:
        raise _fault(name, 1, f"the file cannot be read ({error.strerror})", "Make it readable.") from error
    except UnicodeDecodeError as error:
        raise _fault(name, 1, f"the file cannot be read ({error})", "Save it as UTF-8 text.") from error


def _parse(text: str, name: str) -> yaml.Node | None:
    loader = None
    try:
        loader = _Loader(text)
        return loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _fault(name, line, f"not valid YAML: {error.problem}", "Correct the syntax near this line.") from error
    except yaml.YAMLError as error:
        problem = str(error).replace("\n", " ")
        raise _fault(name, 1, f"not valid YAML: {problem}", "Save it as plain text.") from error
    except (ValueError, OverflowError) as error:  # PyYAML lets \U99999999 and the like through to chr()
        line = loader.line + 1 if loader else 1
        raise _fault(name, line, f"not valid YAML: {error}", "Correct the escape near this line.") from error


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
        return self._scalar(node)

    def _scalar(self, node: yaml.Node) -> Any:
        text = self._text(node)
        if node.tag == f"{_TAG}int" and len(text) > _MAX_DIGITS:
            problem = f"an integer of {len(text)} characters is used"
            raise _fault(self.name, _line(node), problem, "Write a 64-bit number, or quote it.")
        try:
            value = _CONVERT[node.tag](text)
        except ValueError as error:
            problem = f"'{text[:40]}' does not fit the YAML tag {node.tag}"
            raise _fault(self.name, _line(node), problem, "Write a plain JSON value.") from error
        if isinstance(value, float) and not math.isfinite(value):
            raise _fault(self.name, _line(node), "a number is too large for JSON", "Write a smaller one, or quote it.")
        return value

    def _text(self, node: yaml.Node) -> str:
        """The text of a scalar. Surrogates, which only an escape can smuggle in, have no UTF-8."""
        text = str(node.value)
        if any("\ud800" <= character <= "\udfff" for character in text):
            problem = "half a character (a surrogate, \\ud800 to \\udfff) is used"
            raise _fault(self.name, _line(node), problem, "Write the character itself.")
        return text

    def _mapping(self, node: yaml.MappingNode, at: Pointer) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node.value, str):
                raise _fault(self.name, _line(key_node), "a key is not plain text", "Write the key as text.")
            key = self._text(key_node)
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
