from django.urls import include, path

from vernost.office.assessment import valuation
from vernost.office.care import card as care_card
from vernost.office.cases.views import new_case
from vernost.office.clients import bin, card, inline, merging, parts, views
from vernost.office.dealings import views as dealings
from vernost.office.facts import views as facts
from vernost.office.handovers import marked
from vernost.office.handovers.views import new_handover

urlpatterns = [
    path("", views.clients, name="clients"),
    path("new/", views.new_client, name="new_client"),
    path("hand-over/", marked.hand_over, name="hand_over_clients"),
    path("mass-edit/", views.mass_edit, name="mass_edit_clients"),
    path("recycle-bin/", bin.recycle_bin, name="recycle_bin"),
    path("recycle-bin/<str:kind>/<int:pk>/restore/", bin.restore_record, name="restore_record"),
    path("<int:pk>/", card.client, name="client"),
    path("<int:pk>/valuation/", valuation.valuation, name="valuation"),
    path("<int:pk>/cases/new/", new_case, name="new_case"),
    path("<int:pk>/signals/<int:signal>/", valuation.verdict, name="verdict"),
    path("<int:pk>/edit/", views.edit_client, name="edit_client"),
    path("<int:pk>/first-words/", care_card.first_words, name="first_words"),
    path("<int:pk>/hand-over/", new_handover, name="new_handover"),
    path("<int:pk>/log/", card.log_contact, name="log_contact"),
    path("<int:pk>/remove/", views.remove, name="remove_client"),
    path("<int:pk>/restore/", bin.restore, name="restore_client"),
    path("<int:pk>/field/<slug:name>/", inline.edit_field, name="edit_field"),
    path("<int:pk>/contacts/new/", parts.new_contact, name="new_contact"),
    path("<int:pk>/contacts/<int:contact_pk>/", parts.edit_contact, name="edit_contact"),
    path("<int:pk>/contacts/<int:contact_pk>/remove/", parts.delete_contact, name="remove_contact"),
    path("<int:pk>/competitors/new/", parts.new_competitor, name="new_competitor"),
    path("<int:pk>/potential/new/", parts.new_potential, name="new_potential"),
    path("<int:pk>/", include("vernost.office.clients.care_urls")),
    path("<int:pk>/orders/new/", dealings.new_order, name="new_order"),
    path("<int:pk>/invoices/new/", dealings.new_invoice, name="new_invoice"),
    path("<int:pk>/payments/new/", dealings.new_payment, name="new_payment"),
    path("<int:pk>/accounts/", facts.accounts, name="client_accounts"),
    path("<int:pk>/facts/<slug:kind>/<int:number>/", facts.edit_fact, name="edit_fact"),
    path("<int:pk>/facts/<slug:kind>/<int:number>/remove/", facts.delete_fact, name="remove_fact"),
    path("duplicates/", merging.duplicates, name="duplicates"),
    path("<int:pk>/merge/", merging.merge, name="merge_client"),
]
