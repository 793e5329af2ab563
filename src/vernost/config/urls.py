from django.urls import include, path

urlpatterns = [
    path("i18n/", include("django.conf.urls.i18n")),
    path("api/", include("vernost.api.urls")),
    path("", include("vernost.office.urls")),
]

handler403 = "vernost.office.shell.errors.forbidden"
handler404 = "vernost.office.shell.errors.not_found"
handler500 = "vernost.office.shell.errors.broken"
