from vernost.transfer.kinds import KINDS
from vernost.transfer.models import ImportRun, RememberedPlan
from vernost.transfer.plan import Plan, headers_digest
from vernost.transfer.reading.guess import guess_client_key, guess_mapping


def first_plan(run: ImportRun, kind_name: str) -> Plan:
    """What was decided for such a file the last time, else what can be guessed."""
    kind = KINDS[kind_name]
    headers: list[str] = run.layout["headers"]
    kept = RememberedPlan.objects.filter(kind=kind_name, headers_digest=headers_digest(headers)).first()
    if kept is not None:
        plan = Plan.of(kept.plan)
        if all(part in headers for said in plan.mapping.values() for part in said.split(" * ") if said):
            return plan
    mapping = guess_mapping(kind, headers)
    if kind.is_of_clients:
        key = next((k for k in ("id", "code", "tax_id", "email", "name") if k in mapping), "name")
    else:
        key = guess_client_key(headers, run.layout["client_key_rows"], mapping.get("client_id", ""))
    return Plan(mapping=mapping, client_key=key, make_clients=kind.makes_clients)
