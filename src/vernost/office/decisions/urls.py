from django.urls import path

from vernost.office.decisions import views

urlpatterns = [
    path("to-decide/", views.questions, name="questions"),
    path("to-decide/answer/", views.answer_questions, name="answer_questions"),
    path("decisions/", views.decisions, name="decisions"),
    path("clients/<int:pk>/decide/<slug:subject>/", views.decide_client, name="decide"),
    path("clients/<int:pk>/decisions/<int:decision>/withdraw/", views.withdraw, name="withdraw_decision"),
]
