from django.urls import path

from vernost.office.loyalty import company, factors, views

urlpatterns = [
    path("loyalty/", company.loyalty, name="loyalty"),
    path("clients/<int:pk>/loyalty/", views.client_loyalty, name="client_loyalty"),
    path("clients/<int:pk>/loyalty/factors/<int:factor>/", views.note, name="note_factor"),
    path("clients/<int:pk>/loyalty/expectations/", views.expectations, name="note_expectations"),
    path("settings/loyalty/", factors.factors, name="loyalty_factors"),
    path("settings/loyalty/new/", factors.new_factor, name="new_loyalty_factor"),
    path("settings/loyalty/<int:pk>/", factors.factor, name="loyalty_factor"),
    path("settings/loyalty/<int:pk>/remove/", factors.remove, name="remove_loyalty_factor"),
]
