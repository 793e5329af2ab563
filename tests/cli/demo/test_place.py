import os

from vernost.cli.demo.place import Place


def test_demo_is_made_only_when_its_login_is_written(tmp_path):
    place = Place(tmp_path / "law-ru")
    place.clear()
    (place.folder / "vernost.sqlite3").touch()

    assert not place.is_made()

    place.keep_login("director@demo.example", "secret")
    assert place.is_made()
    assert place.login() == ("director@demo.example", "secret")


def test_unfinished_start_is_cleared_and_nothing_else(tmp_path):
    place = Place(tmp_path)
    for name in ("vernost.sqlite3", "vernost.sqlite3-wal", "letter.txt"):
        (tmp_path / name).touch()

    place.clear()

    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_settings_of_this_machine_do_not_reach_the_demo(tmp_path, monkeypatch):
    monkeypatch.setenv("VERNOST_DATABASE_URL", "postgresql://somewhere/real")
    for name in ("VERNOST_DATA", "VERNOST_LANGUAGE", "VERNOST_DEMO", "VERNOST_WORKERS"):
        monkeypatch.setenv(name, "")

    Place(tmp_path).rule_the_environment("ru")

    assert "VERNOST_DATABASE_URL" not in os.environ
    assert os.environ["VERNOST_DATA"] == str(tmp_path)
