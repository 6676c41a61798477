"""Findings about the connection to a service, its reply and its clock."""

from wallet_tray.text.doctor import Words
from wallet_tray.text.locale import marked

NO_PROXY_USED = Words("{host} is asked directly, without a proxy.")
PROXY_USED = Words("{host} is asked through the proxy {proxy}, from {source}.")
PROXY_UNUSABLE = Words(
    "The proxy from {source} cannot be used: it is {flaw}.",
    'Write it like http://proxy.example:3128, or set network.proxy to "none".',
)
PROXY_NAME_UNKNOWN = Words(
    "The name of the proxy, {proxy}, was not found.", "Check the network and {source}."
)
PROXY_REFUSES = Words(
    "The proxy {proxy} cannot be reached, or does not let us through ({detail}).",
    "Check the network and {source}.",
)
PROXY_WANTS_LOGIN = Words(
    "The proxy {proxy} wants a user name and password.",
    "Put them into the proxy's address, or ask whoever runs it.",
)
TLS_FINE = Words("The connection to {host} is private: its certificate is trusted.")
TLS_NOT_NEEDED = Words("{host} is this computer itself, asked without TLS.")
CERTIFICATE_EXPIRED = Words(
    "The certificate of {host} has expired.",
    "Is this computer's clock right? If it is, only the service can put that right.",
)
CERTIFICATE_NOT_VALID_YET = Words(
    "The certificate of {host} is not valid yet.", "Is this computer's clock right?"
)
CERTIFICATE_OF_ANOTHER_HOST = Words(
    "What answers at {host} shows the certificate of another host.",
    "Check whether this network wants you to sign in to it, and api_url in {file}.",
)
CERTIFICATE_NOT_TRUSTED = Words(
    "The certificate of {host} is not trusted by this system.",
    "Check whether this network wants you to sign in to it. A company's own certificate belongs "
    "in the system's trust store.",
)
NO_TLS = Words(
    "What answers at {host} speaks no usable TLS.",
    "Check api_url in {file}, and whether this network wants you to sign in to it.",
)
NAME_UNKNOWN = Words(
    "The name {host} was not found.", "Check the network connection and api_url in {file}."
)
NAME_SILENT = Words(
    "The name {host} was not found in time.", "Check the network connection and its DNS server."
)
SERVICE_ANSWERS = Words("{host} answers.")
SERVICE_TROUBLE = Words("{what} ({detail}).", "{do}")
SERVICE_TROUBLE_PLAIN = Words("{what}.", "{do}")
# The flaws that the proxy parser may report.
PROXY_FLAWS = (marked("no URL"), marked("of an unknown kind"))
FROM_SETTINGS = marked("network.proxy in the settings")
FROM_SYSTEM = marked("the system or its environment")
SERVICE_ACCEPTS = Words("{service} accepts {the_credential} and tells the balance.")
SERVICE_REJECTS_VARIABLE = Words(
    "{service} rejects {the_credential} in {variable}.",
    "Make a new one on your profile page and set it.",
)
TOKEN_IN_VARIABLE_ENDED = Words(
    "The access token in {variable} no longer works: it lives for an hour at most.",
    "Set BYTENITE_API_KEY to an API key instead, which lasts.",
)
SERVICE_LATE = Words("{host} did not answer in time.", "Run this again in a while.")
CLOCK_RIGHT = Words("This computer's clock agrees with that of {host}.")
CLOCK_AHEAD = Words(
    "This computer's clock is {amount} ahead of that of {host}.",
    "Set the clock, or let the system do that by itself.",
)
CLOCK_BEHIND = Words(
    "This computer's clock is {amount} behind that of {host}.",
    "Set the clock, or let the system do that by itself.",
)
CLOCK_NOT_COMPARED = Words("The clock could not be compared: no service told the time.")
