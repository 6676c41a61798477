"""The names of the checks of a service connection; other checks define their own."""

PROXY = "proxy"
TLS = "tls"
SERVICE = "service"
