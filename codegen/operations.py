"""Write ``operations.py``: what the SDK must know of each operation and OpenAPI has no word for, as one typed table."""

from __future__ import annotations

from typing import Any

from codegen.rules.operations import ENVELOPES, GRADES, HOSTS, PERIODS, TIMEOUT_TIERS
from codegen.spec import Node, Spec

PACKAGE = "memories_ai_generated"

_HEAD = '''\
"""The behaviour of every operation, as the x- fields of the spec state it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Grade = {grades}
Host = {hosts}
Envelope = {envelopes}
TimeoutTier = {tiers}
Period = {periods}
Security = {security}


@dataclass(frozen=True, slots=True)
class Evidence:
    """How an operation is known: recorded from the real service, documented, or inferred; and from which sources."""

    grade: Grade
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RateLimit:
    """A documented limit: so many requests a period, counted together for all operations of the group."""

    requests: int
    per: Period
    group: str
    source: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation.

    ``module`` is the generated module that builds its requests. ``idempotent``: a request that possibly arrived may be
    sent again. ``envelope`` is the dialect in which answers tell success from failure. ``rate_limits`` are newest
    first, and empty if no source gives a figure. ``security`` names the credential in the Authorization header; None:
    the body holds it. ``quirks`` are contradictions between the sources, a line each.
    """

    id: str
    module: str
    method: str
    path: str
    host: Host
    envelope: Envelope
    idempotent: bool
    timeout_tier: TimeoutTier
    security: Security | None
    rate_limits: tuple[RateLimit, ...]
    evidence: Evidence
    quirks: tuple[str, ...]


'''


def operations_module(spec: Spec) -> str:
    """The source text of ``operations.py`` for a spec that passed lint."""
    head = _HEAD.format(
        grades=_literal(GRADES),
        hosts=_literal(HOSTS),
        envelopes=_literal(ENVELOPES),
        tiers=_literal(TIMEOUT_TIERS),
        periods=_literal(PERIODS),
        security=_literal(tuple(spec.document["components"]["securitySchemes"])),
    )
    entries = "".join(f"{node.value['operationId']!r}: {_operation(node)},\n" for node in spec.operations())
    hosts = "".join(f"{name!r}: {url!r},\n" for name, url in spec.hosts().items())
    return (
        f"{head}# The base URL of each host.\n"
        f"HOSTS: Mapping[Host, str] = MappingProxyType({{\n{hosts}}})\n"
        f"OPERATIONS: Mapping[str, Operation] = MappingProxyType({{\n{entries}}})\n"
    )


def module_of(node: Node) -> str:
    """The generated module of an operation."""
    return f"{PACKAGE}.api.{node.value['tags'][0]}.{node.value['operationId']}"


def _operation(node: Node) -> str:
    evidence = node.value["x-evidence"]
    limits = "".join(f"RateLimit({_arguments(limit)})," for limit in node.value["x-rate-limit"])
    fields = {
        "id": node.value["operationId"],
        "module": module_of(node),
        "method": str(node.at[2]).upper(),
        "path": node.at[1],
        "host": node.value["x-host"],
        "envelope": node.value["x-envelope"],
        "idempotent": node.value["x-idempotent"],
        "timeout_tier": node.value["x-timeout-tier"],
        "security": next((name for scheme in node.value["security"] for name in scheme), None),
    }
    return (
        f"Operation({_arguments(fields)}, rate_limits=({limits}), "
        f"evidence=Evidence(grade={evidence['grade']!r}, sources={tuple(evidence['sources'])!r}), "
        f"quirks={tuple(node.value.get('x-quirks', []))!r})"
    )


def _arguments(fields: dict[str, Any]) -> str:
    return ", ".join(f"{name}={value!r}" for name, value in fields.items())


def _literal(values: tuple[str, ...]) -> str:
    return f"Literal[{', '.join(map(repr, values))}]"
