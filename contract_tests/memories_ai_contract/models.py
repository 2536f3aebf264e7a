"""Sends JSON through the generated models and back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import memories_ai_generated.models
from memories_ai_contract.cut_text import JsonPath, JsonValue
from memories_ai_contract.specification import Specification
from memories_ai_contract.walk import walk


class Model(Protocol):
    """A generated model."""

    # As the generator writes them: a JSON object.
    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> "Model": ...

    def to_dict(self) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Modelled:
    """An object within an answer that a schema of its own, and thus a model, describes."""

    path: JsonPath
    schema: str
    value: dict[str, JsonValue]


def modelled_objects(
    specification: Specification, schema: JsonPath, value: JsonValue, open_paths: Sequence[JsonPath] = ()
) -> Iterator[Modelled]:
    """The largest complete objects of a value that have a model.

    `open_paths` are the containers that a cut left open: they are not complete, and what is in them is looked at.
    """
    taken: list[JsonPath] = []
    for part in walk(specification, schema, value, open_paths):
        if part.path in open_paths or any(part.path[: len(path)] == path for path in taken):
            continue
        names = [str(place[-1]) for place in part.schemas if place[:2] == ("components", "schemas") and len(place) == 3]
        if isinstance(part.value, dict) and names:
            taken.append(part.path)
            yield Modelled(part.path, names[-1], part.value)


def through_model(schema: str, value: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """What comes out of the model of a schema when a value goes in.

    Raises:
        AttributeError: the generated package has no model of this name.
    """
    model: type[Model] = getattr(memories_ai_generated.models, schema)
    return model.from_dict(value).to_dict()
