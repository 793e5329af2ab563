from django.urls import path

from vernost.office.scorecards import lines, views

urlpatterns = [
    path("", views.scorecards, name="scorecards"),
    path("company/", views.company_card, name="company_scorecard"),
    path("teams/<int:pk>/", views.team_card, name="team_scorecard"),
    path("people/<int:pk>/", views.person_card, name="person_scorecard"),
    path("lines/", lines.lines, name="scorecard_lines"),
]
