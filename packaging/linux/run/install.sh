#!/bin/sh
# Installs Wallet Tray for the user who runs this, below ~/.local; as root for all, in /usr/local.
# PREFIX names another folder. Runs in the folder that the .run file has unpacked.
set -eu
umask 022

if [ -n "${PREFIX:-}" ]; then
  prefix=$PREFIX
elif [ "$(id -u)" -eq 0 ]; then
  prefix=/usr/local
else
  prefix=$HOME/.local
fi
case $prefix in
  *[!A-Za-z0-9/._+@-]*) echo "The path $prefix holds signs that a menu entry cannot name." >&2; exit 2 ;;
  /*) ;;
  *) echo "PREFIX must begin with /." >&2; exit 2 ;;
esac
library=$prefix/lib/wallet-tray
id=io.github.wallet_tray.WalletTray

# The old version goes only when the new one is complete beside it.
mkdir -p "$prefix/lib" "$prefix/bin"
rm -rf "$library.new"
cp -R lib/wallet-tray "$library.new"
cp uninstall.sh "$library.new/uninstall"
"$library.new/wallet-tray" --version >/dev/null || {
  rm -rf "$library.new"
  echo "The program does not start here; nothing was changed." >&2
  exit 1
}
rm -rf "$library"
mv "$library.new" "$library"
ln -sf ../lib/wallet-tray/wallet-tray ../lib/wallet-tray/wallet-tray-gui "$prefix/bin/"

(cd share && find . -type f -o -type l) | while read -r file; do
  mkdir -p "$prefix/share/$(dirname "$file")"
  cp -P "share/$file" "$prefix/share/$file"
done
# The search path of a desktop session need not hold our folder.
sed -i "s|^Exec=.*|Exec=$prefix/bin/wallet-tray-gui|" "$prefix/share/applications/$id.desktop"
update-desktop-database -q "$prefix/share/applications" 2>/dev/null || true
gtk-update-icon-cache -q -t "$prefix/share/icons/hicolor" 2>/dev/null || true

echo "Wallet Tray is installed; it is in your desktop's menu, and $prefix/bin/wallet-tray starts it."
echo "To remove it: $library/uninstall"
