"""Questions to a message from a bus, whoever sent it and whatever is in it.

Imported in the thread of a bus only, as it loads jeepney.
"""

from typing import Any

from jeepney import HeaderFields, Message, MessageType


def arguments(message: Message, signature: str) -> tuple[Any, ...] | None:
    """The arguments of a message that has exactly this signature; None for any other message."""
    if message.header.fields.get(HeaderFields.signature, "") != signature:
        return None
    return tuple(message.body)


def is_error(message: Message) -> bool:
    """True for a call's failure."""
    return message.header.message_type is MessageType.error


def error_name(message: Message) -> str:
    """The D-Bus name of a failure, e.g. org.freedesktop.DBus.Error.ServiceUnknown."""
    return str(message.header.fields.get(HeaderFields.error_name, ""))


def sender(message: Message) -> str:
    """The unique name of who sent this; the bus vouches for it."""
    return str(message.header.fields.get(HeaderFields.sender, ""))


def is_signal(message: Message, interface: str, member: str) -> bool:
    """True for this signal of this interface, whoever sent it."""
    fields = message.header.fields
    return bool(
        fields.get(HeaderFields.interface) == interface
        and fields.get(HeaderFields.member) == member
    )
