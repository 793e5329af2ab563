"""Letters by the API: written once, held back where nothing may leave, stopped, tried again; consents and mailings."""

import pytest

from tests.api.letters_records import (
    failed_letter_of,
    mail_of,
    mailing_of,
    template_of,
    unsure_letter_of,
    waiting_letter_of,
)
from tests.factories.clients import make_client
from tests.factories.mail import agree, make_contact
from vernost.care.models import ClientLetter, LetterTemplate, Mailing
from vernost.channels.models import Letter
from vernost.clients.models import Consent
from vernost.core.clock import now
from vernost.core.models import AuditEntry

JSON = "application/json"


class TestLetters:
    def test_written_once_and_held_back_in_a_test_run(self, program_of, anna, client_one):
        contact = make_contact(client_one)
        program, path = program_of(anna), f"/api/v1/clients/{client_one.pk}/letters"
        sent = {"contact_id": contact.pk, "subject": "Our work", "body": "It is done.", "once": "7"}

        first = program.post(path, sent, content_type=JSON).json()
        second = program.post(path, sent, content_type=JSON).json()

        letter = Letter.objects.get()
        assert first["id"] == second["id"] == letter.pk
        assert (first["state"], first["trouble"], first["text"]) == ("held", "trial", "It is done.")
        assert (letter.to_address, letter.person, letter.reply_to) == (contact.email, anna, anna.email)
        assert ClientLetter.objects.get().client == client_one

    @pytest.mark.parametrize(
        ("values", "where"),
        [({"body": "See you [when]"}, "body.body"), ({"contact_id": None}, "body.contact_id")],
    )
    def test_what_is_not_written(self, values, where, program_of, anna, client_one):
        contact = make_contact(client_one)
        sent = {"contact_id": contact.pk, "subject": "Our work", "body": "It is done."} | values

        response = program_of(anna).post(f"/api/v1/clients/{client_one.pk}/letters", sent, content_type=JSON)

        assert [one["where"] for one in response.json()["errors"]] == [where]
        assert not Letter.objects.exists()

    def test_stopped_while_it_waits(self, program_of, anna, client_one):
        program, path = program_of(anna), f"/api/v1/letters/{waiting_letter_of(client_one)}"

        said = program.post(f"{path}/cancel").json()

        assert (said["state"], program.post(f"{path}/cancel").json()["code"]) == ("cancelled", "closed")

    def test_tried_again_after_a_failure(self, program_of, anna, client_one):
        program, path = program_of(anna), f"/api/v1/letters/{failed_letter_of(client_one)}/retry"

        assert program.post(path).json()["state"] == "queued"
        assert program.post(path).status_code == 409

    @pytest.mark.parametrize(("arrived", "state", "count"), [(True, "sent", 1), (False, "held", 2)])
    def test_an_unsure_one_is_settled(self, arrived, state, count, program_of, anna, client_one):
        number = unsure_letter_of(client_one)

        said = (
            program_of(anna)
            .post(f"/api/v1/letters/{number}/settle", {"arrived": arrived}, content_type=JSON)
            .json()
        )

        assert (said["state"], Letter.objects.count()) == (state, count)

    def test_of_one_client(self, program_of, director, client_one, client_two):
        mine, other = waiting_letter_of(client_one), waiting_letter_of(client_two)

        items = program_of(director).get(f"/api/v1/letters?client_id={client_one.pk}").json()["items"]

        assert ([one["id"] for one in items], other != mine) == ([mine], True)

    def test_mail_of_another_is_private(self, program_of, director, anna, client_one):
        number = mail_of(client_one)
        mine, his = program_of(anna), program_of(director)

        assert mine.get(f"/api/v1/mailbox-letters/{number}").json()["text"] == "Hello"
        assert [one["id"] for one in mine.get("/api/v1/mailbox-letters").json()["items"]] == [number]
        assert his.get(f"/api/v1/mailbox-letters/{number}").status_code == 404
        assert his.get("/api/v1/mailbox-letters").json()["items"] == []


class TestConsents:
    def test_every_word_is_kept(self, program_of, anna, client_one):
        contact, program = make_contact(client_one), program_of(anna)
        path = f"/api/v1/contacts/{contact.pk}/consents"
        sent = {"purpose": "news", "source": "told", "said_on": "2026-03-01"}

        program.post(path, sent | {"given": True}, content_type=JSON)
        program.post(path, sent | {"given": False}, content_type=JSON)
        by_link = program.post(path, sent | {"given": True, "source": "link"}, content_type=JSON)

        words = program.get(f"/api/v1/consents?contact_id={contact.pk}").json()["items"]
        assert ([one["given"] for one in words], by_link.status_code) == ([True, False], 422)
        assert Consent.objects.filter(by=anna).count() == 2


class TestTemplates:
    @pytest.mark.parametrize(
        ("values", "where"),
        [
            ({"subject_en": "{nobody}"}, "body.subject_en"),
            ({"body_en": "Dear {contact"}, "body.body_en"),
            ({"body_en": ""}, "body.subject_ru"),
        ],
    )
    def test_what_cannot_be_filled(self, values, where, program_of, director):
        sent = {"name": "News", "purpose": "news", "subject_en": "News", "body_en": "Dear {contact}"}

        response = program_of(director).post("/api/v1/letter-templates", sent | values, content_type=JSON)

        assert [one["where"] for one in response.json()["errors"]] == [where], response.content
        assert not LetterTemplate.objects.exists()

    def test_seen_with_the_data_of_a_client(self, program_of, anna, client_one):
        make_contact(client_one, "Olga")
        path = f"/api/v1/letter-templates/{template_of(client_one)}/preview?client_id={client_one.pk}"

        said = program_of(anna).get(path).json()

        assert (said["subject"], said["body"][:10]) == ("News for Client One", "Dear Olga,")

    def test_changed_looking_at_the_whole(self, program_of, director, client_one):
        program, path = program_of(director), f"/api/v1/letter-templates/{template_of(client_one)}"

        lost = program.patch(path, {"body_en": ""}, content_type=JSON)
        done = program.patch(
            path, {"subject_en": "Our news", "if_unchanged": {"name": "News 0"}}, content_type=JSON
        )

        assert (lost.status_code, done.json()["subject_en"]) == (422, "Our news")

    def test_the_shipped_ones_come_once(self, program_of, director):
        program, path = program_of(director), "/api/v1/letter-templates/bring-in"

        codes = [program.post(path, {"language": "en"}, content_type=JSON).status_code for _ in range(2)]
        items = program.get("/api/v1/letter-templates").json()["items"]

        assert codes == [204, 204]
        assert len(items) == len({one["name"] for one in items}) > 3


class TestMailings:
    def test_a_draft_says_who_is_held_back(self, program_of, anna):
        asked, silent = make_client("Asked", owner=anna), make_client("Silent", owner=anna)
        agree(make_contact(asked, "Olga"))
        make_contact(silent, "Pavel")
        sent = {
            "client_ids": [asked.pk, silent.pk], "name": "News", "purpose": "news", "language": "en",
            "subject": "News", "body": "Dear {contact}",
        }  # fmt: skip
        program = program_of(anna)

        made = program.post("/api/v1/mailings", sent, content_type=JSON).json()
        rows = program.get(f"/api/v1/mailing-recipients?mailing_id={made['id']}").json()["items"]
        counts = program.get(f"/api/v1/mailings/{made['id']}/counts").json()

        assert {one["client_id"]: one["hold"] for one in rows} == {asked.pk: "", silent.pk: "no_consent"}
        assert counts == {"letters": {"unwritten": 1}, "held": {"no_consent": 1}}
        assert not Letter.objects.exists()
        assert AuditEntry.objects.filter(kind="care.mailing", object_id=made["id"], face="api").exists()

    @pytest.mark.parametrize(
        ("values", "where"),
        [({"body": "Dear {nobody}"}, "body.body"), ({"client_ids": [10_000]}, "body.client_ids")],
    )
    def test_what_is_not_drafted(self, values, where, program_of, anna, client_one):
        sent = {
            "client_ids": [client_one.pk], "name": "News", "purpose": "news", "language": "en",
            "subject": "News", "body": "Dear {contact}",
        }  # fmt: skip

        response = program_of(anna).post("/api/v1/mailings", sent | values, content_type=JSON)

        assert [one["where"] for one in response.json()["errors"]] == [where]
        assert not Mailing.objects.exists()

    def test_released_stopped_and_taken_up_again(self, program_of, anna, client_one):
        program, path = program_of(anna), f"/api/v1/mailings/{mailing_of(client_one).pk}"

        steps = [
            program.post(f"{path}/{step}").status_code for step in ("release", "release", "cancel", "resume")
        ]
        late = program.patch(path, {"name": "Other"}, content_type=JSON)

        assert (steps, late.json()["code"]) == ([200, 409, 200, 200], "closed")
        assert Mailing.objects.get().released_at <= now()

    def test_nobody_is_written_to_whom_it_holds_back(self, program_of, anna, client_one):
        mailing = mailing_of(client_one)
        row, program = mailing.recipients.get(), program_of(anna)
        path = f"/api/v1/mailings/{mailing.pk}"

        out = program.post(f"{path}/take-out", {"recipient_ids": [row.pk]}, content_type=JSON).json()
        refused = program.post(f"{path}/release")
        back = program.post(f"{path}/put-back", {"recipient_ids": [row.pk]}, content_type=JSON).json()

        assert (out, back, refused.status_code) == ({"count": 1}, {"count": 1}, 409)
        assert refused.json()["errors"][0]["where"] == "path.mailing_id"

    def test_a_letter_to_oneself_shows_it_first(self, program_of, anna, client_one):
        program, path = program_of(anna), f"/api/v1/mailings/{mailing_of(client_one).pk}"

        shown = program.get(f"{path}/preview").json()
        tried = program.post(f"{path}/try").json()

        assert (shown["subject"], tried["subject"]) == ("News for Client One", "News for Client One")
        assert (tried["to_address"], tried["kind"], tried["state"]) == (anna.email, "test", "held")

    def test_another_who_may_not_write_to_all_only_reads(
        self, program_of, anna, vera, client_one, client_two
    ):
        mailing = mailing_of(client_one)
        ClientLetter.objects.create(mailing=mailing, client=client_two, purpose="news")

        response = program_of(anna).post(f"/api/v1/mailings/{mailing.pk}/release")

        assert (response.status_code, Mailing.objects.get().state) == (403, "draft")
