from django.db.models import QuerySet
from ninja import Query

from vernost.api.letters.schemas import (
    BroughtIn,
    FilledLetter,
    LetterTemplateChange,
    LetterTemplateShown,
    NewLetterTemplate,
    PreviewAsked,
)
from vernost.api.shell.access import client_for, found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Asked, Page, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.seen import standing_of
from vernost.api.shell.values import Number
from vernost.care.actions.letter_template import (
    bring_in_templates,
    change_template,
    create_template,
    remove_template,
)
from vernost.care.models import LetterTemplate
from vernost.care.queries.letter_places import filled_for
from vernost.care.queries.letter_template import text_in
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face

operations = Operations("letters")


@operations.reads("/letter-templates", right=Action.WRITE_LETTER, answer=Page[LetterTemplateShown])
def list_letter_templates(request: Request, asked: Query[Asked]) -> Page[LetterTemplateShown]:
    """Templates of letters, in both languages or in one."""
    return page_of(_templates(), asked, LetterTemplateShown)


@operations.creates("/letter-templates", right=Action.CHANGE_TEMPLATES, answer=LetterTemplateShown)
def create_a_letter_template(request: Request, given: NewLetterTemplate) -> LetterTemplate:
    """A new template; 409 where its name is taken."""
    return create_template(by=request.auth, at=now(), face=Face.API, **given.model_dump())


@operations.acts("/letter-templates/bring-in", right=Action.CHANGE_TEMPLATES, answer=None)
def bring_in_letter_templates(request: Request, given: BroughtIn) -> None:
    """The shipped templates; those whose names are there already are left as they are."""
    bring_in_templates(
        language=given.language, by=request.auth, at=now(), face=Face.API, run=new_run("templates")
    )


@operations.reads(
    "/letter-templates/{letter_template_id}", right=Action.WRITE_LETTER, answer=LetterTemplateShown
)
def show_letter_template(request: Request, letter_template_id: Number) -> LetterTemplate:
    """One template."""
    return found(_templates(), letter_template_id)


@operations.changes(
    "/letter-templates/{letter_template_id}", right=Action.CHANGE_TEMPLATES, answer=LetterTemplateShown
)
def change_a_letter_template(
    request: Request, letter_template_id: Number, given: LetterTemplateChange
) -> LetterTemplate:
    """Writes the values that are sent and no others; what was begun with it keeps its text."""
    template = found(_templates(), letter_template_id)
    standing = standing_of(template, given.saw)
    return change_template(
        template=template, by=request.auth, at=now(), face=Face.API, standing=standing, **given.values
    )


@operations.removes("/letter-templates/{letter_template_id}", right=Action.CHANGE_TEMPLATES)
def remove_a_letter_template(request: Request, letter_template_id: Number) -> None:
    """Into the recycle bin for 30 days."""
    template = found(_templates(), letter_template_id)
    remove_template(template=template, by=request.auth, at=now(), face=Face.API)


@operations.reads(
    "/letter-templates/{letter_template_id}/preview", right=Action.WRITE_LETTER, answer=FilledLetter
)
def preview_letter_template(
    request: Request, letter_template_id: Number, asked: Query[PreviewAsked]
) -> FilledLetter:
    """With the data of a client, in the other language where it has no text in the one asked for."""
    template = found(_templates(), letter_template_id)
    client = client_for(request.auth, asked.client_id)
    text = text_in(template, asked.language)
    filled = filled_for(
        client, subject=text.subject, body=text.body, purpose=template.purpose, language=text.language,
        person=request.auth, on=today(),
    )  # fmt: skip
    return FilledLetter(
        contact_id=filled.contact.pk if filled.contact else None,
        language=text.language,
        subject=filled.subject,
        body=filled.body,
    )


def _templates() -> QuerySet[LetterTemplate]:
    return LetterTemplate.objects.filter(deleted_at=None)
