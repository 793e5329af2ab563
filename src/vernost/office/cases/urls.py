from django.urls import path

from vernost.office.cases import backtest, case, playbooks, tasks, views

urlpatterns = [
    path("", views.cases, name="cases"),
    path("change/<slug:what>/", views.change_cases, name="change_cases"),
    path("cases/<int:pk>/", case.case, name="case"),
    path("cases/<int:pk>/tasks/", case.new_task, name="new_task"),
    path("cases/<int:pk>/<slug:what>/", case.change_case, name="change_case"),
    path("tasks/<int:pk>/<slug:what>/", tasks.change_task, name="change_task"),
    path("history/", backtest.backtest, name="backtest"),
    path("history/run/", backtest.run_backtest, name="run_backtest"),
    path("history/<slug:code>/", backtest.backtest_signal, name="backtest_signal"),
    path("history/<slug:code>/<int:pk>/", backtest.backtest_trial, name="backtest_trial"),
    path("history/<slug:code>/<int:pk>/save/", backtest.save_thresholds, name="save_thresholds"),
    path("playbooks/", playbooks.playbook_list, name="playbooks"),
    path("playbooks/<slug:code>/", playbooks.playbook, name="playbook"),
    path("playbooks/<slug:code>/reset/", playbooks.forget_playbook, name="reset_playbook"),
]
