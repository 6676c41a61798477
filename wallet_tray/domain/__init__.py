"""Facts and rules as plain values and pure functions: no I/O, no clock, no logging."""
