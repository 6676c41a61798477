"""What pip notes about the machine on which a bundle is built, and a bundle must not tell."""

from importlib.metadata import PathDistribution
from pathlib import Path

from bundle import forget_installation

RECORD = """../../../bin/part,sha256=of-a-script-with-a-path,200
part/__init__.py,sha256=aa,1
part-1.0.dist-info/METADATA,sha256=bb,2
part-1.0.dist-info/RECORD,,
part-1.0.dist-info/direct_url.json,sha256=cc,3
"part-1.0.dist-info/licenses/A, B.txt",sha256=dd,4
"""


def test_metadata_hold_licences_and_nothing_of_the_machine(tmp_path: Path) -> None:
    metadata = tmp_path / "part-1.0.dist-info"
    (metadata / "licenses").mkdir(parents=True)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: part\nVersion: 1.0\n")
    (metadata / "RECORD").write_text(RECORD)
    (metadata / "direct_url.json").write_text('{"url": "file:///home/builder/part.whl"}')
    (metadata / "licenses" / "A, B.txt").write_text("free")

    forget_installation(tmp_path)

    files = [str(path) for path in PathDistribution(metadata).files or ()]
    assert files == [
        "part-1.0.dist-info/METADATA",
        "part-1.0.dist-info/RECORD",
        "part-1.0.dist-info/licenses/A, B.txt",
    ]
    assert not (metadata / "direct_url.json").exists()
