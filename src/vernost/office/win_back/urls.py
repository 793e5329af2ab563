from django.urls import path

from vernost.office.win_back import views

urlpatterns = [
    path("", views.win_backs, name="win_backs"),
    path("numbers/", views.win_back_numbers, name="win_back_numbers"),
]
