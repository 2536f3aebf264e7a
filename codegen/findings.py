"""What is wrong with the spec, and where: the vocabulary of every message of this package."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A line of a source file; the file is named from the project root, with forward slashes."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault: where it is, what is wrong (no full stop), and what to do about it (a sentence)."""

    location: Location
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.location}: {self.problem}. {self.remedy}"


class CodegenError(Exception):
    """Generation stopped for a reason the user can act on; the text says all there is to say."""


class SpecError(CodegenError):
    """The spec has faults; ``findings`` holds every one of them, by file and line."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sorted(set(findings))
        super().__init__("\n".join(map(str, self.findings)))
