"""The engine for what outgrew one machine: the same steps on Apache Spark (docs/engine/engines.md)."""

from vernost.engine.spark.backend import Spark

__all__ = ["Spark"]
