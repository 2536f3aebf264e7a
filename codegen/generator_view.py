"""The bundle as the generator should see it: with every description where the generator looks for it."""

from __future__ import annotations

import copy
import re
from typing import Any

from codegen.bundle import Bundle
from codegen.spec import Node, Spec

# A line feed within a paragraph; not one before an empty line, a list, a quotation, a table or an indented line.
_SOFT_BREAK = re.compile(r"(?<!\n)\n(?![\n\s*>|#-])")
NOT_SHOWN = "Secret, left out of the repr."
_NAMED = {"properties", "enum", "oneOf", "anyOf", "allOf", "items", "additionalProperties"}


def generator_view(bundle: Bundle) -> dict[str, Any]:
    """A copy of the document that validates the same, for better docstrings.

    The generator documents parameters and properties by their schema alone. So the description of a parameter, and one
    beside the ``$ref`` of a property, is moved into the schema; and paragraphs become one line, since the generator
    wraps lines itself. Templates see the pattern of a property in its own schema alone, so that goes the same way. The
    generator keeps no format of a text either: secrets say in their description that they are some.
    """
    document = copy.deepcopy(bundle.document)
    spec = Spec(Bundle(document, bundle.origins))
    for node in list(spec.every("schema")):
        if "$ref" in node.value and ("description" in node.value or "pattern" in spec.resolve(node).value):
            _replace_by_target(spec, node)
    for node in list(spec.every("parameter")):
        schema = node.child("schema")
        if "description" in node.value and schema.value:
            schema.value["description"] = node.value["description"]
            _replace_by_target(spec, schema)
    for node in list(spec.every("schema")):
        if node.value.get("format") == "password":
            node.value["description"] = f"{NOT_SHOWN} {node.value.get('description', '').strip()}".strip()
    _reflow(document)
    return document


def _replace_by_target(spec: Spec, node: Node) -> None:
    """Put a plain schema in the place of a reference to it. Those that become a class must stay references."""
    target = spec.resolve(node).value
    if "$ref" in node.value and not _NAMED & target.keys():
        own = {key: value for key, value in node.value.items() if key != "$ref"}
        node.value.clear()
        node.value.update(copy.deepcopy(target) | own)


def _reflow(value: Any) -> None:
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        if key == "description" and isinstance(item, str):
            value[key] = _SOFT_BREAK.sub(" ", item.strip())
        elif isinstance(item, dict | list):
            _reflow(item)
