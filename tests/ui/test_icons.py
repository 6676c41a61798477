"""The tray icon's pictures: every look is exact, and differs from the others without colour."""

import itertools
import re
import sys
import time
from pathlib import Path

import pytest
from contact_sheet import KNOWN, METERS, NUMBERS, main
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from wallet_tray.domain.account_snapshot import Mark
from wallet_tray.domain.settings import IconTheme
from wallet_tray.ui.tray import painter as icons
from wallet_tray.ui.tray import parts
from wallet_tray.ui.tray import parts as icon_parts
from wallet_tray.ui.tray.painter import SIZES, IconPainter, application_icon
from wallet_tray.ui.tray.parts import IconState, Step

pytestmark = pytest.mark.usefixtures("qapp")

ASKED_SIZES = (16, 20, 22, 24, 32, 44, 48, 64)
INK = 200  # alpha from which a pixel is drawing; the hairline stays well below
LEAST_DIFFERENCE = 7  # pixels at 16 px
LEAST_BAR_DIFFERENCE = 4  # the bar is two pixels high there

LOOKS = (*METERS, IconState(Step.UNKNOWN, Mark.STALE), IconState(Step.UNKNOWN, Mark.SNOOZED))
NUMBER_LOOKS = tuple(
    IconState(step, mark, "42") for step in KNOWN for mark in (Mark.NONE, Mark.STALE, Mark.SNOOZED)
)


def _image(state: IconState, size: int, painter: IconPainter | None = None) -> QImage:
    painter = painter or IconPainter(IconTheme.DARK)
    return painter.pixmap(state, size).toImage()


def _alphas(image: QImage) -> list[int]:
    return [
        image.pixelColor(x, y).alpha() for y in range(image.height()) for x in range(image.width())
    ]


def _shape(state: IconState, size: int) -> frozenset[int]:
    return frozenset(
        place for place, alpha in enumerate(_alphas(_image(state, size))) if alpha >= INK
    )


def _name(state: IconState) -> str:
    return f"{state.step.value}-{state.mark.value}-{state.number}"


@pytest.mark.parametrize("size", ASKED_SIZES)
@pytest.mark.parametrize("looks", [LOOKS, NUMBER_LOOKS], ids=["meter", "number"])
def test_every_two_looks_differ_in_shape(looks: tuple[IconState, ...], size: int) -> None:
    shapes = {state: _shape(state, size) for state in looks}
    least = LEAST_DIFFERENCE if looks is LOOKS else LEAST_BAR_DIFFERENCE
    alike = [
        (_name(one), _name(other), len(shapes[one] ^ shapes[other]))
        for one, other in itertools.combinations(looks, 2)
        if len(shapes[one] ^ shapes[other]) < least
    ]
    assert alike == []


@pytest.mark.parametrize("state", [*LOOKS, *NUMBERS], ids=_name)
def test_the_icon_holds_each_size_exactly(state: IconState) -> None:
    icon = IconPainter().icon(state)
    assert tuple(SIZES) == ASKED_SIZES
    assert sorted(size.width() for size in icon.availableSizes()) == list(ASKED_SIZES)
    for size in ASKED_SIZES:
        pixmap = icon.pixmap(size, size)
        assert (pixmap.width(), pixmap.height(), pixmap.devicePixelRatio()) == (size, size, 1.0)
        assert max(_alphas(pixmap.toImage())) == 255


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> IconPainter:
    """Draws without the hairline, as for macOS."""
    monkeypatch.setattr(sys, "platform", "darwin")
    return IconPainter(IconTheme.DARK)


def _grey_share(image: QImage) -> float:
    """The share of the drawn pixels that are drawn in part."""
    drawn = [alpha for alpha in _alphas(image) if alpha]
    return sum(alpha < 255 for alpha in drawn) / len(drawn)


@pytest.mark.parametrize("size", ASKED_SIZES)
@pytest.mark.parametrize("step", [Step.OK, Step.LOW, Step.CRITICAL])
def test_edges_lie_on_pixels(step: Step, size: int, plain: IconPainter) -> None:
    """Only rounded corners are grey: 4 of the body and 3 of the flap, about 3 pixels each at 16.
    (The strike of "empty" is left out: a slanted line has no edge on pixels.)"""
    assert _grey_share(_image(IconState(step), size, plain)) <= 0.25
    assert _grey_share(_image(IconState(Step.OK), size, plain)) <= 0.12


@pytest.mark.parametrize("size", [16, 22])
@pytest.mark.parametrize("number", ["42", "842", "10", "−3", "35M"])
def test_digits_lie_on_pixels(number: str, size: int, plain: IconPainter) -> None:
    assert _grey_share(_image(IconState(Step.OK, number=number), size, plain)) <= 0.25


def test_a_failed_refresh_never_looks_full() -> None:
    full = _shape(IconState(Step.OK), 16)
    for mark in (Mark.STALE, Mark.PROBLEM, Mark.SIGNED_OUT, Mark.LOADING, Mark.PAUSED):
        assert len(_shape(IconState(Step.OK, mark), 16)) <= 0.8 * len(full), mark


@pytest.mark.parametrize("mark", [Mark.LOADING, Mark.SIGNED_OUT])
def test_no_step_is_claimed_where_no_balance_is_known(mark: Mark) -> None:
    assert _image(IconState(Step.OK, mark), 16) == _image(IconState(Step.UNKNOWN, mark), 16)


def _on_panel(image: QImage, panel: str) -> QImage:
    seen = QImage(image.size(), QImage.Format.Format_RGB32)
    seen.fill(QColor(panel))
    painter = QPainter(seen)
    painter.drawImage(0, 0, image)
    painter.end()
    return seen


def _luminance(color: QColor) -> float:
    channels = (color.redF(), color.greenF(), color.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("panel", ["#ffffff", "#000000", "#808080"])
@pytest.mark.parametrize("dark_panel", [True, False], ids=["light ink", "dark ink"])
@pytest.mark.parametrize("theme", [IconTheme.AUTO, IconTheme.COLOR])
@pytest.mark.parametrize("state", LOOKS, ids=_name)
def test_every_look_stands_out_from_every_panel(
    state: IconState, theme: IconTheme, dark_panel: bool, panel: str
) -> None:
    """3 : 1 (WCAG 1.4.11) in enough pixels to see the shape, even where the panel was guessed
    wrong: the hairline does it there."""
    seen = _on_panel(_image(state, 16, IconPainter(theme, dark_panel)), panel)
    ground = QColor(panel)
    visible = sum(
        _contrast(seen.pixelColor(x, y), ground) >= 3 for y in range(16) for x in range(16)
    )
    assert visible >= 30


@pytest.mark.parametrize("size", ASKED_SIZES)
def test_the_hairline_surrounds_the_drawing(size: int) -> None:
    image = _image(IconState(Step.OK), size)
    shape = _shape(IconState(Step.OK), size)
    for place in shape:
        x, y = place % size, place // size
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            if 0 <= x + dx < size and 0 <= y + dy < size:
                assert image.pixelColor(x + dx, y + dy).alpha() >= 100


def test_themes_that_name_their_panel_are_believed() -> None:
    state = IconState(Step.LOW)
    for hint in (True, False):
        light = _image(state, 22, IconPainter(IconTheme.LIGHT, hint))
        dark = _image(state, 22, IconPainter(IconTheme.DARK, hint))
        assert light == _image(state, 22, IconPainter(IconTheme.AUTO, dark_panel=False))
        assert dark == _image(state, 22, IconPainter(IconTheme.AUTO, dark_panel=True))


def _hues(image: QImage) -> set[int]:
    colors = (image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width()))
    return {c.hue() for c in colors if c.alpha() == 255 and c.saturation() > 60}


@pytest.mark.parametrize("dark_panel", [True, False])
def test_colour_is_amber_for_low_and_red_from_critical_on(dark_panel: bool) -> None:
    painter = IconPainter(IconTheme.COLOR, dark_panel)
    assert _hues(_image(IconState(Step.OK), 22, painter)) == set()
    assert _hues(_image(IconState(Step.UNKNOWN, Mark.PROBLEM), 22, painter)) == set()
    low = _hues(_image(IconState(Step.LOW), 22, painter))
    assert low
    assert all(25 <= hue <= 50 for hue in low)
    for step in (Step.CRITICAL, Step.EMPTY):
        red = _hues(_image(IconState(step), 22, painter))
        assert red
        assert all(hue <= 12 or hue >= 348 for hue in red)
    assert (
        _hues(_image(IconState(Step.EMPTY), 22, IconPainter(IconTheme.AUTO, dark_panel))) == set()
    )


def test_the_same_state_gives_the_same_icon() -> None:
    painter = IconPainter()
    first = painter.icon(IconState(Step.LOW, Mark.STALE))
    assert painter.icon(IconState(Step.LOW, Mark.STALE)) is first
    assert painter.icon(IconState(Step.LOW)) is not first


def test_the_cache_forgets_what_was_used_longest_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(icons, "_CACHE_LIMIT", 2)
    painter = IconPainter()
    low, critical, empty = (IconState(step) for step in (Step.LOW, Step.CRITICAL, Step.EMPTY))
    kept, dropped = painter.icon(low), painter.icon(critical)
    painter.icon(low)
    painter.icon(empty)
    assert painter.icon(low) is kept
    assert painter.icon(critical) is not dropped


@pytest.mark.parametrize(
    ("platform", "theme", "template"),
    [
        ("darwin", IconTheme.AUTO, True),
        ("darwin", IconTheme.COLOR, False),
        ("linux", IconTheme.AUTO, False),
    ],
)
def test_macos_gets_a_template_image_without_hairline(
    platform: str, theme: IconTheme, template: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    painter = IconPainter(theme)
    assert painter.icon(IconState(Step.OK)).isMask() is template
    outline = [194 <= alpha <= 198 for alpha in _alphas(_image(IconState(), 44, painter))]
    assert (sum(outline) > 100) is not template


@pytest.mark.parametrize("number", ["123456", "ß", "12 BYC", ""])
def test_icon_without_room_for_the_number_shows_the_wallet(number: str) -> None:
    written = IconState(Step.LOW, number=number)
    for size in ASKED_SIZES:
        if number != "123456" or size == 16:
            assert _image(written, size) == _image(IconState(Step.LOW), size)


@pytest.mark.parametrize("mark", [Mark.PROBLEM, Mark.SIGNED_OUT, Mark.LOADING])
def test_marks_that_need_the_user_come_before_the_number(mark: Mark) -> None:
    assert _image(IconState(Step.OK, mark, "42"), 16) == _image(IconState(Step.OK, mark), 16)


@pytest.mark.parametrize("number", ["42", "842", "1.2k", "99k", "<1", "−3", "-99", "3.5M", "0.07"])
@pytest.mark.parametrize("size", ASKED_SIZES)
def test_short_numbers_fit_at_every_size(number: str, size: int) -> None:
    written = IconState(Step.OK, number=number)
    assert _image(written, size) != _image(IconState(Step.OK), size)


def test_every_digit_looks_different() -> None:
    shapes = {_shape(IconState(Step.OK, number=digit), 16) for digit in "0123456789"}
    assert len(shapes) == 10


@pytest.mark.parametrize("grid", icon_parts.GRIDS)
def test_every_grid_has_every_part(grid: int) -> None:
    steps = [step.value for step in KNOWN]
    wanted = {"outline", "broken", "cut-empty", "mark-loading"}
    wanted |= {f"fill-{step}" for step in steps}
    wanted |= {f"inset-{step}" for step in steps if step != "empty"}
    wanted |= {f"{kind}-{mark}" for kind in ("cut", "mark") for mark in _CORNERS}
    assert set(icon_parts.parts(grid)) == wanted


_CORNERS = ("problem", "signed-out", "snoozed", "paused")


def test_drawings_take_their_colour_from_the_theme_alone() -> None:
    for grid in icon_parts.GRIDS:
        text = (icon_parts.icons_folder() / f"wallet-{grid}.svg").read_text(encoding="utf-8")
        paints = set(re.findall(r'(?:fill|stroke)="([^"]+)"', text))
        assert paints == {"currentColor", "none"}


def test_drawings_inside_the_package_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "wallet_tray" / "ui" / "tray" / "parts.py"
    monkeypatch.setattr(parts, "__file__", str(module))
    assert icon_parts.icons_folder() == tmp_path / "resources" / "icons"
    installed = tmp_path / "wallet_tray" / "resources" / "icons"
    installed.mkdir(parents=True)
    assert icon_parts.icons_folder() == installed


def test_icon_is_drawn_within_its_time() -> None:
    IconPainter().icon(IconState())  # reads the drawings
    painter = IconPainter()
    spent = []
    for state in METERS:
        start = time.thread_time()
        painter.icon(state)
        spent.append(time.thread_time() - start)
    assert sorted(spent)[len(spent) // 2] < 0.030


def test_the_application_icon_has_its_sizes() -> None:
    icon = application_icon()
    assert [size.width() for size in icon.availableSizes()] == [16, 24, 32, 48, 64, 128, 256]
    assert max(_alphas(icon.pixmap(16, 16).toImage())) == 255
    assert application_icon() is icon


def test_the_contact_sheet_is_written(tmp_path: Path) -> None:
    assert isinstance(QGuiApplication.instance(), QGuiApplication)
    sheet = tmp_path / "sheet.png"
    assert main([str(sheet)]) == 0
    assert QImage(str(sheet)).width() > 1000
    assert main([]) == 2


@pytest.mark.parametrize("size", ASKED_SIZES)
@pytest.mark.parametrize("state", [*LOOKS, *NUMBERS], ids=_name)
def test_on_a_panel_of_the_drawings_own_tone_the_outline_shows_its_shape(
    state: IconState, size: int
) -> None:
    """A dark panel under a light theme, and the other way round: 7 : 1 around the drawing."""
    for dark_panel, panel in ((False, "#000000"), (False, "#1e2124"), (True, "#ffffff")):
        picture = _image(state, size, IconPainter(IconTheme.AUTO, dark_panel))
        seen, ground = _on_panel(picture, panel), QColor(panel)
        bright = sum(
            _contrast(seen.pixelColor(x, y), ground) >= 7 for y in range(size) for x in range(size)
        )
        assert bright >= 2 * size
