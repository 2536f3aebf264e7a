"""Build a reference of the API as a static page: Redoc, which is kept in this package, and the bundle."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import Any

from codegen.findings import CodegenError

DIRECTORY = Path("build/reference")
_REDOC = Path(__file__).parent / "redoc"
_SCRIPT = "redoc.standalone.js"
# The only thing that Redoc would fetch from elsewhere: the picture beside "API docs by Redocly".
_LOGO = "https://cdn.redoc.ly/redoc/logo-mini.svg"
_VERBATIM = ("example", "value", "const", "enum")
_LISTS = {"x-quirks": "Quirks", "x-open-questions": "Open questions"}
_NO_PICTURE = "data:image/svg+xml,%3Csvg xmlns=%27http://www.w3.org/2000/svg%27/%3E"


def write_reference(document: dict[str, Any], root: Path) -> Path:
    """Write the page for a bundled spec to build/reference/ of the project, and return its index.html."""
    directory = root / DIRECTORY
    directory.mkdir(parents=True, exist_ok=True)
    script = (_REDOC / _SCRIPT).read_text(encoding="utf-8")
    if script.count(_LOGO) != 1:
        raise CodegenError(f"codegen/redoc/{_SCRIPT} does not name {_LOGO} once. Adapt codegen/reference_page.py.")
    (directory / _SCRIPT).write_text(script.replace(_LOGO, _NO_PICTURE), encoding="utf-8", newline="\n")
    page = Template((_REDOC / "page.html").read_text(encoding="utf-8"))
    index = directory / "index.html"
    index.write_text(page.substitute(document=_embedded(document)), encoding="utf-8", newline="\n")
    return index


def _embedded(document: dict[str, Any]) -> str:
    # Within a script element, "</" could end it.
    return json.dumps(_readable(document), ensure_ascii=False).replace("<", "\\u003c")


def _readable(node: Any) -> Any:
    """A copy in which Redoc finds what stands in fields of ours: evidence, quirks and questions as text of the
    description, and the schema of what an event carries in the place of a schema."""
    if isinstance(node, list):
        return [_readable(item) for item in node]
    if not isinstance(node, dict):
        return node
    # An example is shown as it is, whatever its members are called.
    copy = {key: value if key in _VERBATIM else _readable(value) for key, value in node.items()}
    if "x-itemSchema" in copy:
        # What the data of an event is, not that it is text.
        data = copy["x-itemSchema"].get("properties", {}).get("data", {})
        copy["schema"] = data.get("contentSchema", copy["x-itemSchema"])
    if notes := "".join(_notes(node)):
        copy["description"] = str(node.get("description", "")) + notes.replace("<", "&lt;")
    return copy


def _notes(node: dict[str, Any]) -> Iterator[str]:
    evidence = node.get("x-evidence")
    if isinstance(evidence, dict) and "$ref" not in node:
        yield f"\n\n_{evidence['grade'].capitalize()}: {', '.join(evidence['sources'])}._"
    if limits := node.get("x-rate-limit"):
        said = (f"{limit['requests']} a {limit['per']} ({limit['source']})" for limit in limits)
        yield f"\n\nLimit, counted together with all of `{limits[0]['group']}`: {', or '.join(said)}."
    if codes := node.get("x-codes"):
        yield "\n\n" + "".join(f"- `{code}`: {entry['meaning']}\n" for code, entry in codes.items())
    for field, title in _LISTS.items():
        if lines := node.get(field):
            yield f"\n\n**{title}**\n\n" + "".join(f"- {line}\n" for line in lines)
