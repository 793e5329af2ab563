from django.urls import path

from vernost.office.today import views

urlpatterns = [path("", views.today, name="today")]
