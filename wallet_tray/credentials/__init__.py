"""Credentials: from the environment, from memory, or from the system's keyring."""
