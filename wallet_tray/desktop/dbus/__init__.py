"""Message buses, spoken to without waiting."""
