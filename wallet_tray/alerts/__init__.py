"""From outcomes to notifications: the policy's memory, and its way to the desktop and back."""
