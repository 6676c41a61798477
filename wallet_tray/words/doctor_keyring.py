"""Findings about the keyring and the credentials."""

from wallet_tray.text.doctor import Words

KEYRING_FOUND = Words("Credentials are kept in: {keyring}.")
KEYRING_NOT_NEEDED = Words(
    "There is no keyring; {variable} is used instead.",
    "To keep a credential, start your keyring (Secret Service or KWallet).",
)
KEYRING_MISSING = Words(
    "There is no keyring to keep credentials in.",
    "Start your keyring (Secret Service or KWallet), or set BYTENITE_API_KEY.",
)
KEYRING_LOCKED = Words(
    "The keyring ({keyring}) is locked, so nothing was looked up in it.",
    "Unlock it and run this again, or set BYTENITE_API_KEY.",
)
KEYRING_FAILED = Words(
    "The keyring ({keyring}) did not do what was asked of it.",
    "Check whether it works in other programs, then run this again.",
)
KEYRING_SILENT = Words("The keyring does not answer.", "Restart it, or log out and in again.")
KEYRING_MIGHT_ASK = Words(
    "Whether {keyring} holds {the_credential} was not looked up: it might ask for a password.",
    "Run 'wallet-tray balance' to use it.",
)
CREDENTIAL_KEPT = Words("The keyring holds {the_credential}.")
CREDENTIAL_MISSING = Words(
    "The keyring holds no {credential} for {host}.",
    "Run 'wallet-tray sign-in{option}'.",
)
CREDENTIAL_UNUSABLE = Words(
    "What the keyring holds cannot be {a_credential}.", "Run 'wallet-tray sign-in{option}'."
)
VARIABLE_IN_USE = Words("The {credential} comes from {variable}, not from the keyring.")
VARIABLE_UNUSABLE = Words(
    "What {variable} holds cannot be {a_credential}.",
    "Set {variable} to the whole of it, or unset it.",
)
