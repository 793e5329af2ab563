"""Two clients whom somebody wrote down a second time, for the page of records that may be one."""

from vernost.cli.demo.made import Making
from vernost.clients.actions.client import create_client
from vernost.clients.enums import ClientKind


def make_twins(making: Making) -> None:
    """One as the accountants' program shouts it, one written anew for a new contract."""
    companies = [client for client in making.clients.values() if client.kind == ClientKind.COMPANY]
    loud, anew = companies[3], companies[7]
    create_client(
        name=loud.name.upper(), kind=ClientKind.COMPANY, owner=loud.owner, is_sample=True, **making.given
    )
    create_client(
        name=making.words.twin.format(anew.name),
        kind=ClientKind.COMPANY,
        tax_id=anew.tax_id,
        owner=making.staff["person-3"],
        is_sample=True,
        **making.given,
    )
