"""Put new directories in the place of old ones, all or none."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path


def swap(replacements: dict[Path, Path], attic: Path) -> None:
    """Move each new directory to its target; ``replacements`` maps target to new directory.

    What stood at a target goes to ``attic``, a directory on the same file system. If anything fails, Ctrl-C included,
    every target is as it was before.
    """
    with ExitStack() as undo:
        for number, (target, new) in enumerate(replacements.items()):
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists():
                old = attic / f"old-{number}"
                undo.callback(_restore, old, target)
                target.rename(old)
            undo.callback(_restore, target, new)
            new.rename(target)
        undo.pop_all()


def _restore(source: Path, target: Path) -> None:
    """Undo a rename if it took place."""
    if source.exists() and not target.exists():
        source.rename(target)
