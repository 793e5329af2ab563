from django.urls import path

from vernost.office.settings import audit, invitation, lists, people, sample, tokens

urlpatterns = [
    path("people/", people.people, name="people"),
    path("people/invite/", people.invite, name="invite"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/switch/", people.switch, name="switch_person"),
    path("people/<int:pk>/look/", people.look_as, name="look_as"),
    path("tokens/", tokens.tokens_of_all, name="tokens_of_all"),
    path("tokens/<int:pk>/shut/", tokens.revoke_token_of, name="revoke_token_of"),
    path("look-away/", people.look_away, name="look_away"),
    path("lists/", lists.lists, name="lists"),
    path("lists/segments/new/", lists.segment, name="new_segment"),
    path("lists/segments/<int:pk>/", lists.segment, name="segment"),
    path("lists/service-lines/new/", lists.service_line, name="new_service_line"),
    path("lists/service-lines/<int:pk>/", lists.service_line, name="service_line"),
    path("lists/teams/new/", lists.team, name="new_team"),
    path("audit/", audit.audit, name="audit"),
    path("audit/<int:pk>/<slug:field>/", audit.put_back, name="put_back"),
    path("sample/", sample.sample, name="sample"),
    path("sample/remove/", sample.remove, name="remove_sample"),
    path("join/<int:pk>/<str:token>/", invitation.accept_invitation, name="accept_invitation"),
]
