"""The diagnosis of a run's environment: one file per check, no Qt, nothing that can hang."""
