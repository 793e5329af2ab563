from django.urls import path

from vernost.office.economics import balance, dependence, marketing, movement, plan, resources, scenario

urlpatterns = [
    path("", resources.resources, name="resources"),
    path("dependence/", dependence.dependence, name="dependence"),
    path("dependence/<int:pk>/", plan.dependence_plan, name="dependence_plan"),
    path("dependence/<int:pk>/close/", plan.close_plan, name="close_plan"),
    path("movement/", movement.movements, name="movement"),
    path("balance/", balance.balance_page, name="balance"),
    path("scenario/", scenario.scenario_page, name="scenario"),
    path("costs/", marketing.marketing_costs, name="marketing_costs"),
    path("costs/new/", marketing.marketing_cost, name="new_marketing_cost"),
    path("costs/<int:pk>/", marketing.marketing_cost, name="marketing_cost"),
    path("costs/<int:pk>/remove/", marketing.remove_cost, name="remove_marketing_cost"),
]
