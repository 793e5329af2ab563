from tests.factories.assessments import make_signal
from tests.factories.moments import AT
from vernost.assessment.actions.signal import judge_signal
from vernost.assessment.enums import Verdict
from vernost.assessment.queries.signal import precision
from vernost.core.enums import Face
from vernost.core.models import AuditEntry


def test_verdict_is_kept_and_taken_back(client_one, anna):
    signal = make_signal(client_one)

    judge_signal(signal=signal, verdict=Verdict.FALSE, by=anna, at=AT, face=Face.WEB)

    signal.refresh_from_db()
    assert (signal.verdict, signal.verdict_by) == ("false", anna)
    assert AuditEntry.objects.get(kind="assessment.signal").changes["verdict"] == ["", "false"]
    judge_signal(signal=signal, verdict=None, by=anna, at=AT, face=Face.WEB)
    signal.refresh_from_db()
    assert (signal.verdict, signal.verdict_by) == ("", None)


def test_precision_counts_verdicts_alone(client_one, client_two, anna):
    for client, verdict in ((client_one, Verdict.REAL), (client_two, Verdict.FALSE)):
        judge_signal(signal=make_signal(client, over_on=None), verdict=verdict, by=anna, at=AT, face=Face.WEB)
    make_signal(client_one, "dependence")

    found = {one.code: one for one in precision()}

    assert (found["silent"].real, found["silent"].judged, found["silent"].part) == (1, 2, 0.5)
    assert found["dependence"].part is None
