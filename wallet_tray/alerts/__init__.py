"""From outcomes to notifications: the alert memory, and the exchange with the desktop."""
