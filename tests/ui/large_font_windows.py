"""Which texts are cut where the desktop's font is large: a program of its own, as the screen's size
is chosen before Qt starts.

    python tests/ui/large_font_windows.py POINTS WIDTH HEIGHT

Prints a line for each cut text, and nothing where there is none.
"""

import json
import os
import sys
import tempfile

REFUSAL = (
    "ByteNite rejects the API key. Check it and enter it again, or make another one on the page "
    "of your keys."
)


def main(points: int, width: int, height: int) -> None:
    """A screen of that size, every window on it, one after the other."""
    screen = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    with tempfile.NamedTemporaryFile("w", suffix=".json") as config:
        json.dump({"screens": [screen]}, config)
        config.flush()
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config.name}"
        from PySide6.QtWidgets import QApplication

        application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    font = application.font()
    font.setPointSize(points)
    application.setFont(font)
    for name, window in windows():
        for _ in range(3):
            application.processEvents()
        for fault in faults(window):
            print(f"{name}: {fault}")
        window.close()
        window.deleteLater()


def windows():
    """Those of the language pictures, and the popup and sign-in window with more to say."""
    from tests.ui.windows_in_languages import dialogs, make_popup, popups
    from wallet_tray.text.locale import ENGLISH
    from wallet_tray.ui.dialogs.sign_in import SignInDialog

    for name, wallet in popups(ENGLISH):
        popup = make_popup(wallet, ENGLISH, accounts=name == "popup, stale")
        popup.open()
        yield name, popup
    for name, window in dialogs(ENGLISH):
        window.show()
        yield name, window
        if isinstance(window, SignInDialog):
            window.show()
            window._is_token.setChecked(True)
            window.show_failure(REFUSAL)
            yield f"{name}, refused", window


def faults(window) -> list[str]:
    """Cut texts; what does not fit on the screen; pages that must be moved sideways."""
    from PySide6.QtWidgets import QScrollArea

    from tests.ui.windows_in_languages import cut_texts

    found = cut_texts(window)
    room, size = window.screen().availableGeometry().size(), window.frameSize()
    if size.width() > room.width() or size.height() > room.height():
        found.append(f"{size.toTuple()} on a screen of {room.toTuple()}")
    for area in window.findChildren(QScrollArea):
        inside = area.widget().minimumSizeHint().width()
        if area.isVisible() and inside > area.viewport().width():
            found.append(f"a page of {inside} in {area.viewport().width()}")
    return found


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:4]))
