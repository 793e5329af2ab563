"""What is missing is said, with what to install or to give; no Java is needed to hear it."""

import socket

import pytest

from vernost.engine import EngineError
from vernost.engine.spark import Spark, session


def refused(*arguments: object, **options: object) -> EngineError:
    with pytest.raises(EngineError) as raised:
        Spark(*arguments, **options)
    return raised.value


@pytest.fixture
def alone(monkeypatch):
    """No other session in this process."""
    monkeypatch.setattr(session.SparkContext, "_active_spark_context", None)


def test_without_pyspark_the_extra_is_named(monkeypatch):
    monkeypatch.setattr(session, "INSTALLED", False)

    error = refused("local[1]")

    assert (error.code, error.details) == ("spark_missing", {"install": "vernost[spark]"})


def test_without_java_its_version_is_named(monkeypatch, alone, tmp_path):
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))

    error = refused("local[1]")

    assert (error.code, error.details["install"]) == ("java_missing", "Java 17")


def test_a_java_home_without_java_is_named(monkeypatch, alone, tmp_path):
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))

    assert refused("local[1]").details["java_home"] == str(tmp_path)


def test_a_master_that_nobody_answers_for_is_named_at_once(monkeypatch, alone):
    monkeypatch.setattr(session, "_require_java", lambda: None)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        master = f"spark://127.0.0.1:{free.getsockname()[1]}"
    error = refused(master)

    assert (error.code, error.details) == ("spark_unreachable", {"master": master})


@pytest.mark.parametrize(
    "master", ["spark://ten.example:7077", "spark://127.0.0.1:7077,ten.example:7077", "yarn"]
)
def test_a_cluster_elsewhere_needs_a_folder_that_it_sees(master):
    error = refused(master)

    assert (error.code, error.details) == ("spark_folder_missing", {"master": master})
