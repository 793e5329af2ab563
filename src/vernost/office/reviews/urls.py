from django.urls import path

from vernost.office.reviews import views, walk

urlpatterns = [
    path("", views.reviews, name="reviews"),
    path("start/", views.start, name="start_review"),
    path("<int:pk>/", views.review, name="review"),
    path("<int:pk>/finish/", views.finish, name="finish_review"),
    path("<int:pk>/clients/<int:place>/", walk.item, name="review_item"),
    path("<int:pk>/clients/<int:place>/answer/", walk.answer, name="answer_item"),
]
