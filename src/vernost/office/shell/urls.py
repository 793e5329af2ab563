from django.contrib.auth import views as auth
from django.urls import path

from vernost.office.shell import views
from vernost.office.shell.forms import Login

urlpatterns = [
    path("", views.today, name="today"),
    path(
        "login/",
        auth.LoginView.as_view(
            template_name="office/shell/login.html",
            authentication_form=Login,
            redirect_authenticated_user=True,
        ),
        name="login",
    ),
    path("logout/", auth.LogoutView.as_view(), name="logout"),
    path("looks/", views.looks, name="looks"),
    path("search/", views.search, name="search"),
    path("undo/<slug:run>/", views.undo, name="undo"),
]
