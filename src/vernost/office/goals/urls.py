from django.urls import path

from vernost.office.goals import editing, views

urlpatterns = [
    path("", views.goals, name="goals"),
    path("new/", editing.new_goal, name="new_goal"),
    path("effect/", editing.effect, name="goal_effect"),
    path("<int:pk>/", views.goal, name="goal"),
    path("<int:pk>/rows/", views.rows, name="goal_rows"),
    path("<int:pk>/edit/", editing.edit, name="edit_goal"),
    path("<int:pk>/remove/", editing.remove, name="remove_goal"),
    path("<int:pk>/note/", views.note, name="note_on_goal"),
    path("<int:pk>/close/", views.close, name="close_goal"),
    path("<int:pk>/reopen/", views.reopen, name="reopen_goal"),
]
