"""Check the spec against every rule of ours; the list is the table of contents."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from codegen.bundle import Bundle
from codegen.findings import Finding
from codegen.rules import examples, files, names, operations, schemas
from codegen.spec import Spec

RULES: tuple[Callable[[Spec], Iterable[Finding]], ...] = (
    files.every_file_is_reached,
    files.references_are_internal,
    files.sources_are_well_formed,
    operations.operation_ids_are_unique_snake_case_stems,
    operations.first_tag_is_declared_and_names_the_directory,
    operations.summary_and_description_are_given,
    operations.security_is_given,
    operations.evidence_is_given,
    operations.idempotency_is_given,
    operations.rate_limits_are_well_formed,
    operations.host_envelope_and_timeout_are_known,
    operations.servers_match_the_host,
    operations.quirks_and_open_questions_are_lines,
    operations.failures_are_declared,
    operations.checklist_is_complete,
    names.property_names_are_usable,
    names.parameter_names_are_usable,
    names.schema_names_do_not_collide,
    schemas.variants_can_be_told_apart,
    schemas.keywords_are_known,
    schemas.required_properties_are_declared,
    schemas.single_values_are_const,
    schemas.nullable_enums_are_named,
    schemas.defaults_are_sent_on_purpose,
    schemas.property_evidence_is_known,
    schemas.codes_are_well_formed,
    examples.responses_have_an_example,
    examples.requests_have_an_example,
    examples.examples_fit_their_schema,
)


def lint(bundle: Bundle) -> list[Finding]:
    """Every breach of a rule, by source line. Expects a bundle that ``codegen.validate`` found valid."""
    spec = Spec(bundle)
    return sorted({finding for rule in RULES for finding in rule(spec)})
