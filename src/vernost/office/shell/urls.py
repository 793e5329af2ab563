from django.urls import path

from vernost.office.shell import saved_views, views
from vernost.office.shell.search import search

urlpatterns = [
    path("looks/", views.looks, name="looks"),
    path("search/", search, name="search"),
    path("undo/<slug:run>/", views.undo, name="undo"),
    path("views/save/", saved_views.save, name="save_view"),
    path("views/<int:pk>/delete/", saved_views.delete, name="delete_view"),
]
