from django.contrib.auth import views as auth
from django.urls import path

from vernost.office.shell import saved_views, views
from vernost.office.shell.first_run import LoginOrFirstRun, first_run
from vernost.office.shell.search import search

urlpatterns = [
    path("login/", LoginOrFirstRun.as_view(), name="login"),
    path("setup/", first_run, name="first_run"),
    path("logout/", auth.LogoutView.as_view(), name="logout"),
    path("looks/", views.looks, name="looks"),
    path("search/", search, name="search"),
    path("undo/<slug:run>/", views.undo, name="undo"),
    path("views/save/", saved_views.save, name="save_view"),
    path("views/<int:pk>/delete/", saved_views.delete, name="delete_view"),
]
