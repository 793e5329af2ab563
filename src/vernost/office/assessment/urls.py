from django.urls import path

from vernost.office.assessment import method, overview, portfolio, runs, signals

urlpatterns = [
    path("map/", overview.client_map, name="client_map"),
    path("board/", overview.board, name="client_board"),
    path("portfolio/", portfolio.portfolio, name="portfolio"),
    path("signals/all/", signals.signals, name="signals"),
    path("signals/precision/", signals.signal_precision, name="signal_precision"),
    path("assessments/", runs.assessments, name="assessments"),
    path("assessments/now/", runs.assess_now, name="assess_now"),
    path("settings/method/", method.method, name="method"),
    path("settings/method/<int:pk>/", method.method_trial, name="method_trial"),
    path("settings/method/<int:pk>/save/", method.save_method, name="save_method"),
]
