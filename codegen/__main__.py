"""The command line: ``python -m codegen generate|lint|bundle|evidence|reference``."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from codegen import evidence
from codegen.bundle import bundle_spec
from codegen.findings import CodegenError, SpecError
from codegen.generate import checked_bundle, generate, json_text
from codegen.reference_page import write_reference
from codegen.spec import Spec


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit status: 0, or 1 with the reasons on standard error."""
    options = _parser().parse_args(arguments)
    try:
        _run(options.command, options.root)
    except SpecError as error:
        print(error, file=sys.stderr)
        print(f"{len(error.findings)} fault(s) in the spec.{_untouched(options)}", file=sys.stderr)
        return 1
    except CodegenError as error:
        print(f"{error}{_untouched(options)}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"A file cannot be read or written: {error}.{_untouched(options)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"Interrupted.{_untouched(options)}", file=sys.stderr)
        return 130
    except Exception as error:
        if options.traceback:
            raise
        message = " ".join(str(error).split()).rstrip(".")
        print(
            f"codegen broke: {type(error).__name__}: {message}. This is a fault of codegen; run with --traceback to "
            f"see where.{_untouched(options)}",
            file=sys.stderr,
        )
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m codegen", description="From openapi/ to the generated client.")
    parser.add_argument("--root", type=Path, default=Path(), help="the project's directory (default: the current one)")
    parser.add_argument("--traceback", action="store_true", help="if codegen itself breaks, show where")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("generate", help="check the spec, then replace the generated client")
    commands.add_parser("lint", help="check the spec")
    commands.add_parser("evidence", help="print how everything is known, and write it to docs/evidence.md")
    commands.add_parser("reference", help="build the static reference page in build/reference/")
    commands.add_parser("bundle", help="print the spec as one JSON document, without checking it")
    for command in commands.choices.values():  # behind the command too
        command.add_argument("--traceback", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser


def _run(command: str, root: Path) -> None:
    if command == "generate":
        for path in generate(root.resolve()):
            print(f"Generated {path.relative_to(root.resolve()).as_posix()}{'/' if path.is_dir() else ''}")
    elif command == "lint":
        _print_coverage(Spec(checked_bundle(root)))
    elif command == "evidence":
        spec = Spec(checked_bundle(root))
        (root / evidence.DOCUMENT).parent.mkdir(exist_ok=True)
        (root / evidence.DOCUMENT).write_text(evidence.document(spec), encoding="utf-8", newline="\n")
        sys.stdout.write(evidence.report(spec))
    elif command == "reference":
        index = write_reference(checked_bundle(root).document, root)
        print(f"Wrote {index.relative_to(root).as_posix()}: open it in a browser.")
    else:
        sys.stdout.write(json_text(bundle_spec(root).document))


def _print_coverage(spec: Spec) -> None:
    described = {node.value["operationId"] for node in spec.operations()}
    for generation, entries in spec.checklist().items():
        found = sum(entry["operation"] in described for entry in entries)
        print(f"{found} of {len(entries)} operations of the {generation}, each with its evidence.")
    print("The spec keeps every rule.")


def _untouched(options: argparse.Namespace) -> str:
    return " What was generated before is untouched." if options.command == "generate" else ""


if __name__ == "__main__":
    # A terminated run cleans up like an interrupted one.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(main())
