"""Rules on the files of the spec and on how they refer to each other."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.bundle import references
from codegen.findings import Finding
from codegen.spec import Spec

SOURCE_KINDS = ("recording", "documentation", "client")


def every_file_is_reached(spec: Spec) -> Iterator[Finding]:
    for location in spec.bundle.unreachable:
        yield Finding(location, "nothing refers to this file", "Refer to it, or delete it.")


def references_are_internal(spec: Spec) -> Iterator[Finding]:
    for at, reference in references(spec.document):
        if not reference.startswith("#/"):
            yield spec.finding(at, f"the external $ref '{reference}' is left in the bundle", "Refer to a file of ours.")


def sources_are_well_formed(spec: Spec) -> Iterator[Finding]:
    for name, source in spec.sources().items():
        remedy = f"Give title, kind ({', '.join(SOURCE_KINDS)}) and date, each as text."
        if not isinstance(source, dict) or not all(isinstance(source.get(key), str) for key in ("title", "date")):
            yield spec.finding(("x-sources", name), f"source '{name}' is incomplete", remedy)
        elif source.get("kind") not in SOURCE_KINDS:
            yield spec.finding(("x-sources", name), f"source '{name}' is of no known kind", remedy)
