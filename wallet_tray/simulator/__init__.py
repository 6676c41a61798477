"""The simulated wallet service: a real HTTP server on the loopback address."""
