"""Types of functions that differ between both halves of the SDK."""

from collections.abc import Awaitable, Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

AsyncFunction = Callable[P, Awaitable[T]]
Function = Callable[P, T]
