"""Cyclic garbage is collected in the GUI thread alone.

The collector may run in any thread, and then would delete Qt objects in a thread they do not
belong to, which crashes. So it is switched off, and a timer of the GUI thread that fires together
with the refreshes does its work.
"""

import gc


def collect_in_gui_thread() -> None:
    """Switch the automatic collection off; from now on ``collect`` has to be called."""
    gc.disable()
    gc.freeze()  # what start-up has made stays anyway: leave it out of every collection


def collect() -> None:
    """Collect if there is anything worth the walk. To be called in the GUI thread."""
    young, middle, old = gc.get_count()
    thresholds = gc.get_threshold()
    if young > thresholds[0]:
        gc.collect(2 if old > thresholds[2] else 1 if middle > thresholds[1] else 0)
