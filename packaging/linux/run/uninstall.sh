#!/bin/sh
# Removes what install.sh has installed, and the user's start at login. Settings, history and key
# stay; `wallet-tray erase`, run before this, removes those.
set -eu
library=$(dirname "$(readlink -f "$0")")
id=io.github.wallet_tray.WalletTray
[ -f "$library/prefix" ] || { echo "This is not where it was installed." >&2; exit 1; }
IFS= read -r prefix <"$library/prefix"
[ "$(readlink -f "$prefix/lib/wallet-tray")" = "$library" ] ||
  { echo "This is not where it was installed." >&2; exit 1; }

rm -f "$prefix/bin/wallet-tray" "$prefix/bin/wallet-tray-gui"
rm -f "$prefix/share/applications/$id.desktop" "$prefix/share/metainfo/$id.metainfo.xml"
rm -f "$prefix/share/man/man1/wallet-tray.1.gz" "$prefix/share/man/man1/wallet-tray-gui.1.gz"
icons=$prefix/share/icons/hicolor
find "$icons" -name "$id.*" -type f -exec rm -f {} +
# Empty folders for icons and pages, as nothing else uses them.
find "$icons" "$prefix/share/man" -mindepth 1 -depth -type d -exec rmdir {} + 2>/dev/null || true
if [ -d "$icons" ]; then
  touch "$icons"
  [ ! -e "$icons/icon-theme.cache" ] || gtk-update-icon-cache -q -t -f "$icons" 2>/dev/null || true
fi

# Start at login, if it starts what is removed here.
login=${XDG_CONFIG_HOME:-${HOME:-/nonexistent}/.config}/autostart/$id.desktop
if [ -f "$login" ]; then
  program=$(sed -n 's/^TryExec=//p' "$login" | sed 's/\\\\/\\/g')
  case $program in
    "$library"/* | "$prefix/lib/wallet-tray"/* | "$prefix/bin"/*) rm -f "$login" ;;
  esac
fi
rm -rf "$library"
echo "Wallet Tray is removed."
