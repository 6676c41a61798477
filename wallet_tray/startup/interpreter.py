"""Garbage collection of reference cycles in the GUI thread only.

The automatic collector may run in any thread. It would then delete Qt objects in a thread that they
do not belong to, which crashes. So it is switched off. Instead, the GUI thread collects on a timer
that fires together with the refreshes.
"""

import gc


def collect_in_gui_thread() -> None:
    """Disable automatic collection; call ``collect`` from now on."""
    gc.disable()
    gc.freeze()  # objects from start-up stay anyway: exclude them from every collection


def collect() -> None:
    """Collect if the thresholds are exceeded. Call it in the GUI thread."""
    cached, middle, old = gc.get_count()
    thresholds = gc.get_threshold()
    if cached > thresholds[0]:
        gc.collect(2 if old > thresholds[2] else 1 if middle > thresholds[1] else 0)
