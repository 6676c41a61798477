"""The exit codes of the program; apart from the rest, as every start imports them."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of the program, as its users know them."""

    OK = 0
    NO = 1  # the answer to the question is no
    USAGE = 2  # or settings or a credential that cannot be used
    REJECTED = 3  # not signed in, or the service rejects the credential
    NO_SERVICE = 4  # not reached in time, or it answered with an error
    NO_KEYRING = 5  # missing or locked
    NO_BALANCE = 6  # an answer without a usable balance, or nothing recorded
    CANNOT_RUN = 7  # the tray program cannot run here
    FAULT = 70  # as EX_SOFTWARE of sysexits.h
    INTERRUPTED = 130  # as a shell reports SIGINT
