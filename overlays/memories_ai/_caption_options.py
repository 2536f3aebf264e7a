"""What a description shall tell, checked and in the form that the generated bodies take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypedDict

from memories_ai_generated.models import Person as WirePerson
from memories_ai_generated.types import Unset

from . import _validation as check
from ._errors import ValidationError
from ._options import given
from ._types import Person

MAX_PERSONS: Final = 5
LEFT_TO_THE_MODEL: Final = -1
HARDEST: Final = 10


class PromptOptions(TypedDict):
    """Keyword arguments that all generated bodies of descriptions share."""

    user_prompt: str
    thinking: bool | Unset
    reasoning_effort: str | Unset
    qa: bool | Unset


class VideoOptions(PromptOptions):
    """Those that descriptions of videos share."""

    system_prompt: str
    callback: str | Unset
    persons: list[WirePerson] | Unset


def prompt_options(
    user_prompt: str, *, thinking: bool | None, reasoning_effort: int | None, qa: bool | None
) -> PromptOptions:
    """Check what every description takes.

    Raises:
        ValidationError: one that the service is documented to refuse; names field, value and remedy.
    """
    return PromptOptions(
        user_prompt=check.non_empty("user_prompt", user_prompt),
        thinking=given(check.flag("thinking", thinking)),
        reasoning_effort=given(_effort(reasoning_effort)),
        qa=given(check.flag("qa", qa)),
    )


def video_options(
    prompts: PromptOptions, *, system_prompt: str, callback: str | None, persons: Sequence[Person]
) -> VideoOptions:
    """Check what descriptions of videos take besides.

    Raises:
        ValidationError: one that the service is documented to refuse; names field, value and remedy.
    """
    return VideoOptions(
        **prompts,
        system_prompt=check.any_text("system_prompt", system_prompt),
        callback=given(check.address("callback", callback)),
        persons=given(_persons(persons) or None),
    )


def _effort(value: int | None) -> str | None:
    """Text, as samples have it."""
    effort = check.between("reasoning_effort", value, LEFT_TO_THE_MODEL, HARDEST)
    if effort == 0:
        raise ValidationError(
            f"reasoning_effort: 0 is out of range. Pass 1 to {HARDEST}, or {LEFT_TO_THE_MODEL}: the model decides.",
            field="reasoning_effort",
        )
    return None if effort is None else str(effort)


def _persons(persons: Sequence[Person]) -> list[WirePerson]:
    if isinstance(persons, str | bytes) or not isinstance(persons, Sequence):
        raise ValidationError(
            f"persons: {type(persons).__name__} is not a list. Pass [Person(name=...)].", field="persons"
        )
    if len(persons) > MAX_PERSONS:
        raise ValidationError(
            f"persons: {len(persons)} people. The service takes at most {MAX_PERSONS}.", field="persons"
        )
    return [_person(person) for person in persons]


def _person(person: Person) -> WirePerson:
    if not isinstance(person, Person):
        raise ValidationError(
            f"persons: {type(person).__name__} is not a Person. Pass Person(name=..., url=...).", field="persons"
        )
    url = check.address("persons", person.url)
    return WirePerson(name=check.non_empty("persons", person.name), url=given(url))
