"""The rules of our own that a spec must keep: functions from a Spec to its findings, listed in ``codegen.lint``."""
