from django.urls import path

from vernost.office.handovers import views

urlpatterns = [
    path("", views.handovers, name="handovers"),
    path("<int:pk>/", views.handover, name="handover"),
    path("<int:pk>/items/<int:item_pk>/", views.take, name="take_item"),
    path("<int:pk>/finish/", views.finish, name="finish_handover"),
]
