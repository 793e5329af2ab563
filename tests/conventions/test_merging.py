"""Every table that names a client says what becomes of its rows when two clients are merged."""

from vernost.clients.actions.merge import columns_to_clients
from vernost.clients.merging import rule_of
from vernost.core.models.base import Concluded, Removable


def fate(field) -> str:
    """ "moves", "by its rule", "judged anew", "tells where it went", or "" for who has said nothing."""
    model = field.model
    if field.name == "merged_into":
        return "tells where it went"
    if rule_of(model) is not None:
        return "by its rule"
    if issubclass(model, Removable):
        return "moves"
    return "judged anew" if issubclass(model, Concluded) else ""


def test_no_table_leaves_rows_at_an_absorbed_client_unsaid():
    fates = {f"{one.model._meta.label}.{one.name}": fate(one) for one in columns_to_clients()}

    unsaid = [name for name, said in fates.items() if not said]
    assert not unsaid, f"clients/merging.py wants a rule (`merges(MergeRule(...))`) for {unsaid}"
    # The walk finds what it must: one of each kind.
    assert fates["clients.Order.client"] == "moves"
    assert fates["clients.Client.referred_by"] == "moves"
    assert fates["assessment.ReviewItem.client"] == "by its rule"
    assert fates["assessment.ClientEffort.root"] == "judged anew"
