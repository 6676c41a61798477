"""The configuration files of the virtual desktop's programs."""

from pathlib import Path

PANEL_HEIGHT = 30
TRAY_ICON = 22
DESKTOP_NAMES = {"xfce": "XFCE", "lxqt": "LXQt", "xembed": "openbox", "none": "openbox"}

# The bus may start these and nothing else, so that an absent keyring stays absent.
_STARTED_BY_THE_BUS = ("org.xfce.Xfconf", "org.gnome.keyring.SystemPrompter")
_SERVICE_FILES = Path("/usr/share/dbus-1/services")

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow own="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
  </policy>
</busconfig>
"""

_XFCE_PLUGINS = ("tasklist", "separator", "systray", "clock")
_XFCE = """<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="{height}"/>
      <property name="plugin-ids" type="array">{ids}</property>
    </property>
  </property>
  <property name="plugins" type="empty">{plugins}</property>
</channel>
"""
_XFCE_OPTIONS = {
    "separator": '<property name="expand" type="bool" value="true"/>'
    '<property name="style" type="uint" value="0"/>',
    "systray": '<property name="square-icons" type="bool" value="true"/>'
    '<property name="icon-size" type="int" value="{icon}"/>',
}

_LXQT = """[General]
__userfile__=true
panels=panel1

[panel1]
desktop=0
iconSize={icon}
panelSize={height}
plugins=taskbar, statusnotifier
position=Top
width=100
width-percent=true

[statusnotifier]
alignment=Right
type=statusnotifier

[taskbar]
alignment=Left
type=taskbar
"""

# dunst offers a notification's buttons through a menu program; ours takes the one asked for.
_DUNST = """[global]
origin = top-right
offset = 12x48
width = 360
padding = 12
horizontal_padding = 14
frame_width = 1
corner_radius = 8
separator_height = 1
font = DejaVu Sans 10
markup = full
idle_threshold = 0
show_indicators = no
dmenu = {chooser}

[urgency_normal]
background = "#fafafa"
foreground = "#202020"
frame_color = "#b0b0b0"

[urgency_critical]
background = "#fafafa"
foreground = "#202020"
frame_color = "#c01c28"
timeout = 0
"""
_CHOOSER = """#!/bin/sh
wanted=$(cat "{choice}") || exit 1
rm -f "{choice}"
exec grep -F -- "$wanted"
"""

_MAKO = "font=DejaVu Sans 10\nanchor=top-right\nwidth=340\n"

_SWAY = """output HEADLESS-1 resolution {width}x{height} position 0,0 scale {scale}
output HEADLESS-1 background #305070 solid_color
for_window [app_id=".*"] floating enable
xwayland disable
"""

_WAYBAR = """{{"position": "top", "height": {height}, "modules-right": ["tray"],
 "tray": {{"icon-size": {icon}}}}}
"""


def write_bus(folder: Path, socket: Path) -> Path:
    """The bus's configuration, with the few services that it may start."""
    services = folder / "services"
    services.mkdir()
    for name in _STARTED_BY_THE_BUS:
        source = _SERVICE_FILES / f"{name}.service"
        if source.exists():
            (services / source.name).write_bytes(source.read_bytes())
    return _write(folder / "bus.conf", _BUS.format(socket=socket, services=services))


def write_xfce_panel(config_home: Path, scale: int) -> None:
    """One panel along the top: window buttons, tray, clock."""
    height, icon = PANEL_HEIGHT * scale, TRAY_ICON * scale
    numbered = list(enumerate(_XFCE_PLUGINS, start=1))
    ids = "".join(f'<value type="int" value="{number}"/>' for number, _ in numbered)
    plugins = "".join(
        f'<property name="plugin-{number}" type="string" value="{name}">'
        f"{_XFCE_OPTIONS.get(name, '').format(icon=icon)}</property>"
        for number, name in numbered
    )
    target = config_home / "xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml"
    if not target.exists():  # xfconfd rewrites it and must not be overruled on a restart
        _write(target, _XFCE.format(height=height, ids=ids, plugins=plugins))


def write_lxqt_panel(config_home: Path, scale: int) -> None:
    """One panel along the top, with a StatusNotifier tray alone (no XEmbed)."""
    height, icon = PANEL_HEIGHT * scale, TRAY_ICON * scale
    _write(config_home / "lxqt/panel.conf", _LXQT.format(height=height, icon=icon))


def write_dunst(folder: Path, choice: Path) -> Path:
    """dunst in the top right corner; ``choice`` names the file with the button to press."""
    chooser = _write(folder / "choose-action", _CHOOSER.format(choice=choice))
    chooser.chmod(0o700)
    return _write(folder / "dunstrc", _DUNST.format(chooser=chooser))


def write_mako(folder: Path) -> Path:
    """mako, in the top right corner."""
    return _write(folder / "mako.conf", _MAKO)


def write_sway(folder: Path, size: tuple[int, int], scale: int) -> Path:
    """sway without any hardware, all windows floating."""
    text = _SWAY.format(width=size[0], height=size[1], scale=scale)
    return _write(folder / "sway.conf", text)


def write_waybar(config_home: Path) -> None:
    """A bar with nothing but a tray."""
    _write(config_home / "waybar/config", _WAYBAR.format(height=PANEL_HEIGHT, icon=TRAY_ICON))


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
