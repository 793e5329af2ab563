"""Addresses of one client's letters, discipline, ending and winning back; below /clients/<pk>/."""

from django.urls import path

from vernost.office.clients import letters
from vernost.office.discipline import declaration
from vernost.office.discipline import views as discipline
from vernost.office.endings import letter
from vernost.office.endings import views as endings
from vernost.office.win_back import views as win_back

urlpatterns = [
    path("letters/new/", letters.new_letter, name="new_letter"),
    path("people/<int:contact_pk>/consents/", letters.consents, name="consents"),
    path("discipline/", discipline.client_discipline, name="client_discipline"),
    path("discipline/rules/new/", discipline.new_declaration, name="new_declaration"),
    path("discipline/rules/<int:declaration_pk>/", declaration.acknowledge, name="acknowledge"),
    path(
        "discipline/rules/<int:declaration_pk>/file/", declaration.declaration_file, name="declaration_file"
    ),
    path("discipline/promises/new/", discipline.new_promise, name="new_promise"),
    path("discipline/promises/<int:promise_pk>/remove/", discipline.delete_promise, name="delete_promise"),
    path("discipline/steps/new/", discipline.new_step, name="new_step"),
    path("discipline/return/", discipline.give_trust_back, name="give_trust_back"),
    path("ending/", endings.client_ending, name="client_ending"),
    path("ending/consider/", endings.consider, name="consider_ending"),
    path("ending/left/", endings.client_left, name="client_left"),
    path("ending/chance/", endings.last_chance, name="last_chance"),
    path("ending/chance/answer/", endings.answer_chance, name="answer_chance"),
    path("ending/decide/", endings.decide, name="decide_ending"),
    path("ending/checklist/<slug:item>/", endings.tick, name="tick_ending"),
    path("ending/finish/", endings.finish, name="finish_ending"),
    path("ending/letters/<slug:kind>/", letter.letter, name="ending_letter"),
    path("win-back/", win_back.client_win_back, name="client_win_back"),
    path("win-back/edit/", win_back.edit_win_back, name="edit_win_back"),
    path("win-back/attempts/new/", win_back.new_attempt, name="new_attempt"),
]
