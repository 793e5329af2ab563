"""A backup under a key opens with that key alone, and only as it was."""

import pytest

from vernost.config.environment import RefusesToStart
from vernost.config.secrets import backup_key
from vernost.core.backups import sealed
from vernost.core.backups.manifest import BadBackup
from vernost.core.backups.sealed import is_sealed, seal, unseal

_KEY = "a key of twenty characters and more"
_HEAD = len(sealed.MARK) + 16 + 7


@pytest.fixture
def file(tmp_path, monkeypatch):
    """Small pieces, so that there are several."""
    monkeypatch.setattr(sealed, "_PIECE", 100)
    (tmp_path / "plain").write_bytes(bytes(range(256)) * 3)
    seal(tmp_path / "plain", tmp_path / "sealed", _KEY)
    return tmp_path / "sealed"


def opened(file, key=_KEY):
    unseal(file, file.with_name("again"), key)
    return file.with_name("again").read_bytes()


@pytest.mark.parametrize("size", [0, 1, 99, 100, 101, 200, 768])
def test_comes_back(tmp_path, monkeypatch, size):
    monkeypatch.setattr(sealed, "_PIECE", 100)
    (tmp_path / "plain").write_bytes(b"x" * size)
    seal(tmp_path / "plain", tmp_path / "sealed", _KEY)

    assert opened(tmp_path / "sealed") == b"x" * size


def test_shows_nothing_and_says_what_it_is(file):
    assert is_sealed(file)
    assert not is_sealed(file.with_name("plain"))
    assert bytes(range(20)) not in file.read_bytes()


def test_other_key_opens_nothing(file):
    with pytest.raises(BadBackup, match="another key"):
        opened(file, "another key of twenty characters")


@pytest.mark.parametrize(
    "harm",
    [
        lambda content: content[:-1],
        lambda content: content[: _HEAD + 116],
        lambda content: content[: _HEAD + 3 * 116],
        lambda content: b"".join(
            (content[:_HEAD], content[_HEAD + 116 : _HEAD + 232], content[_HEAD : _HEAD + 116], content[_HEAD + 232 :])
        ),
        lambda content: content[:-20] + bytes([content[-20] ^ 1]) + content[-19:],
        lambda content: content[:20],
    ],
    ids=["a byte less", "first piece alone", "without the last piece", "two pieces turned about", "a bit", "head cut"],
)  # fmt: skip
def test_altered_file_does_not_open(file, harm):
    file.write_bytes(harm(file.read_bytes()))

    with pytest.raises(BadBackup):
        opened(file)


def test_key_that_could_be_guessed_is_refused():
    with pytest.raises(RefusesToStart, match="at least 20"):
        backup_key("secret")
