"""The import wizard up to the check: the file, what it is, what its words mean."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.data.columns_form import ColumnsForm
from vernost.office.data.forms import Upload, ValuesForm
from vernost.office.data.rights import run_for
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.transfer import tasks
from vernost.transfer.actions.upload import (
    UnableToReadFile,
    choose_columns,
    choose_values,
    upload_file,
)
from vernost.transfer.enums import RunState
from vernost.transfer.kinds import KINDS
from vernost.transfer.plan import Plan
from vernost.transfer.queries.plan import first_plan
from vernost.transfer.queries.run import visible_to
from vernost.transfer.wording import problem_text

_PER_PAGE = 30
_BEFORE_THE_RUN = (RunState.COLUMNS, RunState.CHECKING, RunState.VALUES, RunState.CHECKED)


@require_GET
@demand(Action.EXPORT)
def data(request: Request) -> HttpResponse:
    """What came in and what can be taken out."""
    runs = visible_to(request.user).select_related("created_by").order_by("-id")
    context = {
        "page": Paginator(runs.defer("layout", "plan", "conflicts"), _PER_PAGE).get_page(
            request.GET.get("page")
        ),
        "kinds": KINDS,
        "may_import": may(request.user, Action.IMPORT),
        "may_erase": may(request.user, Action.ERASE_PERSON),
    }
    return render(request, "office/data/history.html", context)


@require_http_methods(["GET", "POST"])
@demand(Action.IMPORT)
def new_import(request: Request) -> HttpResponse:
    form = Upload(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            run = upload_file(pieces=file.chunks(), name=file.name, by=request.user, at=now(), face=Face.WEB)
            return redirect("import_columns", run.pk)
        except UnableToReadFile as error:
            form.add_error("file", problem_text(error.problem))
    return render(request, "office/data/upload.html", {"form": form, "kinds": KINDS.values()})


@require_http_methods(["GET", "POST"])
@demand(Action.IMPORT)
def columns(request: Request, pk: int) -> HttpResponse:
    """What the file is, which header is which column, what a cell may do to a value that is there."""
    run = run_for(request.user, pk)
    if run.state not in _BEFORE_THE_RUN:
        return redirect(run)
    asked = request.POST.get("kind") or request.GET.get("kind", "")
    kind = KINDS.get(asked) or KINDS[run.kind]
    plan = Plan.of(run.plan) if kind.name == run.kind else first_plan(run, kind.name)
    form = ColumnsForm(request.POST or None, kind=kind, plan=plan, layout=run.layout, user=request.user)
    if request.method == "POST" and form.is_valid():
        choose_columns(run=run, kind=kind.name, plan=form.plan(), by=request.user, at=now(), face=Face.WEB)
        tasks.put_to_work(tasks.check, run, request.user)
        return redirect(run)
    problem = problem_text(run.problem, kind) if run.problem and kind.name == run.kind else ""
    context = {"run": run, "form": form, "kind": kind, "kinds": KINDS.values(), "problem": problem, "step": 2}
    return render(request, "office/data/columns.html", context)


@require_http_methods(["GET", "POST"])
@demand(Action.IMPORT)
def values(request: Request, pk: int) -> HttpResponse:
    """What words of the file stand for that do not explain themselves."""
    run = run_for(request.user, pk)
    if run.state != RunState.VALUES:
        return redirect(run)
    form = ValuesForm(request.POST or None, kind=KINDS[run.kind], unknown=run.unknown, user=request.user)
    if request.method == "POST" and form.is_valid():
        words, others = form.decided()
        choose_values(run=run, values=words, others=others, by=request.user, at=now(), face=Face.WEB)
        tasks.put_to_work(tasks.check, run, request.user)
        return redirect(run)
    return render(request, "office/data/values.html", {"run": run, "form": form, "step": 2})
