from bench.trust.moments import Moments


def test_as_many_as_were_asked_for_when_there_is_time():
    assert list(Moments(3)) == [0, 1, 2]
    assert list(Moments(2, minutes=60)) == [0, 1]


def test_the_one_that_was_begun_is_the_last_when_the_time_is_over():
    assert list(Moments(3, minutes=-1)) == []
