from django.urls import path

from vernost.office.policies import views

urlpatterns = [
    path("", views.policies, name="policies"),
    path("groups/<slug:group>/", views.policy, name="policy"),
    path("groups/<slug:group>/shipped/", views.shipped_policy, name="shipped_policy"),
    path("exceptions/", views.breaches, name="breaches"),
    path("exceptions/<int:pk>/", views.answer, name="answer_breach"),
]
