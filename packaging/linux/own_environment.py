"""Hook that runs before the program and removes what the bundle's starter added to the environment.

The starter points the loader at the bundle's libraries, which are loaded by now. Programs that we
open, such as a browser, must not find them. A starter of ours that we start sets the path again.
"""

import os

_LIBRARIES = "LD_LIBRARY_PATH"

before = os.environ.pop(f"{_LIBRARIES}_ORIG", None)
if before is None:
    os.environ.pop(_LIBRARIES, None)
else:
    os.environ[_LIBRARIES] = before
