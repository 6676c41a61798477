"""A time zone that Python can reckon with."""

import os
import time
from datetime import datetime


def use_a_possible_zone() -> None:
    """UTC in this process and its children where TZ names a zone a day or more away from UTC.

    POSIX allows up to 167 hours (tzset(3)), Python's dates less than 24.
    """
    try:
        datetime.now().astimezone()
    except ValueError:
        os.environ["TZ"] = "UTC"
        if hasattr(time, "tzset"):  # Windows reads the variable each time
            time.tzset()
