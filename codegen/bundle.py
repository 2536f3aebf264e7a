"""Join the files below ``openapi/`` into one OpenAPI document, and remember where everything came from."""

from __future__ import annotations

import difflib
import os
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from codegen.cycles import cycles
from codegen.findings import Finding, Location, SpecError
from codegen.pointers import Pointer, follow, format_fragment, parse_fragment
from codegen.source import Document, read_yaml

ROOT_FILE = "memories.yaml"
# A file in one of these directories is a component of that kind, named by its stem. Any other file is copied to the
# place that refers to it.
COMPONENT_KINDS = ("schemas", "parameters", "responses", "examples", "requestBodies", "headers")
LABEL = "Generated from openapi/ by `make generate`. Do not edit."


@dataclass(frozen=True, slots=True)
class Bundle:
    """The whole spec as one document.

    ``document`` holds internal references only; ``origins`` maps each place in it to its source line; ``unreachable``
    names the files that nothing refers to.
    """

    document: dict[str, Any]  # a JSON object
    origins: dict[Pointer, Location]
    unreachable: tuple[Location, ...] = ()

    def locate(self, pointer: Pointer) -> Location:
        """Source line of a place in the document, or of the nearest place around it."""
        while pointer not in self.origins:
            pointer = pointer[:-1]
        return self.origins[pointer]


def load_bundle(root: Path) -> dict[str, Any]:
    """Bundle the spec of the project at ``root`` (its ``openapi`` directory will do too) into one JSON object.

    Raises SpecError, with every fault found, if the files do not form one document.
    """
    return bundle_spec(root).document


def bundle_spec(root: Path) -> Bundle:
    """Like load_bundle, with the source line of everything."""
    directory = root if (root / ROOT_FILE).is_file() else root / "openapi"
    return _Bundler(directory.resolve()).run()


def references(node: Any, at: Pointer = ()) -> Iterator[tuple[Pointer, str]]:
    """Every ``$ref`` in a document, with its place."""
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield (*at, "$ref"), node["$ref"]
        for key, value in node.items():
            yield from references(value, (*at, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from references(value, (*at, index))


@dataclass(frozen=True, slots=True)
class _Cursor:
    """A value being copied: from ``place`` in a file to ``at`` in the bundle, by way of the files in ``chain``."""

    document: Document
    place: Pointer = ()
    at: Pointer = ()
    chain: tuple[tuple[str, Pointer], ...] = ()

    @property
    def value(self) -> Any:
        return follow(self.document.data, self.place)[1]

    @property
    def location(self) -> Location:
        return self.document.location(self.place)

    def child(self, step: str | int) -> _Cursor:
        return replace(self, place=(*self.place, step), at=(*self.at, step))


@dataclass(slots=True)
class _Bundler:
    directory: Path
    files: frozenset[Path] = frozenset()
    documents: dict[Path, Document | None] = field(default_factory=dict)  # None: broken, and reported
    components: dict[tuple[str, str], Path] = field(default_factory=dict)
    waiting: deque[tuple[str, str]] = field(default_factory=deque)  # components met, but not copied yet
    origins: dict[Pointer, Location] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def run(self) -> Bundle:
        self.files = frozenset(path for path in self.directory.rglob("*.y*ml") if path.is_file())
        root = self._read(self.directory / ROOT_FILE)
        if root is None:
            raise SpecError(self.findings)
        if not isinstance(root.data, dict):
            raise SpecError([Finding(Location(root.name, 1), "is not a mapping", "Write an OpenAPI document.")])
        document = {"x-generated": LABEL, **self._copy(_Cursor(root))}
        own = document.get("components", {})
        if not isinstance(own, dict) or not all(isinstance(content, dict) for content in own.values()):
            raise SpecError([Finding(self.origins["components",], "components is malformed", "Map kinds to names.")])
        document["components"] = self._collect_components(own)
        self._check_references(document)
        self._check_cycles(document)
        if self.findings:
            raise SpecError(self.findings)
        unreachable = sorted(self._name(path) for path in self.files - self.documents.keys())
        return Bundle(document, self.origins, tuple(Location(name, 1) for name in unreachable))

    def _read(self, path: Path) -> Document | None:
        if path not in self.documents:
            try:
                self.documents[path] = read_yaml(path, self._name(path))
            except SpecError as error:
                self.documents[path] = None
                self.findings.extend(error.findings)
        return self.documents[path]

    def _copy(self, cursor: _Cursor) -> Any:
        self.origins[cursor.at] = cursor.location
        value = cursor.value
        if isinstance(value, list):
            return [self._copy(cursor.child(index)) for index in range(len(value))]
        if not isinstance(value, dict):
            return value
        if isinstance(value.get("$ref"), str):
            return self._refer(cursor)
        return {key: self._copy(cursor.child(key)) for key in value}

    def _refer(self, cursor: _Cursor) -> Any:
        """Copy an object that holds a reference: point it at a component, or put the file's content in its place."""
        link = cursor.child("$ref")
        file, _, fragment = link.value.partition("#")
        target = self._find(file, link)
        if target is None:
            return {}
        base = self._component(target, link)
        if base is None:
            return self._inline(target, fragment, cursor)
        self.origins[link.at] = link.location
        siblings = {key: self._copy(cursor.child(key)) for key in cursor.value if key != "$ref"}
        return {"$ref": "#" + format_fragment(base) + fragment, **siblings}

    def _find(self, file: str, link: _Cursor) -> Path | None:
        """The file of ours that a reference names."""
        if "://" in file:
            self._report(link, f"$ref '{file}' is remote", "Copy the file below openapi/ and refer to that.")
            return None
        here = link.document.path
        target = Path(os.path.normpath(here.parent / unquote(file))) if file else here
        is_below = target.is_relative_to(self.directory)
        if is_below and target not in self.files:
            self._report(link, f"$ref '{file}' names a file that does not exist", self._suggest(target))
            return None
        # resolve() too: a symbolic link must not lead outside either.
        if not (is_below and target.resolve().is_relative_to(self.directory)):
            self._report(link, f"$ref '{file}' leaves openapi/", "Refer to a file below openapi/ only.")
            return None
        return target

    def _component(self, target: Path, link: _Cursor) -> Pointer | None:
        """Where a file stands as a whole in the bundle. None if it is no component."""
        parts = target.relative_to(self.directory).parts
        if parts == (ROOT_FILE,):
            return ()
        if len(parts) == 1 or parts[0] not in COMPONENT_KINDS:
            return None
        component = (parts[0], target.stem)
        if component not in self.components:
            self.components[component] = target
            self.waiting.append(component)
        elif self.components[component] != target:
            other = self._name(self.components[component])
            self._report(link, f"{self._name(target)} and {other} define the same component", "Rename one of them.")
        return ("components", *component)

    def _inline(self, target: Path, fragment: str, cursor: _Cursor) -> Any:
        link = cursor.child("$ref")
        siblings = [key for key in cursor.value if key != "$ref"]
        if siblings:
            self._report(
                cursor.child(siblings[0]),
                f"'{siblings[0]}' stands beside a $ref to a file that replaces it",
                "Move it into that file.",
            )
        document = self._read(target)
        if document is None:
            return {}
        try:
            place, _ = follow(document.data, parse_fragment(fragment))
        except LookupError:
            self._report(link, f"$ref points to nothing at '#{fragment}'", "Correct the part behind the #.")
            return {}
        step = (document.name, place)
        if step in cursor.chain:
            names = " -> ".join(name for name, _ in (*cursor.chain, step))
            self._report(link, f"cyclic $ref: {names}", "Break the cycle; only components may refer to themselves.")
            return {}
        return self._copy(_Cursor(document, place, cursor.at, (*cursor.chain, step)))

    def _collect_components(self, own: dict[str, Any]) -> dict[str, Any]:
        """The root's own components and those in files, sorted by kind and name."""
        result = {kind: dict(content) for kind, content in own.items()}
        while self.waiting:
            kind, name = self.waiting.popleft()
            document = self._read(self.components[kind, name])
            if document is None:
                continue
            if name in own.get(kind, {}):
                self._report(
                    _Cursor(document), f"{ROOT_FILE} defines components.{kind}.{name} too", "Keep one of them."
                )
            result.setdefault(kind, {})[name] = self._copy(_Cursor(document, at=("components", kind, name)))
        return {kind: dict(sorted(result[kind].items())) for kind in sorted(result)}

    def _check_references(self, document: dict[str, Any]) -> None:
        broken = {component for component, path in self.components.items() if self.documents[path] is None}
        for at, reference in references(document):
            try:
                steps = parse_fragment(reference.removeprefix("#"))
                # A component whose file is broken was reported there.
                if steps[1:3] not in broken:
                    follow(document, steps)
            except LookupError:
                problem = f"$ref points to nothing at '{reference}' of the bundle"
                self.findings.append(Finding(self.origins[at], problem, "Correct the part behind the #."))

    def _check_cycles(self, document: dict[str, Any]) -> None:
        """A component may refer to itself, but not in a way that says nothing of it."""
        for cycle in cycles(document):
            names = " -> ".join(f"#{format_fragment(place)}" for place in (*cycle, cycle[0]))
            remedy = "Break the cycle; a component may refer to itself only further in, below properties or items."
            link = (*cycle[0], "$ref")
            self.findings.append(
                Finding(self.origins.get(link, self.origins[cycle[0]]), f"cyclic $ref: {names}", remedy)
            )

    def _suggest(self, target: Path) -> str:
        neighbours = sorted(path.name for path in self.files if path.parent == target.parent)
        close = difflib.get_close_matches(target.name, neighbours, n=1)
        return f"Did you mean {close[0]}?" if close else f"Create {self._name(target)}, or correct the reference."

    def _name(self, path: Path) -> str:
        return "openapi/" + path.relative_to(self.directory).as_posix()

    def _report(self, cursor: _Cursor, problem: str, remedy: str) -> None:
        self.findings.append(Finding(cursor.location, problem, remedy))
