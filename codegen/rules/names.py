"""Rules on names: what the generator would turn into broken, equal or overwritten Python names."""

from __future__ import annotations

from collections.abc import Iterator

from openapi_python_client.strings import ClassName, PythonIdentifier

from codegen.findings import Finding
from codegen.spec import Spec

# Methods of the generated models, and names that their methods use for something else.
RESERVED_PROPERTIES = frozenset({
    "to_dict", "from_dict", "to_multipart", "additional_properties", "additional_keys",
    "cls", "d", "src_dict", "field_dict", "prop", "prop_dict", "prop_name", "types",
    "as_list", "as_object", "pop_optional", "pop_required", "bool", "float", "int", "str",
})  # fmt: skip
# Names that the generated functions of an operation use for something else.
RESERVED_PARAMETERS = frozenset({"body", "client", "cookies", "headers", "kwargs", "params", "response"})


def property_names_are_usable(spec: Spec) -> Iterator[Finding]:
    for node in spec.every("schema"):
        seen: dict[str, str] = {}
        for name in node.value.get("properties", {}):
            at = (*node.at, "properties", name)
            attribute = PythonIdentifier(name, "field_")
            if attribute in RESERVED_PROPERTIES:
                problem = f"property '{name}' takes a name that the generated code needs ('{attribute}')"
                yield spec.finding(at, problem, "Leave it to additionalProperties, and describe it there.")
            elif attribute in seen:
                problem = f"properties '{seen[attribute]}' and '{name}' would both become '{attribute}' in Python"
                yield spec.finding(at, problem, "Declare one; the other stays reachable as an additional property.")
            seen.setdefault(attribute, name)


def parameter_names_are_usable(spec: Spec) -> Iterator[Finding]:
    for node in spec.operations():
        for parameter in spec.parameters(node):
            name = PythonIdentifier(parameter.value["name"], "field_")
            if name in RESERVED_PARAMETERS:
                yield spec.finding(parameter.at, f"parameter '{name}' takes a name that the generated code needs",
                                   "Send it by hand in the overlay.")  # fmt: skip


def schema_names_do_not_collide(spec: Spec) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for name in spec.document.get("components", {}).get("schemas", {}):
        at = ("components", "schemas", name)
        class_name = ClassName(name, "field_")
        # Module files collide on file systems that ignore case; class names only exactly, which implies the former.
        module = PythonIdentifier(class_name, "field_").lower()
        for key in {module, class_name.lower()}:
            if seen.setdefault(key, name) != name:
                yield spec.finding(at, f"schemas '{seen[key]}' and '{name}' collide in Python", "Rename one of them.")
