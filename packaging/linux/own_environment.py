"""Runs before the program: what the bundle's starter put into the environment goes again.

The starter points the loader at the bundle's libraries. That has happened by now; what we open, a
browser say, must not find them. A starter of ours that we start sets it again.
"""

import os

_LIBRARIES = "LD_LIBRARY_PATH"

before = os.environ.pop(f"{_LIBRARIES}_ORIG", None)
if before is None:
    os.environ.pop(_LIBRARIES, None)
else:
    os.environ[_LIBRARIES] = before
