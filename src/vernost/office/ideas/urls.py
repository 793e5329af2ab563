from django.urls import path

from vernost.office.ideas import answers, groups, views

urlpatterns = [
    path("", views.ideas, name="ideas"),
    path("new/", views.new_idea, name="new_idea"),
    path("groups/", groups.groups, name="working_groups"),
    path("groups/new/", groups.group, name="new_working_group"),
    path("groups/<int:pk>/", groups.group, name="working_group"),
    path("groups/<int:pk>/remove/", groups.remove, name="remove_working_group"),
    path("<int:pk>/", views.idea, name="idea"),
    path("<int:pk>/edit/", views.edit, name="edit_idea"),
    path("<int:pk>/remove/", views.remove, name="remove_idea"),
    path("<int:pk>/vote/", views.vote, name="vote_for_idea"),
    path("<int:pk>/remark/", views.remark, name="remark_on_idea"),
    path("<int:pk>/read/", answers.read, name="read_idea_answer"),
    path("<int:pk>/answer/<slug:step>/", answers.answer, name="answer_idea"),
]
