from __future__ import annotations

from pathlib import Path

import pytest

from codegen.swap import swap


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name in ("new-a", "new-b", "a", "attic"):
        (tmp_path / name).mkdir()
    (tmp_path / "a" / "old").touch()
    (tmp_path / "new-a" / "new").touch()
    return tmp_path


def test_old_directories_make_room(place: Path) -> None:
    swap({place / "a": place / "new-a", place / "deep" / "b": place / "new-b"}, place / "attic")
    assert [path.name for path in (place / "a").iterdir()] == ["new"]
    assert (place / "deep" / "b").is_dir()
    assert [path.name for path in (place / "attic" / "old-0").iterdir()] == ["old"]


@pytest.mark.parametrize("error", [OSError("disk full"), KeyboardInterrupt()])
@pytest.mark.parametrize("failing", ["a", "new-a", "new-b"])
def test_a_failure_restores_everything(
    place: Path, monkeypatch: pytest.MonkeyPatch, failing: str, error: BaseException
) -> None:
    rename = Path.rename
    failed = []

    def fail_once(self: Path, target: Path) -> Path:
        if self.name == failing and not failed:
            failed.append(self)
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_once)
    with pytest.raises(type(error)):
        swap({place / "a": place / "new-a", place / "b": place / "new-b"}, place / "attic")
    assert failed
    assert [path.name for path in (place / "a").iterdir()] == ["old"]
    assert not (place / "b").exists()
