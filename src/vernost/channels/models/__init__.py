from vernost.channels.models.ignored_address import IgnoredAddress
from vernost.channels.models.incoming_letter import IncomingLetter
from vernost.channels.models.letter import Letter
from vernost.channels.models.mailbox import Mailbox, MailFolder
from vernost.channels.models.outlet import OutletState

__all__ = ["IgnoredAddress", "IncomingLetter", "Letter", "MailFolder", "Mailbox", "OutletState"]
