"""The errors that end a command."""


class CommandError(Exception):
    """Ends a command with one sentence for the user and a documented exit code.

    The sentence is our own and never contains a credential.
    """

    def __init__(self, sentence: str, exit_code: int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.exit_code = exit_code


class UnusableSettingsError(CommandError):
    """The settings file, or the account in it, cannot be used: exit code 2."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, 2)
