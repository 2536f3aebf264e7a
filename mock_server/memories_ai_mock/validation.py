"""Checks requests against the document's schemas, in messages that name the field and the remedy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jsonschema_rs import Draft202012Validator, ReferencingError, Registry, ValidationError, ValidationErrorKind

from memories_ai_mock.envelope import BAD_PARAMETER, UNKNOWN_VALUE, RequestError, shown
from memories_ai_mock.settings import SetupError
from memories_ai_mock.spec import Operation, Schema, Spec

DOCUMENT_URI = "urn:emulated-api"
INT64_MAX = 2**63 - 1
MAX_LIST = 1_000
Kind = ValidationErrorKind


class RequestValidator:
    """Compiled schemas of every operation's parameters and bodies."""

    def __init__(self, spec: Spec) -> None:
        self._spec = spec
        self._registry = Registry([(DOCUMENT_URI, dict(spec.document))])
        self._parameters = {each.id: self._compile(_parameters_schema(each)) for each in spec.operations.values()}
        self._declared = {
            (each.id, media_type): frozenset(spec.properties(schema))
            for each in spec.operations.values()
            for media_type, schema in each.bodies.items()
        }
        self._bodies = {
            (each.id, media_type): self._compile(schema)
            for each in spec.operations.values()
            for media_type, schema in each.bodies.items()
        }

    def check_parameters(self, operation: Operation, values: Mapping[str, Any]) -> None:
        """Raise `RequestError` unless the query and path values fit."""
        self._refuse_first_error(self._parameters[operation.id], values)
        _refuse_wide_integers(values, ())

    def check_body(self, operation: Operation, media_type: str, body: object) -> None:
        """Raise `RequestError` unless a parsed body fits its schema. What the schema does not name is not looked at."""
        _refuse_long_lists(body)
        self._refuse_first_error(self._bodies[operation.id, media_type], body)
        if isinstance(body, dict):
            declared = self._declared[operation.id, media_type]
            _refuse_wide_integers({name: value for name, value in body.items() if name in declared}, ())

    def _compile(self, schema: Schema) -> Draft202012Validator:
        try:
            return Draft202012Validator(_with_absolute_references(schema), registry=self._registry)
        except (ReferencingError, ValidationError, ValueError) as error:
            raise SetupError(f"the bundled spec holds an unusable schema ({error}); run `make generate`") from error

    def _refuse_first_error(self, validator: Draft202012Validator, value: object) -> None:
        try:
            # The first error only: a megabyte of wrong entries has half a million of them.
            validator.validate(value)
        except ValidationError as error:
            raise self._as_failure(error) from None
        except ValueError as error:
            raise RequestError(f"body: nested too deeply or not JSON ({error}); send a flatter document") from error

    def _as_failure(self, error: ValidationError) -> RequestError:
        error = _most_telling(error)
        code = UNKNOWN_VALUE if isinstance(error.kind, Kind.Enum) else BAD_PARAMETER
        path = tuple(error.instance_path)
        if isinstance(error.kind, Kind.Required):
            path = (*path, str(error.kind.property))
        problem = self._wrong_form(error) if isinstance(error.kind, Kind.Pattern) else _problem(error)
        return RequestError(f"{_name(path)}: {problem}", code)

    def _wrong_form(self, error: ValidationError) -> str:
        """A pattern tells people little: say what the schema's description says."""
        schema = self._spec.schema_at(error.schema_path[:-1])
        expected = schema.get("description", schema.get("pattern", "another form"))
        return f"{shown(error.instance)} has the wrong form; expected: {expected.partition('. ')[0]}"


def _parameters_schema(operation: Operation) -> Schema:
    return {
        "type": "object",
        "properties": {each.name: each.schema for each in operation.parameters},
        "required": [each.name for each in operation.parameters if each.required],
    }


# A schema is any JSON, and so is what it becomes.
def _with_absolute_references(node: Any) -> Any:
    if isinstance(node, Mapping):
        return {
            name: DOCUMENT_URI + value
            if name == "$ref" and isinstance(value, str)
            else _with_absolute_references(value)
            for name, value in node.items()
        }
    return [_with_absolute_references(each) for each in node] if isinstance(node, list) else node


def _refuse_wide_integers(value: object, path: tuple[str | int, ...]) -> None:
    if isinstance(value, int) and not -INT64_MAX - 1 <= value <= INT64_MAX:
        raise RequestError(f"{_name(path)}: {shown(value)} does not fit into 64 bits; send a smaller number")
    if isinstance(value, list | Mapping) and len(path) < 8:
        for key, each in value.items() if isinstance(value, Mapping) else enumerate(value):
            # Texts are the many, and have nothing to look at.
            if not isinstance(each, str):
                _refuse_wide_integers(each, (*path, key))


def _refuse_long_lists(value: object) -> None:
    """Among alternatives the validator finds every fault of every entry, which takes hundreds of megabytes."""
    members = value.items() if isinstance(value, Mapping) else [("body", value)]
    for name, member in members:
        if isinstance(member, list) and len(member) > MAX_LIST:
            raise RequestError(f"{_name((name,))}: has more than {MAX_LIST} entries; send at most {MAX_LIST}")


def _most_telling(error: ValidationError) -> ValidationError:
    """Of alternatives that all failed, the error that says more than "not null"."""
    while isinstance(error.kind, Kind.AnyOf | Kind.OneOfNotValid):
        branches = [branch for branch in error.kind.context if branch]
        if not branches:
            break
        error = next(
            (each for branch in branches for each in branch if isinstance(each.kind, Kind.Enum)), branches[0][0]
        )
    return error


def _name(path: tuple[str | int, ...]) -> str:
    name = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")
    return shown(name, 100)[1:-1] if name else "body"


def _problem(error: ValidationError) -> str:
    match error.kind:
        case Kind.Required():
            return "is missing; it is required"
        case Kind.Enum(options=options):
            return f"{shown(error.instance)} is unknown; allowed: {', '.join(map(str, options))}"
        case Kind.Type(types=types):
            asked = " or ".join(sorted(types, key=lambda name: name == "null"))
            return f"{shown(error.instance)} has the wrong type; send {asked}"
        case Kind.MinLength(limit=limit):
            return f"{shown(error.instance)} is too short; send at least {limit} character(s)"
        case Kind.MaxLength(limit=limit):
            return f"is longer than {limit} characters; shorten it"
        case Kind.MinItems(limit=limit):
            return f"has too few entries; send at least {limit}"
        case Kind.MaxItems(limit=limit):
            return f"has more than {limit} entries; send at most {limit}"
        case Kind.Minimum(limit=limit):
            return f"{shown(error.instance)} is too small; send {limit} or more"
        case Kind.Maximum(limit=limit):
            return f"{shown(error.instance)} is too large; send {limit} or less"
    return shown(error.message, 200)[1:-1]
