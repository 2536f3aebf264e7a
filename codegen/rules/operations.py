"""Rules on what every operation must carry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from codegen.findings import Finding
from codegen.pointers import Pointer
from codegen.spec import Node, Spec

GRADES = ("recorded", "documented", "inferred")
HOSTS = ("platform", "security", "backend")
ENVELOPES = ("platform", "platform-or-bare", "stream", "bytes", "caption")
TIMEOUT_TIERS = ("short", "model", "upload", "stream")
# What every operation of the service may answer, whatever it does.
FAILURES = ("401", "402", "403", "404", "409", "429", "503")
PERIODS = ("second", "minute", "hour", "day")
_CHECKLIST_FIELDS = {"method", "host", "path", "operation"}
_SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


def operation_ids_are_unique_snake_case_stems(spec: Spec) -> Iterator[Finding]:
    seen: dict[str, Node] = {}
    files: set[str] = set()
    for node in spec.operations():
        file = PurePosixPath(spec.bundle.locate(node.at).file)
        name = node.value.get("operationId")
        at = (*node.at, "operationId")
        if not isinstance(name, str) or not _SNAKE_CASE.fullmatch(name):
            yield spec.finding(at, f"operationId {name!r} is not snake_case", f"Call it {file.stem}, like its file.")
            continue
        if name in seen:
            other = spec.bundle.locate((*seen[name].at, "operationId"))
            yield spec.finding(at, f"operationId '{name}' is taken by {other}", "Give each operation its own.")
        elif str(file) not in files and name != file.stem:
            yield spec.finding(at, f"operationId '{name}' stands in {file.name}", f"Rename the file to {name}.yaml.")
        seen.setdefault(name, node)
        files.add(str(file))


def first_tag_is_declared_and_names_the_directory(spec: Spec) -> Iterator[Finding]:
    declared = [tag["name"] for tag in spec.document.get("tags", [])]
    for node in spec.operations():
        at = (*node.at, "tags")
        directory = PurePosixPath(spec.bundle.locate(node.at).file).parent.name
        tag = next(iter(node.value.get("tags", [])), None)
        if tag not in declared:
            yield spec.finding(at, f"the first tag is {tag!r}", f"Use one of the root's tags: {', '.join(declared)}.")
        elif tag != directory:
            yield spec.finding(at, f"the tag '{tag}' stands in directory '{directory}'", f"Move the file to {tag}/.")


def summary_and_description_are_given(spec: Spec) -> Iterator[Finding]:
    for node in spec.operations():
        for key in ("summary", "description"):
            text = node.value.get(key)
            if not isinstance(text, str) or not text.strip():
                yield spec.finding((*node.at, key), f"the operation has no {key}", "Write one.")


def security_is_given(spec: Spec) -> Iterator[Finding]:
    schemes = spec.document.get("components", {}).get("securitySchemes", {})
    for node in spec.operations():
        at = (*node.at, "security")
        if "security" not in node.value:
            yield spec.finding(at, "the operation has no security", "Write security: [{apiKey: []}], or [] for none.")
        for name in (name for requirement in node.value.get("security", []) for name in requirement):
            if name not in schemes:
                yield spec.finding(at, f"unknown security scheme '{name}'", f"Use one of {', '.join(schemes)}.")


def evidence_is_given(spec: Spec) -> Iterator[Finding]:
    for node in spec.operations():
        yield from check_evidence(spec, node)


def check_evidence(spec: Spec, node: Node) -> Iterator[Finding]:
    """Findings on the x-evidence of an operation or a property."""
    at = (*node.at, "x-evidence")
    evidence = node.value.get("x-evidence")
    if not isinstance(evidence, dict) or evidence.get("grade") not in GRADES:
        yield spec.finding(
            at, "x-evidence has no known grade", f"Write {{grade, sources}}; grades: {', '.join(GRADES)}."
        )
        return
    sources = evidence.get("sources")
    if not isinstance(sources, list) or not sources:
        yield spec.finding(at, "x-evidence names no sources", "List ids of openapi/sources.yaml.")
        return
    for source in sources:
        if not isinstance(source, str) or source not in spec.sources():
            yield spec.finding(at, f"x-evidence names the unknown source '{source}'", "Add it to openapi/sources.yaml.")


def idempotency_is_given(spec: Spec) -> Iterator[Finding]:
    for node in spec.operations():
        if not isinstance(node.value.get("x-idempotent"), bool):
            remedy = "Write true if a request that may have arrived can be sent again, else false."
            yield spec.finding((*node.at, "x-idempotent"), "x-idempotent is not true or false", remedy)


def rate_limits_are_well_formed(spec: Spec) -> Iterator[Finding]:
    remedy = f"Write {{requests: <number>, per: {'|'.join(PERIODS)}, group: <name>, source: <id of sources.yaml>}}."
    for node in spec.operations():
        limits = node.value.get("x-rate-limit")
        at = (*node.at, "x-rate-limit")
        if not isinstance(limits, list):
            yield spec.finding(at, "x-rate-limit is not a list", "List the documented limits, or [] if none is known.")
            continue
        for index, limit in enumerate(limits):
            if not _is_rate_limit(limit, spec):
                yield spec.finding((*at, index), f"the rate limit {limit} is malformed", remedy)


def _is_rate_limit(limit: Any, spec: Spec) -> bool:
    return (
        isinstance(limit, dict)
        and limit.keys() == {"requests", "per", "group", "source"}
        and type(limit["requests"]) is int
        and limit["requests"] > 0
        and limit["per"] in PERIODS
        and isinstance(limit["group"], str)
        and isinstance(limit["source"], str)
        and limit["source"] in spec.sources()
    )


def host_envelope_and_timeout_are_known(spec: Spec) -> Iterator[Finding]:
    fields = {"x-host": HOSTS, "x-envelope": ENVELOPES, "x-timeout-tier": TIMEOUT_TIERS}
    for node in spec.operations():
        for key, known in fields.items():
            if node.value.get(key) not in known:
                problem = f"{key} is {node.value[key]!r}" if key in node.value else f"{key} is missing"
                yield spec.finding((*node.at, key), problem, f"Use one of {', '.join(known)}.")


def servers_match_the_host(spec: Spec) -> Iterator[Finding]:
    """Other tools do not know x-host: what they call must be the same."""
    common = spec.document.get("servers", [])
    for node in spec.operations():
        host = spec.hosts().get(str(node.value.get("x-host")))
        urls = [server.get("url") for server in node.value.get("servers", common)]
        if urls != [host]:
            problem = f"the servers are {urls}, but x-host means {host}"
            yield spec.finding((*node.at, "servers"), problem, f"Write servers: [{{url: {host}}}].")


def quirks_and_open_questions_are_lines(spec: Spec) -> Iterator[Finding]:
    for node in spec.operations():
        for key in ("x-quirks", "x-open-questions"):
            lines = node.value.get(key, [])
            if not isinstance(lines, list) or not all(isinstance(line, str) and "\n" not in line for line in lines):
                yield spec.finding((*node.at, key), f"{key} is not a list of lines", "Quote lines that hold a colon.")


def failures_are_declared(spec: Spec) -> Iterator[Finding]:
    for node in spec.operations():
        missing = [status for status in FAILURES if status not in node.value.get("responses", {})]
        if missing:
            at = (*node.at, "responses")
            problem = f"the responses lack {', '.join(missing)}"
            yield spec.finding(at, problem, "Refer to the shared ones in openapi/responses/.")


def checklist_is_complete(spec: Spec) -> Iterator[Finding]:
    """The operations are those of the checklist, no more and no less, and are called as it says."""
    listed: dict[tuple[str, str], tuple[Pointer, dict[str, str]]] = {}
    for generation, entries in spec.checklist().items():
        if not isinstance(entries, list):
            yield spec.finding(("x-checklist", generation), f"'{generation}' is no list", "List its operations.")
            continue
        for index, entry in enumerate(entries):
            at: Pointer = ("x-checklist", generation, index)
            if not isinstance(entry, dict) or entry.keys() != _CHECKLIST_FIELDS:
                fields = ", ".join(sorted(_CHECKLIST_FIELDS))
                yield spec.finding(at, f"the entry {entry} is malformed", f"Give {fields}.")
            elif (entry["method"], entry["path"]) in listed:
                problem = f"{entry['method']} {entry['path']} is listed twice"
                yield spec.finding(at, problem, "Strike one of the two.")
            else:
                listed[entry["method"], entry["path"]] = at, entry
    for node in spec.operations():
        place = str(node.at[2]).upper(), str(node.at[1])
        _, entry = listed.pop(place, ((), {}))
        here = f"{node.value.get('operationId')} on host {node.value.get('x-host')}"
        there = f"{entry.get('operation')} on host {entry.get('host')}"
        if not entry:
            remedy = "Add it to openapi/checklist.yaml."
            yield spec.finding(node.at, f"{' '.join(place)} is not on the checklist", remedy)
        elif here != there:
            yield spec.finding(node.at, f"{here} is {there} on the checklist", "Correct one of the two.")
    for place, (unmet, _) in listed.items():
        yield spec.finding(unmet, f"{' '.join(place)} is not described", "Describe it, or strike it from the list.")
