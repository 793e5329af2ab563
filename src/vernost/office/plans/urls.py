from django.urls import path

from vernost.office.plans import figure, key_clients, parts, templates, views

urlpatterns = [
    path("key-clients/", key_clients.key_clients_page, name="key_clients"),
    path("plans/", views.plans, name="plans"),
    path("plans/numbers/", views.plan_numbers, name="plan_numbers"),
    path("plans/templates/", templates.plan_templates, name="plan_templates"),
    path("plans/templates/new/", templates.plan_template, name="new_plan_template"),
    path("plans/templates/<slug:key>/", templates.plan_template, name="plan_template"),
    path("plans/templates/<slug:key>/remove/", templates.remove, name="remove_plan_template"),
    path("plans/<int:pk>/", views.plan, name="plan"),
    path("plans/<int:pk>/print/", views.print_plan, name="print_plan"),
    path("plans/<int:pk>/edit/", views.edit_plan, name="edit_plan"),
    path("plans/<int:pk>/start/", views.start, name="start_plan"),
    path("plans/<int:pk>/finish/", views.finish, name="finish_plan"),
    path("plans/<int:pk>/remove/", views.remove, name="remove_plan"),
    path("plans/<int:pk>/review/", parts.review, name="review_plan"),
    path("plans/<int:pk>/aims/new/", parts.new_aim, name="new_aim"),
    path("plans/<int:pk>/aims/<int:aim_pk>/", parts.edit_aim, name="edit_aim"),
    path("plans/<int:pk>/numbers/new/", parts.new_kpi, name="new_kpi"),
    path("plans/<int:pk>/numbers/<int:kpi_pk>/", figure.plan_number, name="plan_number"),
    path("plans/<int:pk>/numbers/<int:kpi_pk>/remove/", parts.take_kpi_off, name="remove_kpi"),
    path("plans/<int:pk>/actions/new/", parts.new_action, name="new_plan_action"),
    path("plans/<int:pk>/actions/<int:action_pk>/", parts.edit_action, name="edit_plan_action"),
    path("plans/<int:pk>/actions/<int:action_pk>/done/", parts.finish_action, name="finish_plan_action"),
    path("plans/<int:pk>/actions/<int:action_pk>/drop/", parts.drop_action, name="drop_plan_action"),
    path("clients/<int:pk>/plans/new/", views.new_plan, name="new_plan"),
]
