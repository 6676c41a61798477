"""Where the popup opens: at the icon that was clicked, else in the tray's corner, always whole."""

import sys

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from wallet_tray.ui.popup.placement import position_near, unscaled_offset_mended

WHOLE = QRect(0, 0, 1920, 1080)
SIZE = QSize(340, 490)
PANELS = {
    "top": QRect(0, 30, 1920, 1050),
    "bottom": QRect(0, 0, 1920, 1040),
    "left": QRect(60, 0, 1860, 1080),
    "right": QRect(0, 0, 1860, 1080),
    "hidden": WHOLE,
}
CLICKS = {
    "top": QPoint(1700, 12),
    "bottom": QPoint(1700, 1060),
    "left": QPoint(20, 900),
    "right": QPoint(1890, 900),
    "hidden": QPoint(1700, 1070),
}


@pytest.mark.parametrize("panel", PANELS)
def test_a_click_on_the_panel_opens_it_there(panel: str) -> None:
    free, mouse = PANELS[panel], CLICKS[panel]
    place = QRect(position_near(mouse, SIZE, WHOLE, free), SIZE)
    assert free.contains(place)
    assert not place.contains(mouse)
    near = place.adjusted(-80, -80, 80, 80)
    assert near.contains(mouse)


@pytest.mark.parametrize(
    ("panel", "corner"),
    [
        ("top", "topRight"),
        ("bottom", "bottomRight"),
        ("left", "bottomLeft"),
        ("right", "bottomRight"),
        ("hidden", "bottomRight" if sys.platform == "win32" else "topRight"),
    ],
)
def test_otherwise_in_the_corner_of_trays(panel: str, corner: str) -> None:
    free = PANELS[panel] if panel != "hidden" else WHOLE.adjusted(0, 32, 0, -32)
    place = QRect(position_near(QPoint(800, 500), SIZE, WHOLE, PANELS[panel]), SIZE)
    assert free.contains(place)
    assert (getattr(place, corner)() - getattr(free, corner)()).manhattanLength() <= 12


@pytest.mark.parametrize("mouse", [QPoint(1906, 1064), QPoint(1890, 1058), QPoint(1700, 15)])
def test_a_panel_that_is_not_reported_is_not_covered(mouse: QPoint) -> None:
    """Several screens on X11: what is free is the whole screen."""
    place = QRect(position_near(mouse, SIZE, WHOLE, WHOLE), SIZE)
    panel_is_at_top = mouse.y() < 540
    panel = QRect(0, 0, 1920, 30) if panel_is_at_top else QRect(0, 1050, 1920, 30)
    assert WHOLE.contains(place)
    assert not place.intersects(panel)


def test_on_the_second_screen() -> None:
    whole = QRect(1920, 0, 1280, 1024)
    free = QRect(1920, 0, 1280, 984)
    place = QRect(position_near(QPoint(3190, 1000), SIZE, whole, free), SIZE)
    assert free.contains(place)


def test_a_screen_too_low_shows_its_top() -> None:
    low = QRect(0, 30, 800, 400)
    place = position_near(QPoint(700, 10), SIZE, QRect(0, 0, 800, 430), low)
    assert place.y() == 34


@pytest.mark.parametrize(
    ("whole", "free", "ratio", "mended"),
    [
        # measured: 1800x1280 pixels at scale 2, a panel of 61 pixels on top
        (QRect(0, 0, 900, 640), QRect(0, 61, 900, 610), 2.0, QRect(0, 30, 900, 610)),
        (QRect(0, 0, 900, 640), QRect(0, 0, 900, 610), 2.0, QRect(0, 0, 900, 610)),
        (QRect(0, 0, 900, 640), QRect(0, 30, 900, 610), 2.0, QRect(0, 30, 900, 610)),
        (WHOLE, PANELS["top"], 1.0, PANELS["top"]),
    ],
)
def test_free_area_lies_on_the_screen(
    whole: QRect, free: QRect, ratio: float, mended: QRect
) -> None:
    assert unscaled_offset_mended(whole, free, ratio) == mended
