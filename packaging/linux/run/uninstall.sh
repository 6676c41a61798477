#!/bin/sh
# Removes what install.sh has installed. Settings, history and key stay; `wallet-tray erase`, run
# before this, removes those.
set -eu
library=$(dirname "$(readlink -f "$0")")
prefix=${library%/lib/wallet-tray}
id=io.github.wallet_tray.WalletTray
[ "$prefix" != "$library" ] || { echo "This is not where it was installed." >&2; exit 1; }

rm -f "$prefix/bin/wallet-tray" "$prefix/bin/wallet-tray-gui"
rm -f "$prefix/share/applications/$id.desktop" "$prefix/share/metainfo/$id.metainfo.xml"
rm -f "$prefix/share/man/man1/wallet-tray.1.gz" "$prefix/share/man/man1/wallet-tray-gui.1.gz"
find "$prefix/share/icons/hicolor" -name "$id.*" -type f -exec rm -f {} +
rm -rf "$library"
update-desktop-database -q "$prefix/share/applications" 2>/dev/null || true
gtk-update-icon-cache -q -t "$prefix/share/icons/hicolor" 2>/dev/null || true
echo "Wallet Tray is removed."
