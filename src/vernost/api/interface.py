"""The API as a whole: its operations and the document that describes them."""

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from vernost.api.cases import endpoints as cases
from vernost.api.cases import tasks
from vernost.api.clients import endpoints as clients
from vernost.api.contacts import endpoints as contacts
from vernost.api.data import exports, imports
from vernost.api.dealings import invoices, orders, payments
from vernost.api.decisions import endpoints as decisions
from vernost.api.dependence import endpoints as dependence
from vernost.api.dependence import plans as dependence_plans
from vernost.api.discipline import declarations, promises, track
from vernost.api.discipline import texts as rules_texts
from vernost.api.economics import endpoints as economics
from vernost.api.economics import marketing
from vernost.api.endings import case as ending_case
from vernost.api.endings import endpoints as endings
from vernost.api.goals import endpoints as goals
from vernost.api.handovers import endpoints as handovers
from vernost.api.ideas import answers, groups
from vernost.api.ideas import endpoints as ideas
from vernost.api.judgement import endpoints as judgement
from vernost.api.letters import endpoints as letters
from vernost.api.letters import incoming, mailings
from vernost.api.letters import templates as letter_templates
from vernost.api.lookups import endpoints as lookups
from vernost.api.lookups import writing as lists
from vernost.api.loyalty import endpoints as loyalty
from vernost.api.loyalty import notes as loyalty_notes
from vernost.api.me import endpoints as me
from vernost.api.measures import endpoints as measures
from vernost.api.method import endpoints as definitions
from vernost.api.method import factors, playbooks, thresholds
from vernost.api.movement import endpoints as movement
from vernost.api.plans import endpoints as plans
from vernost.api.plans import key_clients, numbers, parts, templates
from vernost.api.policies import breaches
from vernost.api.policies import endpoints as policies
from vernost.api.policies import own as own_policies
from vernost.api.reviews import endpoints as reviews
from vernost.api.reviews import items as review_items
from vernost.api.runs import backtest
from vernost.api.runs import endpoints as runs
from vernost.api.scorecards import endpoints as scorecards
from vernost.api.shell.problems import MEDIA_TYPE, Code, Problem
from vernost.api.shell.refusing import refuse_in_words
from vernost.api.signals import endpoints as signals
from vernost.api.standard import kept, limits, rules
from vernost.api.talks import endpoints as talks
from vernost.api.today import endpoints as today
from vernost.api.today import touches
from vernost.api.voice import acts, complaints, ratings
from vernost.api.win_back import endpoints as win_back

_PROBLEM = "#/components/schemas/Problem"
_ALWAYS = {Code.NOT_JSON, Code.NO_TOKEN, Code.NOT_ALLOWED, Code.NOT_FOUND, Code.WRONG_VALUES, Code.TOO_OFTEN}


class Interface(NinjaAPI):
    """Its document says of every operation what it may refuse and which scope it needs."""

    def get_openapi_schema(self, **given: Any) -> OpenAPISchema:
        document = super().get_openapi_schema(**given)
        document["components"]["schemas"] |= _schemas_of(Problem)
        for operations in document["paths"].values():
            for method, operation in operations.items():
                _tell_refusals(method, operation)
        return document


def _schemas_of(model: Any) -> dict[str, Any]:
    schema = model.model_json_schema(ref_template="#/components/schemas/{model}", mode="serialization")
    return {**schema.pop("$defs", {}), model.__name__: schema}


def _tell_refusals(method: str, operation: dict[str, Any]) -> None:
    codes = _ALWAYS if method == "get" else _ALWAYS | {Code.IMPOSSIBLE, Code.TOO_LARGE}
    for code in sorted(codes, key=lambda one: one.status):
        operation["responses"][code.status] = {
            "description": code.heading,
            "content": {MEDIA_TYPE: {"schema": {"$ref": _PROBLEM}}},
        }
    if "x-file" in operation:
        operation["responses"][200]["content"] = {
            operation["x-file"]: {"schema": {"type": "string", "format": "binary"}}
        }
    operation["security"] = [{"Token": [operation["x-scope"]] if "x-scope" in operation else []}]


api = Interface(
    title="Vernost",
    version="1",
    description="Relations with regular clients, for programs. The rights are those of the token's owner.",
    urls_namespace="api",
    docs_url=None,
)
for _area in (
    *(me, lookups, clients, contacts, orders, invoices, payments, talks),
    *(complaints, ratings, acts),
    *(judgement, signals, cases, tasks, decisions),
    *(dependence, dependence_plans, movement, economics, marketing, loyalty, loyalty_notes),
    *(declarations, rules_texts, promises, track, endings, ending_case, win_back),
    *(reviews, review_items, policies, breaches, runs, backtest),
    *(today, touches, rules, kept, limits, measures, plans, parts, numbers, templates, key_clients),
    *(goals, scorecards, handovers, ideas, answers, groups),
    *(letters, incoming, letter_templates, mailings, imports, exports),
    *(lists, own_policies, definitions, thresholds, playbooks, factors),
):
    api.add_router("", _area.operations)
refuse_in_words(api)
