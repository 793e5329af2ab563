from django.urls import path

from vernost.office.letters import log, mailings, outlet, recipients, templates, unsubscribe

urlpatterns = [
    path("letters/", log.letters, name="letters"),
    path("letters/<int:pk>/", log.letter, name="letter"),
    path("letters/<int:pk>/retry/", log.retry, name="retry_letter"),
    path("letters/<int:pk>/settle/", log.settle, name="settle_letter"),
    path("letters/<int:pk>/cancel/", log.cancel, name="cancel_letter"),
    path("letters/templates/", templates.letter_templates, name="letter_templates"),
    path("letters/templates/bring-in/", templates.bring_in, name="bring_in_templates"),
    path("letters/templates/new/", templates.letter_template, name="new_letter_template"),
    path("letters/templates/<int:pk>/", templates.letter_template, name="letter_template"),
    path("letters/templates/<int:pk>/remove/", templates.remove, name="remove_letter_template"),
    path("letters/templates/<int:pk>/preview/", templates.preview, name="preview_letter_template"),
    path("letters/mailings/", mailings.mailings, name="mailings"),
    path("letters/mailings/new/", mailings.new_mailing, name="new_mailing"),
    path("letters/mailings/<int:pk>/", mailings.mailing, name="mailing"),
    path("letters/mailings/<int:pk>/edit/", mailings.edit, name="edit_mailing"),
    path("letters/mailings/<int:pk>/release/", mailings.release, name="release_mailing"),
    path("letters/mailings/<int:pk>/cancel/", mailings.cancel, name="cancel_mailing"),
    path("letters/mailings/<int:pk>/resume/", mailings.resume, name="resume_mailing"),
    path("letters/mailings/<int:pk>/try/", mailings.try_mailing, name="try_mailing"),
    path("letters/mailings/<int:pk>/out/", recipients.out, name="take_out_of_mailing"),
    path("letters/sending/", outlet.outlet, name="outlet"),
    path("letters/sending/now/", outlet.send_now, name="send_now"),
    path("unsubscribe/<str:secret>/", unsubscribe.page, name="unsubscribe"),
]
