"""Note -> text, mail file, mailto: address."""

from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from afternote.schema import Mail, Note


def eml(note: Note, mail: Mail | None) -> bytes:
    """Return *note* as a mail file, a reply to the pasted *mail* where one is known.

    Sender and, where unknown, recipient are left out for the mail program to fill.
    """
    return message(note.subject, note.text, mail)


def message(subject: str, text: str, mail: Mail | None) -> bytes:
    """Return *subject* and *text* as a mail file: see `eml`."""
    mailed = EmailMessage(policy=SMTP)
    mailed["Subject"] = _subject(subject, mail)
    if mail and mail.address:
        mailed["To"] = mail.address
    if mail and mail.message_id:
        mailed["In-Reply-To"] = mail.message_id
        mailed["References"] = mail.message_id
    mailed["X-Unsent"] = "1"
    mailed.set_content(text + "\n", cte="quoted-printable")
    return mailed.as_bytes()


def mailto(note: Note, mail: Mail | None = None) -> str:
    """Return a mailto: address that opens *note* in the mail program."""
    to = quote(mail.address, safe="@") if mail and mail.address else ""
    subject, body = quote(_subject(note.subject, mail)), quote(note.text, safe="")
    return f"mailto:{to}?subject={subject}&body={body}"


def _subject(subject: str, mail: Mail | None) -> str:
    if mail is None or not mail.subject:
        return subject
    pasted = " ".join(mail.subject.split())
    return pasted if pasted[:3].casefold() == "re:" else f"Re: {pasted}"
