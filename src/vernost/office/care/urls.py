from django.urls import path

from vernost.office.care import calendar, feed, kept, rules, settings, touches

urlpatterns = [
    path("touches/", touches.touches, name="touches"),
    path("touches/<int:pk>/", touches.touch, name="touch"),
    path("touches/<int:pk>/done/", touches.finish, name="finish_touch"),
    path("touches/<int:pk>/move/", touches.move, name="move_touch"),
    path("touches/<int:pk>/hand-over/", touches.hand_over, name="hand_over_touch"),
    path("touches/<int:pk>/skip/", touches.skip, name="skip_touch"),
    path("touches/<int:pk>/release/", touches.release, name="release_touch"),
    path("kept/", kept.kept, name="kept"),
    path("week/", calendar.week, name="week"),
    path("calendar/", calendar.month, name="calendar"),
    path("feed/", feed.feed, name="feed"),
    path("feed/renew/", feed.renew, name="renew_feed"),
    path("feed/revoke/", feed.revoke, name="revoke_feed"),
    path("feed/<str:secret>.ics", feed.ics, name="ics"),
    path("standard/", rules.standard, name="standard"),
    path("standard/bring-in/", rules.bring_in, name="bring_in_standard"),
    path("standard/plan/", rules.plan_now, name="plan_now"),
    path("standard/new/", rules.rule, name="new_rule"),
    path("standard/<int:pk>/", rules.rule, name="rule"),
    path("standard/<int:pk>/remove/", rules.remove, name="remove_rule"),
    path("settings/", settings.care, name="care_settings"),
]
