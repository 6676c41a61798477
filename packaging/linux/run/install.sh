#!/bin/sh
# Installs Wallet Tray for the user who runs this, below ~/.local; as root for all, in /usr/local.
# PREFIX names another folder. Runs in the folder that the .run file has unpacked.
set -eu
umask 022

refuse() {
  echo "$1" >&2
  exit "${2:-1}"
}

if [ -n "${PREFIX:-}" ]; then
  prefix=$PREFIX
elif [ "$(id -u)" -eq 0 ]; then
  prefix=/usr/local
else
  prefix=${HOME:?is not set}/.local
fi
# Signs that no menu entry can hold: those that control, and "=" in a program's name.
case $prefix in
  *[[:cntrl:]=]*) refuse "The path $prefix holds signs that a menu entry cannot name." 2 ;;
  /*) ;;
  *) refuse "PREFIX must begin with /." 2 ;;
esac
library=$prefix/lib/wallet-tray
id=io.github.wallet_tray.WalletTray

# What is half done goes, and what was there comes back, however this ends.
clean_up() {
  rm -rf "$library.new"
  if [ -d "$library" ]; then
    rm -rf "$library.old"
  elif [ -d "$library.old" ]; then
    mv "$library.old" "$library"
  fi
}

mkdir -p "$prefix/lib" "$prefix/bin"
trap clean_up EXIT
trap 'exit 1' HUP INT TERM
clean_up

needed=$(du -sk . | cut -f 1)
free=$(df -Pk "$prefix/lib" | awk 'NR == 2 { print $4 }')
[ "$free" -ge "$needed" ] ||
  refuse "$prefix has $((free / 1024)) MB of free space and $((needed / 1024)) MB are needed; nothing was changed."

# All of it is made complete beside the old version, which then gives way in one move.
cp -R lib/wallet-tray "$library.new" || refuse "It could not be copied; nothing was changed."
cp uninstall.sh "$library.new/uninstall"
printf '%s\n' "$prefix" >"$library.new/prefix"
cp -R share "$library.new/share"
"$library.new/wallet-tray" --version >/dev/null ||
  refuse "The program does not start here; nothing was changed."

# The search path of a desktop session need not hold our folder, so the entry names the whole path:
# by the Desktop Entry Specification quoted where anything in it is special, and all of that once
# more escaped as a text. GLib and systemd take a strange name only as an argument, not as that of
# the program itself.
program=$prefix/bin/wallet-tray-gui
started=
case $program in *[%\'\"]*) started='/usr/bin/env ' ;; esac
case $program in
  *[!A-Za-z0-9_./+:,@-]*)
    program=$(printf '%s' "$program" | sed 's/%/%%/g; s/["`$\\]/\\&/g; s/\\/\\\\/g')
    program="\"$program\""
    ;;
esac
entry=$library.new/share/applications/$id.desktop
while IFS= read -r line; do
  case $line in Exec=*) line=Exec=$started$program ;; esac
  printf '%s\n' "$line"
done <"$entry" >"$library.new/entry"
mv "$library.new/entry" "$entry"

if [ -d "$library" ]; then mv "$library" "$library.old"; fi
mv "$library.new" "$library"
ln -sf ../lib/wallet-tray/wallet-tray ../lib/wallet-tray/wallet-tray-gui "$prefix/bin/"
(cd "$library/share" && find . -type f -o -type l) | while IFS= read -r file; do
  mkdir -p "$prefix/share/${file%/*}"
  mv -f "$library/share/$file" "$prefix/share/$file"
done
rm -rf "$library/share"

# A cache that is there must learn of our icons. None is made: it would hide the icons that others
# add later. Without one, the folder's time makes the desktop look again.
icons=$prefix/share/icons/hicolor
touch "$icons"
[ ! -e "$icons/icon-theme.cache" ] || gtk-update-icon-cache -q -t -f "$icons" 2>/dev/null || true

echo "Wallet Tray is installed; it is in your desktop's menu, and $prefix/bin/wallet-tray starts it."
echo "To remove it: $library/uninstall"
