"""From the hand-written spec in ``openapi/`` to the generated client: bundle, check, generate.

Run as ``python -m codegen generate|lint|bundle`` from the project root.
"""
