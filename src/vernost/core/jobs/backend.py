from collections.abc import Mapping, Sequence
from typing import Any

from django.tasks.backends.base import BaseTaskBackend
from django.tasks.base import Task, TaskResult, TaskResultStatus
from django.tasks.exceptions import TaskResultDoesNotExist
from django.utils.module_loading import import_string

from vernost.core.clock import now
from vernost.core.enums import JobState
from vernost.core.models import Job

_STATUS = {
    JobState.QUEUED: TaskResultStatus.READY,
    JobState.RUNNING: TaskResultStatus.RUNNING,
    JobState.DONE: TaskResultStatus.SUCCESSFUL,
    JobState.FAILED: TaskResultStatus.FAILED,
    JobState.CANCELLED: TaskResultStatus.FAILED,
}


class DatabaseBackend(BaseTaskBackend):
    """Keeps enqueued tasks as Job rows, in the transaction of who enqueues them.

    The result's `id` is the number of the Job. A keyword `created_by_id` is kept with the Job and not passed on.
    """

    supports_defer = True
    supports_get_result = True
    supports_priority = True

    def enqueue(
        self, task: "Task[Any, Any]", args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> "TaskResult[Any, Any]":
        self.validate_task(task)
        if args:
            raise TypeError("arguments of a task are given by name")
        given = dict(kwargs)
        created_by_id = given.pop("created_by_id", None)
        moment = now()
        job = Job.objects.create(
            task=task.module_path,
            arguments=given,
            priority=task.priority,
            run_after=task.run_after or moment,
            created_at=moment,
            created_by_id=created_by_id,
        )
        return self._result(job)

    def get_result(self, result_id: str) -> "TaskResult[Any, Any]":
        job = Job.objects.filter(pk=result_id).first()
        if job is None:
            raise TaskResultDoesNotExist(result_id)
        return self._result(job)

    def _result(self, job: Job) -> "TaskResult[Any, Any]":
        result: TaskResult[Any, Any] = TaskResult(
            task=import_string(job.task),
            id=str(job.pk),
            status=_STATUS[JobState(job.state)],
            enqueued_at=job.created_at,
            started_at=job.started_at,
            last_attempted_at=job.started_at,
            finished_at=job.finished_at,
            args=[],
            kwargs=job.arguments,
            backend=self.alias,
            errors=[],
            worker_ids=[job.worker] if job.worker else [],
        )
        # The dataclass is frozen; Django's own backends set the value so.
        object.__setattr__(result, "_return_value", job.result)
        return result
