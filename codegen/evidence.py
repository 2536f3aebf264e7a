"""How everything in the spec is known, as a table for people: written to docs/, and printed."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from codegen.rules.operations import GRADES
from codegen.spec import Node, Spec

DOCUMENT = "docs/evidence.md"
_ABOUT = """\
# Evidence

How each statement of the specification is known. Made from `openapi/` by `make evidence`; do not edit.

- **recorded**: a real answer was kept. **documented**: a page of the vendor shows or states it. **inferred**: read from
  clients, or concluded.
- A *quirk* is a contradiction between sources, or a trap. An *open question* is what no source answers.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of one operation: where it stands, how it is known, what contradicts itself, what is open."""

    operation: str
    place: str
    grade: str
    sources: tuple[str, ...]
    quirks: tuple[str, ...]
    questions: tuple[str, ...]


def rows(spec: Spec) -> list[Row]:
    """One row an operation, by the order of the tags and then by name."""
    tags = [tag["name"] for tag in spec.document["tags"]]
    ordered = sorted(spec.operations(), key=lambda node: (tags.index(node.value["tags"][0]), node.value["operationId"]))
    return [_row(spec, node) for node in ordered]


def document(spec: Spec) -> str:
    """The whole text of docs/evidence.md."""
    parts = [
        _ABOUT,
        f"## Totals\n\n{_list(totals(spec))}",
        f"## Operations\n\n{_table(_OPERATION_COLUMNS, map(_cells, rows(spec)))}",
        "## Parts with evidence of their own\n\n" + _table(_PART_COLUMNS, _parts(spec)),
        "## Business codes\n\n" + _table(_CODE_COLUMNS, _codes(spec)),
        "## Sources\n\n" + _table(_SOURCE_COLUMNS, _sources(spec)),
    ]
    return "\n".join(parts)


def report(spec: Spec) -> str:
    """The same facts on operations as plain text, for a terminal."""
    blocks = [
        "\n".join([
            f"{row.operation}  [{row.grade}]  {row.place}",
            f"    sources: {', '.join(row.sources)}",
            *(f"    quirk: {line}" for line in row.quirks),
            *(f"    open: {line}" for line in row.questions),
        ])
        for row in rows(spec)
    ]  # fmt: skip
    return "\n".join([*blocks, "", *totals(spec), ""])


def totals(spec: Spec) -> list[str]:
    """Lines with the counts of operations, parts, quirks and questions."""
    operations = rows(spec)
    parts = list(_parts(spec))
    quirks = sum(len(row.quirks) for row in operations)
    questions = sum(len(row.questions) for row in operations)
    return [
        f"{len(operations)} operations: {_by_grade(row.grade for row in operations)}",
        f"{len(parts)} parts with evidence of their own: {_by_grade(grade for _, grade, _ in parts)}",
        f"{quirks} quirks, {questions} open questions",
    ]


def _row(spec: Spec, node: Node) -> Row:
    value = node.value
    return Row(
        value["operationId"],
        f"{str(node.at[2]).upper()} {node.at[1]}",
        value["x-evidence"]["grade"],
        _dated(spec, value["x-evidence"]),
        tuple(value.get("x-quirks", ())),
        tuple(value.get("x-open-questions", ())),
    )


_OPERATION_COLUMNS = ("operation", "grade", "sources", "quirks", "open questions")
_PART_COLUMNS = ("part", "grade", "sources")
_CODE_COLUMNS = ("code", "meaning", "may come with HTTP", "sources")
_SOURCE_COLUMNS = ("source", "kind", "date", "operations", "title")


def _cells(row: Row) -> tuple[str, ...]:
    name = f"**{row.operation}**<br>`{row.place}`"
    return name, row.grade, "<br>".join(row.sources), _lines(row.quirks), _lines(row.questions)


def _parts(spec: Spec) -> Iterator[tuple[str, str, str]]:
    """Properties of schemas, and responses, that say how they are known."""
    for kind in ("schema", "response"):
        for node in spec.every(kind):
            if "x-evidence" in node.value:
                evidence = node.value["x-evidence"]
                yield f"`{_name(node)}`", evidence["grade"], "<br>".join(_dated(spec, evidence))


def _name(node: Node) -> str:
    """The place of a part: `Schema.property` of a named schema, else the way to it."""
    if node.at[0] != "components":
        return " ".join(map(str, node.at))
    kind, *steps = node.at[1:]
    # Of a schema, every second step is `properties`, the name of a map.
    return ".".join(map(str, [steps[0], *steps[2::2]] if kind == "schemas" else steps))


# Evidence is a JSON object that lint has checked.
def _dated(spec: Spec, evidence: dict[str, Any]) -> tuple[str, ...]:
    return tuple(f"{source} ({spec.sources()[source]['date']})" for source in evidence["sources"])


def _codes(spec: Spec) -> Iterator[tuple[str, ...]]:
    for node in spec.every("schema"):
        for code, entry in node.value.get("x-codes", {}).items():
            yield code, _text(entry["meaning"]), ", ".join(map(str, entry["http"])), "<br>".join(_dated(spec, entry))


def _sources(spec: Spec) -> Iterator[tuple[str, ...]]:
    used = Counter(source for node in spec.operations() for source in node.value["x-evidence"]["sources"])
    for name, source in spec.sources().items():
        yield name, source["kind"], source["date"], str(used[name]), _text(source["title"])


def _by_grade(grades: Iterable[str]) -> str:
    counts = Counter(grades)
    return ", ".join(f"{counts[grade]} {grade}" for grade in GRADES)


def _table(columns: tuple[str, ...], cells: Iterable[tuple[str, ...]]) -> str:
    head = [columns, tuple("---" for _ in columns)]
    lines = (" | ".join(cell.replace("|", "\\|") for cell in row) for row in [*head, *cells])
    return "".join(f"| {line} |\n" for line in lines)


def _lines(texts: Iterable[str]) -> str:
    return "<br>".join(f"• {_text(text)}" for text in texts)


def _text(text: str) -> str:
    """Text of the spec as one line of a cell, whatever stands in it."""
    return html.escape(" ".join(text.split()), quote=False)


def _list(lines: Iterable[str]) -> str:
    return "".join(f"- {line}\n" for line in lines)
