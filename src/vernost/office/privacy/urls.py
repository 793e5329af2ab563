from django.urls import path

from vernost.office.privacy import views

urlpatterns = [
    path("", views.register, name="register"),
    path("retention/", views.retention, name="retention"),
    path("access/", views.accesses, name="accesses"),
]
