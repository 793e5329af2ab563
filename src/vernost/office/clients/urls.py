from django.urls import path

from vernost.office.clients import card, views

urlpatterns = [
    path("", views.clients, name="clients"),
    path("new/", views.new_client, name="new_client"),
    path("hand-over/", views.hand_over, name="hand_over_clients"),
    path("recycle-bin/", views.recycle_bin, name="recycle_bin"),
    path("<int:pk>/", card.client, name="client"),
    path("<int:pk>/edit/", views.edit_client, name="edit_client"),
    path("<int:pk>/log/", card.log_contact, name="log_contact"),
    path("<int:pk>/remove/", views.remove, name="remove_client"),
    path("<int:pk>/restore/", views.restore, name="restore_client"),
]
