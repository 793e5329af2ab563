from django.urls import URLPattern, path, re_path

from vernost.api.interface import api
from vernost.api.shell.door import behind_the_door, nothing_here

_patterns, _app, _namespace = api.urls
for _pattern in _patterns:
    if isinstance(_pattern, URLPattern):
        _pattern.callback = behind_the_door(_pattern.callback)

urlpatterns = [
    path("v1/", (_patterns, _app, _namespace)),
    re_path("^(?P<rest>.*)$", behind_the_door(nothing_here), name="api_nothing"),
]
