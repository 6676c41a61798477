"""Makes the keepers of the catalogues importable."""

import sys
from pathlib import Path

# Plain modules beside the translators' files; nothing else in the project is named like them.
sys.path.append(str(Path(__file__).parents[2] / "packaging" / "translations"))
