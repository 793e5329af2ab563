"""A real mail server on this machine alone: Dovecot, its mailboxes in a folder that goes with it."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest
from imapclient import IMAPClient

from tests.factories.moments import AT
from vernost.channels.actions.mailbox import create_mailbox
from vernost.channels.enums import Security
from vernost.channels.models import Mailbox
from vernost.core.enums import Face
from vernost.core.models import User

PASSWORD = "open-sesame"
_CONFIG = """
base_dir = {place}/run
state_dir = {place}/state
log_path = {place}/log
mail_location = maildir:{place}/mail/%u
listen = 127.0.0.1
protocols = imap
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
first_valid_uid = 0
mail_uid = {uid}
mail_gid = {gid}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={place}/mail/%u
}}
namespace inbox {{
  inbox = yes
  mailbox Sent {{
    special_use = \\Sent
    auto = subscribe
  }}
}}
"""


@dataclass
class MailServer:
    """Who logs in with PASSWORD has a mailbox; `post` puts a letter into it, as a provider would."""

    port: int
    known: set[str] = field(default_factory=set)

    def post(self, login: str, content: EmailMessage | bytes, folder: str = "INBOX") -> None:
        with self.open(login) as server:
            server.append(folder, bytes(content))

    def open(self, login: str) -> IMAPClient:
        server = IMAPClient("127.0.0.1", self.port, ssl=False, timeout=20)
        server.login(login, PASSWORD)
        return server


@pytest.fixture(scope="session")
def mail_server() -> Iterator[MailServer]:
    program = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        pytest.skip(
            "Dovecot is missing: mailboxes are not tried. On Debian: sudo apt-get install dovecot-imapd"
        )
    # The folders of pytest are closed to other users, of whom Dovecot's is one.
    place = Path(tempfile.mkdtemp(prefix="dovecot-"))
    place.chmod(0o755)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # As root it gives its processes to the user that the package made; else everything is ours.
    me = pwd.getpwnam("dovecot") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
    (place / "mail").mkdir()
    os.chown(place / "mail", me.pw_uid, me.pw_gid)
    group = subprocess.run(
        ["id", "-gn", me.pw_name], capture_output=True, text=True, check=True
    ).stdout.strip()
    config = place / "dovecot.conf"
    config.write_text(
        _CONFIG.format(
            place=place,
            user=me.pw_name,
            group=group,
            uid=me.pw_uid,
            gid=me.pw_gid,
            port=port,
            password=PASSWORD,
        )
    )
    process = subprocess.Popen([program, "-F", "-c", str(config)], stderr=subprocess.PIPE, text=True)
    try:
        _wait_for(port, process, place / "log")
        yield MailServer(port)
    finally:
        process.terminate()
        process.communicate(timeout=30)
        shutil.rmtree(place, ignore_errors=True)


def _wait_for(port: int, process: "subprocess.Popen[str]", log: Path) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    said = log.read_text() if log.exists() else ""
    pytest.fail(
        f"Dovecot did not start: {process.stderr.read() if process.poll() is not None else ''} {said}"
    )


@pytest.fixture
def mailbox_of(mail_server):
    """Anna's mailbox on the server, under a name that no other test uses: `mailbox_of(anna)`."""

    def make(owner: User | None, **fields: object) -> Mailbox:
        values = {
            "address": owner.email if owner else "info@firm.example",
            "host": "127.0.0.1",
            "port": mail_server.port,
            "security": Security.NONE,
            "login": f"box{time.monotonic_ns()}",
            "password": PASSWORD,
            "since_on": date(2020, 1, 1),
        } | fields
        return create_mailbox(owner=owner, by=owner, at=AT, face=Face.WEB, **values)

    return make


def written(subject: str = "Terms", text: str = "Hello", **heads: str) -> EmailMessage:
    """A letter of the kind that programs send."""
    letter = EmailMessage()
    given = {
        "From": "Ivan <ivan@alpha.example>",
        "To": "anna@firm.example",
        "Date": format_datetime(AT),
        "Message-ID": f"<{subject.replace(' ', '-')}@alpha.example>",
        "Subject": subject,
    } | {name.replace("_", "-"): value for name, value in heads.items()}
    for name, value in given.items():
        if value:
            letter[name] = value
    letter.set_content(text)
    return letter
