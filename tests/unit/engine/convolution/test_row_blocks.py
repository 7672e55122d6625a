"""Work shared among threads, and work given up."""

import threading
from collections.abc import Callable

import pytest

from cnnviz.engine.convolution.row_blocks import Cancelled, parallel_map


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_that_each_job_is_done_once(threads: int) -> None:
    done: list[int] = []
    parallel_map(
        range(1000), lambda: done.append, threads=threads, is_cancelled=lambda: False
    )
    assert sorted(done) == list(range(1000))


def test_that_each_thread_has_a_worker_of_its_own() -> None:
    makers: list[int] = []

    def new_worker() -> Callable[[int], None]:
        makers.append(threading.get_ident())
        return lambda job: None

    # Whoever comes first waits for the other: neither can have made both workers.
    both = threading.Barrier(2)

    def patient_worker() -> Callable[[int], None]:
        both.wait(10)
        return new_worker()

    parallel_map(range(10), patient_worker, threads=2, is_cancelled=None)
    assert len(set(makers)) == len(makers) == 2


@pytest.mark.parametrize("threads", [1, 2])
def test_that_work_that_nobody_wants_any_more_stops(threads: int) -> None:
    done: list[int] = []
    with pytest.raises(Cancelled):
        parallel_map(
            range(10_000),
            lambda: done.append,
            threads=threads,
            is_cancelled=lambda: len(done) >= 5,
        )
    assert 5 <= len(done) < 5 + threads


def test_that_the_calling_thread_does_the_work_when_there_is_but_one() -> None:
    seen: set[int] = set()
    parallel_map(
        range(3),
        lambda: lambda job: seen.add(threading.get_ident()),
        threads=1,
        is_cancelled=None,
    )
    assert seen == {threading.get_ident()}


def test_that_what_goes_wrong_in_a_thread_comes_out() -> None:
    def broken(job: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        parallel_map(range(9), lambda: broken, threads=2, is_cancelled=None)


@pytest.mark.parametrize("fails", ["job", "worker", "question"])
@pytest.mark.parametrize("threads", [1, 2, 4])
def test_that_after_a_failure_nobody_goes_on(fails: str, threads: int) -> None:
    done: list[int] = []
    made: list[int] = []

    def work(job: int) -> None:
        done.append(job)
        if fails == "job" and len(done) == 5:
            raise MemoryError

    def new_worker() -> Callable[[int], None]:
        made.append(0)
        if fails == "worker" and len(made) == 1:
            raise MemoryError
        return work

    def asked() -> bool:
        if fails == "question" and len(done) >= 5:
            raise MemoryError
        return False

    jobs = 300_000  # far more than the other threads can do meanwhile
    with pytest.raises(MemoryError):
        parallel_map(range(jobs), new_worker, threads=threads, is_cancelled=asked)
    assert len(done) < jobs // 2
