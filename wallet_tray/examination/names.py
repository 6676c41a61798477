"""The names of the checks of the way to a service; others have one of their own."""

PROXY = "proxy"
TLS = "tls"
SERVICE = "service"
