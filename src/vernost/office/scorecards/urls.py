from django.urls import path

from vernost.office.scorecards import lines, rows, views

urlpatterns = [
    path("", views.scorecards, name="scorecards"),
    path("company/", views.company_card, name="company_scorecard"),
    path("company/<slug:code>/", rows.company_rows, name="company_scorecard_rows"),
    path("teams/<int:pk>/", views.team_card, name="team_scorecard"),
    path("teams/<int:pk>/<slug:code>/", rows.team_rows, name="team_scorecard_rows"),
    path("people/<int:pk>/", views.person_card, name="person_scorecard"),
    path("people/<int:pk>/<slug:code>/", rows.person_rows, name="person_scorecard_rows"),
    path("lines/", lines.lines, name="scorecard_lines"),
]
