"""What both starters of a bundle run: the one with a console and the one without."""

import sys

from wallet_tray.__main__ import main

sys.exit(main())
