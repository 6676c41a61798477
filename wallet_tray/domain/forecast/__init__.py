"""How long a wallet lasts: pure functions of its recorded spending."""
