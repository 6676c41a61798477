"""The floor of a refresh: a bare tray icon, the same requests and a row for each, in a line."""

import sqlite3
import sys
import time
from decimal import Decimal
from pathlib import Path

import httpx
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

api_url, refreshes, key = sys.argv[1], int(sys.argv[2]), sys.stdin.read()
app = QApplication(["straight"])
pixmap = QPixmap(22, 22)
pixmap.fill("red")
icon = QSystemTrayIcon(QIcon(pixmap))
icon.show()
headers = {"Connection": "close", "Accept-Encoding": "identity"}
client = httpx.Client(trust_env=False, headers=headers)
token = client.post(f"{api_url}/auth/access_token", json={"apiKey": key}).json()["token"]
database = sqlite3.connect(Path.home() / "straight.sqlite3", isolation_level=None)
database.execute("PRAGMA journal_mode = WAL")
database.execute("PRAGMA synchronous = NORMAL")
database.execute("CREATE TABLE balance (at INTEGER, available TEXT)")
before = time.process_time()
for _ in range(refreshes):
    answer = client.get(f"{api_url}/wallet/balance", headers={"Authorization": token})
    balance = answer.json(parse_float=Decimal)["availableBalance"]
    database.execute("INSERT INTO balance VALUES (?, ?)", (int(time.time()), str(balance)))
    icon.setToolTip(f"{balance} BYC")
    app.processEvents()
print("refreshed", 1000 * (time.process_time() - before) / refreshes, flush=True)
sys.exit(app.exec())
