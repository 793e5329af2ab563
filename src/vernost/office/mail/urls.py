from django.urls import path

from vernost.office.mail import acts, company, letters, mailbox, strangers

urlpatterns = [
    path("", letters.letters, name="my_mail"),
    path("letters/<int:pk>/", letters.letter, name="letter_page"),
    path("letters/<int:pk>/give/", acts.give, name="give_letter"),
    path("letters/<int:pk>/task/", acts.task, name="letter_task"),
    path("links/<int:pk>/share/", acts.share, name="share_letter"),
    path("links/<int:pk>/unshare/", acts.unshare, name="unshare_letter"),
    path("links/<int:pk>/take-off/", acts.take_off, name="take_off_letter"),
    path("clients/<int:pk>/share/", acts.share_all, name="share_all_letters"),
    path("clients/<int:pk>/stop/", acts.stop, name="stop_sharing"),
    path("unknown/", strangers.strangers, name="strangers"),
    path("unknown/<int:pk>/", strangers.stranger, name="stranger"),
    path("unknown/<int:pk>/ignore/", strangers.ignore, name="ignore_stranger"),
    path("mailbox/", mailbox.own, name="mailbox"),
    path("mailbox/heed/<int:pk>/", mailbox.heed, name="heed_address"),
    path("mailboxes/", company.mailboxes, name="mailboxes"),
    path("mailboxes/new/", company.new, name="new_mailbox"),
    path("mailboxes/<int:pk>/", company.edit, name="edit_mailbox"),
    path("mailboxes/<int:pk>/read/", mailbox.read, name="read_mailbox"),
    path("mailboxes/<int:pk>/disconnect/", mailbox.disconnect, name="disconnect_mailbox"),
]
