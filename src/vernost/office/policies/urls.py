from django.urls import path

from vernost.office.discipline.views import discipline
from vernost.office.endings.views import endings
from vernost.office.policies import views

urlpatterns = [
    path("", views.policies, name="policies"),
    path("groups/<slug:group>/", views.policy, name="policy"),
    path("groups/<slug:group>/shipped/", views.shipped_policy, name="shipped_policy"),
    path("discipline/", discipline, name="discipline"),
    path("endings/", endings, name="endings"),
    path("exceptions/", views.breaches, name="breaches"),
    path("exceptions/<int:pk>/", views.answer, name="answer_breach"),
]
