"""Reading a mailbox over IMAP."""
