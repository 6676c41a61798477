"""Accessors for untrusted D-Bus messages.

Import it only in a bus thread, because it loads jeepney.
"""

from typing import Any

from jeepney import HeaderFields, Message, MessageType


def arguments(message: Message, signature: str) -> tuple[Any, ...] | None:
    """Return the arguments if the message has exactly this signature, else None."""
    if message.header.fields.get(HeaderFields.signature, "") != signature:
        return None
    return tuple(message.body)


def is_error(message: Message) -> bool:
    """Return True if the message is an error reply."""
    return message.header.message_type is MessageType.error


def error_name(message: Message) -> str:
    """Return the D-Bus error name, e.g. org.freedesktop.DBus.Error.ServiceUnknown."""
    return str(message.header.fields.get(HeaderFields.error_name, ""))


def sender(message: Message) -> str:
    """Return the sender's unique name; the bus guarantees it."""
    return str(message.header.fields.get(HeaderFields.sender, ""))


def is_signal(message: Message, interface: str, member: str) -> bool:
    """Return True for this signal of this interface, from any sender."""
    fields = message.header.fields
    return bool(
        fields.get(HeaderFields.interface) == interface
        and fields.get(HeaderFields.member) == member
    )
