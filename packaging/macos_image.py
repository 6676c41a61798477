"""The disk image for macOS: the application bundle, signed where an identity is given."""

import os
import shutil
from pathlib import Path

from workshop import OUTPUT, PACKAGING, WORK, run, say, version


def build_macos_image(bundle: Path) -> Path:
    """Sign and pack the application bundle that PyInstaller has put beside the bundle.

    MACOS_IDENTITY names a "Developer ID Application" in the keychain. Without it the signature is
    the ad-hoc one that Apple's own processors require of every program. It proves no publisher.
    """
    say("Packing the disk image …")
    application = bundle.parent / "Wallet Tray.app"
    identity = os.environ.get("MACOS_IDENTITY") or "-"
    entitlements = PACKAGING / "macos" / "entitlements.plist"
    hardened = () if identity == "-" else ("--options", "runtime", "--timestamp")
    options = ("--force", "--deep", "--entitlements", entitlements, *hardened)
    run("codesign", *options, "--sign", identity, application)
    run("codesign", "--verify", "--deep", "--strict", application)
    content = WORK / "image"
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(application, content / application.name, symlinks=True)
    (content / "Applications").symlink_to("/Applications")
    machine = os.uname().machine
    target = OUTPUT / f"wallet-tray-{version()}-{machine}.dmg"
    image = ("-volname", "Wallet Tray", "-srcfolder", content, "-ov", "-format", "UDZO")
    run("hdiutil", "create", *image, target)
    return target
