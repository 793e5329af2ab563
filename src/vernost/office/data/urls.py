from django.urls import path

from vernost.office.data import exports, imports, persons, run, samples, undo

urlpatterns = [
    path("", imports.data, name="data"),
    path("import/", imports.new_import, name="new_import"),
    path("import/<int:pk>/", run.import_run, name="import_run"),
    path("import/<int:pk>/columns/", imports.columns, name="import_columns"),
    path("import/<int:pk>/values/", imports.values, name="import_values"),
    path("import/<int:pk>/start/", run.start, name="start_import"),
    path("import/<int:pk>/stop/", run.stop, name="stop_import"),
    path("import/<int:pk>/undo/", undo.take_back, name="undo_import"),
    path("import/<int:pk>/rejected.csv", run.rejected, name="import_rejected"),
    path("sample/<slug:kind>.csv", samples.sample, name="import_sample"),
    path("person/<slug:what>/<int:pk>/", persons.person_data, name="person_data"),
    path("person/<slug:what>/<int:pk>/file.json", persons.person_file, name="person_file"),
    path("erasures/", persons.erasures, name="erasures"),
    path("erasures/<int:pk>/", persons.erasure, name="erasure"),
    path("export/", exports.exports, name="exports"),
    path("export/<int:pk>/", exports.download, name="export_file"),
]
