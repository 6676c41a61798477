"""Makes the made-up wallets of this folder, and the keepers of the catalogues, importable."""

import sys
from pathlib import Path

# Plain modules beside the tests; nothing else in the project is named like them.
sys.path.append(str(Path(__file__).parent))
sys.path.append(str(Path(__file__).parents[2] / "packaging" / "translations"))
