"""Single sign-on through a real OpenID Connect provider on loopback: discovery, code, PKCE, signed token."""

import base64
import hashlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from vernost.config.environment import Environment, RefusesToStart
from vernost.config.login import sign_on

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Provider(BaseHTTPRequestHandler):
    """Knows one person, `claims`; refuses a code that is not its own or comes without the verifier."""

    claims: ClassVar[dict[str, object]] = {}
    asked: ClassVar[dict[str, str]] = {}

    def do_GET(self) -> None:
        base = f"http://127.0.0.1:{self.server.server_port}"
        if self.path.startswith("/.well-known/openid-configuration"):
            self._answer(
                {
                    "issuer": base,
                    "authorization_endpoint": f"{base}/ask",
                    "token_endpoint": f"{base}/token",
                    "jwks_uri": f"{base}/keys",
                    "userinfo_endpoint": f"{base}/who",
                    "token_endpoint_auth_methods_supported": ["client_secret_basic"],
                }
            )
        elif self.path == "/keys":
            jwk = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
            self._answer({"keys": [{**jwk, "kid": "one", "use": "sig", "alg": "RS256"}]})
        else:
            self._answer(self.claims)

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        verifier = form.get("code_verifier", [""])[0]
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        if form["code"] != ["right"] or challenge != self.asked.get("code_challenge"):
            self._answer({"error": "invalid_grant"}, status=400)
            return
        issuer = f"http://127.0.0.1:{self.server.server_port}"
        times = {"iat": int(time.time()), "exp": int(time.time()) + 60}
        token = jwt.encode(
            {"iss": issuer, "aud": "vernost", "nonce": self.asked.get("nonce", ""), **times, **self.claims},
            KEY,
            algorithm="RS256",
            headers={"kid": "one"},
        )
        self._answer({"access_token": "a", "token_type": "Bearer", "id_token": token})

    def _answer(self, content: dict[str, object], status: int = 200) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def provider(settings):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "APPS": sign_on(
                Environment(
                    {
                        "VERNOST_SIGN_ON_URL": f"http://127.0.0.1:{server.server_port}",
                        "VERNOST_SIGN_ON_CLIENT": "vernost",
                        "VERNOST_SIGN_ON_SECRET": "secret",
                        "VERNOST_SIGN_ON_NAME": "Company",
                    }
                )
            )
        }
    }
    yield server
    server.shutdown()
    server.server_close()


def come_back(client, code="right"):
    """To the provider and back, as the browser would be led."""
    there = client.post("/login/company/").url
    Provider.asked = {key: values[0] for key, values in parse_qs(urlsplit(there).query).items()}
    return client.get("/login/company/back/?" + urlencode({"code": code, "state": Provider.asked["state"]}))


def test_person_is_found_by_the_confirmed_e_mail(client, provider, anna):
    Provider.claims = {"sub": "1", "email": anna.email, "email_verified": True}

    assert b"Log in with Company" in client.get("/login/").content
    assert come_back(client).url == "/"
    assert client.get("/me/").status_code == 200


@pytest.mark.parametrize(
    "claims",
    [
        {"sub": "2", "email": "stranger@elsewhere.example", "email_verified": True},
        {"sub": "3", "email": "anna@firm.example", "email_verified": False},
    ],
)
def test_stranger_and_unconfirmed_e_mail_stay_outside(client, provider, anna, claims):
    Provider.claims = claims

    response = come_back(client)

    assert (
        client.get(response.url).status_code == 403 if response.status_code == 302 else response.status_code
    )
    assert client.get("/me/").status_code == 302


def test_wrong_code_opens_nothing(client, provider, anna):
    Provider.claims = {"sub": "1", "email": anna.email, "email_verified": True}

    response = come_back(client, code="stolen")

    assert b"It did not work" in response.content
    assert client.get("/me/").status_code == 302


def test_half_a_setting_refuses_to_start():
    with pytest.raises(RefusesToStart, match="VERNOST_SIGN_ON_SECRET"):
        sign_on(Environment({"VERNOST_SIGN_ON_URL": "https://x.example", "VERNOST_SIGN_ON_CLIENT": "v"}))
