"""The examination of a run's surroundings: one file per check, no Qt, nothing that can hang."""
