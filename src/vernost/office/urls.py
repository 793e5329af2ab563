from django.urls import include, path

urlpatterns = [
    path("", include("vernost.office.shell.urls")),
    path("", include("vernost.office.today.urls")),
    path("", include("vernost.office.login.urls")),
    path("", include("vernost.office.running.urls")),
    path("", include("vernost.office.assessment.urls")),
    path("", include("vernost.office.decisions.urls")),
    path("economics/", include("vernost.office.economics.urls")),
    path("signals/", include("vernost.office.cases.urls")),
    path("", include("vernost.office.loyalty.urls")),
    path("reviews/", include("vernost.office.reviews.urls")),
    path("mail/", include("vernost.office.mail.urls")),
    path("care/", include("vernost.office.care.urls")),
    path("", include("vernost.office.plans.urls")),
    path("clients/", include("vernost.office.clients.urls")),
    path("goals/", include("vernost.office.goals.urls")),
    path("ideas/", include("vernost.office.ideas.urls")),
    path("policies/", include("vernost.office.policies.urls")),
    path("win-back/", include("vernost.office.win_back.urls")),
    path("settings/", include("vernost.office.settings.urls")),
    path("data/", include("vernost.office.data.urls")),
]
