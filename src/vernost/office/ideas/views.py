"""The list of ideas, one idea with its discussion, and giving or changing one."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.clients.queries.client import visible_to as clients_visible_to
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.office.ideas.answers import answer_forms
from vernost.office.ideas.forms import IdeaForm, RemarkForm
from vernost.office.ideas.lists import idea_list
from vernost.office.ideas.tabs import idea_tabs
from vernost.office.ideas.words import author_of, state_badge, waits_since
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast
from vernost.programmes.actions.idea import (
    change_idea,
    remark_on_idea,
    remove_idea,
    set_vote,
    suggest_idea,
)
from vernost.programmes.enums import UNANSWERED
from vernost.programmes.models import Idea
from vernost.programmes.queries.idea import answerable_by, visible_to, with_votes
from vernost.ui.lists import show_list
from vernost.voice.enums import ActKind
from vernost.voice.models import Act


@require_GET
@demand(Action.VIEW_CLIENT)
def ideas(request: Request) -> HttpResponseBase:
    user = request.user
    return show_list(
        request,
        idea_list(user),
        with_votes(visible_to(user), user),
        template="office/ideas/list.html",
        name="ideas",
        may_export=may(user, Action.EXPORT),
        empty_template="office/ideas/none.html",
        may_suggest=may(user, Action.SUGGEST),
        tabs=idea_tabs("ideas"),
    )


def idea_for(user: User, pk: int) -> Idea:
    found = with_votes(visible_to(user), user).filter(pk=pk)
    idea = found.select_related("author", "responsible", "group", "client", "answered_by", "act").first()
    if idea is None:
        raise Http404
    return idea


@require_GET
@demand(Action.VIEW_CLIENT)
def idea(request: Request, pk: int) -> HttpResponse:
    user = request.user
    one = idea_for(user, pk)
    context = {
        "idea": one,
        "state": state_badge(one),
        "author": author_of(one),
        "waits": waits_since(one, today()) if one.state in UNANSWERED else "",
        "remarks": one.remarks.filter(deleted_at=None).select_related("author").order_by("said_at", "pk"),
        "remark_form": RemarkForm(),
        "may_say": may(user, Action.SUGGEST),
        "may_change": _may_change(user, one),
        "to_read": one.author_id == user.pk and one.answered_at is not None and one.read_at is None,
        **answer_forms(user, one),
    }
    return render(request, "office/ideas/idea.html", context)


@require_http_methods(["GET", "POST"])
@demand(Action.SUGGEST)
def new_idea(request: Request) -> HttpResponse:
    """With ?title= the line is there already (the palette), with ?client= whom it is about, with ?act= what a client
    suggested.
    """
    user, act = request.user, _suggestion(request)
    initial: dict[str, Any] = {
        "title": request.GET.get("title", "")[:200],
        "client": request.GET.get("client", ""),
    }
    if act is not None:
        initial = {"title": act.note[:200], "client": act.client_id, "text": act.note[200:]}
    form = IdeaForm(request.POST or None, initial=initial, user=user, is_new=True)
    if request.method == "POST" and form.is_valid():
        fields = dict(form.cleaned_data)
        named, run = not fields.pop("nameless"), new_run("idea")
        one = suggest_idea(named=named, act=act, by=user, at=now(), face=Face.WEB, run=run, **fields)
        text = _("Thank you: the idea is written down.")
        toast(request, text, undo_run=run if named else "")
        return redirect(one)
    return _form(request, form, _("New idea"))


@require_http_methods(["GET", "POST"])
@demand(Action.SUGGEST)
def edit(request: Request, pk: int) -> HttpResponse:
    one = _own(request, pk)
    initial = {
        "title": one.title,
        "text": one.text,
        "area": one.area,
        "client": one.client_id,
        "group": one.group,
    }
    form = IdeaForm(request.POST or None, initial=initial, user=request.user, is_new=False)
    seen, run = Seen(request, form, one), new_run("idea")
    if seen.write(
        lambda values: change_idea(idea=one, by=request.user, at=now(), face=Face.WEB, run=run, **values)
    ):
        toast(request, _("Saved."), undo_run=run)
        return redirect(one)
    return _form(request, form, one.title, seen)


@require_POST
@demand(Action.SUGGEST)
def remove(request: Request, pk: int) -> HttpResponse:
    one, run = _own(request, pk), new_run("idea")
    remove_idea(idea=one, by=request.user, at=now(), face=Face.WEB, run=run)
    toast(request, _("The idea is removed."), undo_run=run)
    return redirect("ideas")


@require_POST
@demand(Action.SUGGEST)
def vote(request: Request, pk: int) -> HttpResponse:
    """For it, or when one was for it no longer."""
    one = idea_for(request.user, pk)
    mine = bool(getattr(one, "mine", False))
    set_vote(idea=one, vote=not mine, by=request.user, at=now(), face=Face.WEB)
    return redirect(one)


@require_POST
@demand(Action.SUGGEST)
def remark(request: Request, pk: int) -> HttpResponse:
    one, form = idea_for(request.user, pk), RemarkForm(request.POST)
    if form.is_valid():
        run = new_run("remark")
        remark_on_idea(
            idea=one, text=form.cleaned_data["text"], by=request.user, at=now(), face=Face.WEB, run=run
        )
        toast(request, _("Saved."), undo_run=run)
    else:
        toast(request, _("A remark needs words. Nothing was saved."))
    return redirect(one)


def _may_change(user: User, idea: Idea) -> bool:
    """The author while nobody has answered, and who answers."""
    is_author = idea.author_id == user.pk and idea.state in UNANSWERED
    return is_author or answerable_by(user).filter(pk=idea.pk).exists()


def _own(request: Request, pk: int) -> Idea:
    one = idea_for(request.user, pk)
    if not _may_change(request.user, one):
        raise PermissionDenied
    return one


def _suggestion(request: Request) -> Act | None:
    """The client's suggestion that the address names, if the person sees the client."""
    number = request.GET.get("act", "")
    if not number.isdecimal():
        return None
    from_client = Act.objects.filter(kind=ActKind.SUGGESTION, deleted_at=None, pk=int(number))
    return from_client.filter(client__in=clients_visible_to(request.user)).first()


def _form(request: Request, form: IdeaForm, title: str, seen: Seen | None = None) -> HttpResponse:
    number = str(form["client"].value() or "")
    about = clients_visible_to(request.user).filter(pk=number).first() if number.isdecimal() else None
    context = {"form": form, "title": title, "about": about, "seen": seen}
    return render(request, "office/ideas/form.html", context)
