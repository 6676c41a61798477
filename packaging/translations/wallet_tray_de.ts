<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Wallet Tray</source>
        <translation>Über Wallet Tray</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Icon of Wallet Tray</source>
        <translation>Symbol von Wallet Tray</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>Lizenztext</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Bestandteil</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Bestandteile</translation>
    </message>
    <message>
        <source>The balance of your prepaid compute wallet, with a warning before it runs dry.</source>
        <translation>Das Guthaben Ihres vorausbezahlten Rechen-Wallets, mit einer Warnung, bevor es leer ist.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
</context>
<context>
    <name>AccountChoice</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Export history…</source>
        <translation>Verlauf exportieren …</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Neu anmelden …</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>AccountRow</name>
    <message>
        <source>Account ID</source>
        <translation>Konto-ID</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy account ID</source>
        <translation>Konto-ID kopieren</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Test my alerts</source>
        <translation>Meine Warnungen ausprobieren</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
</context>
<context>
    <name>AppActions</name>
    <message>
        <source>A demo opens no pages. Here would be {page}.</source>
        <translation>Die Demo öffnet keine Seiten. Hier käme {page}.</translation>
    </message>
</context>
<context>
    <name>BalanceChart</name>
    <message>
        <source>Balance over time</source>
        <translation>Guthaben im Zeitverlauf</translation>
    </message>
</context>
<context>
    <name>BalancePanel</name>
    <message>
        <source>Amount due</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Available balance</source>
        <translation>Verfügbares Guthaben</translation>
    </message>
    <message>
        <source>Credit line</source>
        <translation>Kreditrahmen</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>Geschenkt</translation>
    </message>
    <message>
        <source>Granted balance</source>
        <translation>Geschenktes Guthaben</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>Aussicht</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>Pro Stunde</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Reserved balance</source>
        <translation>Reserviertes Guthaben</translation>
    </message>
    <message>
        <source>Spending per hour</source>
        <translation>Ausgaben pro Stunde</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>Aufladen …</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Total balance</source>
        <translation>Gesamtguthaben</translation>
    </message>
</context>
<context>
    <name>BannerBox</name>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>DiagnosisDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Diagnosis of Wallet Tray</source>
        <translation>Diagnose von Wallet Tray</translation>
    </message>
    <message>
        <source>Examine again</source>
        <translation>Erneut untersuchen</translation>
    </message>
    <message>
        <source>Looking at everything; this takes up to 15 seconds…</source>
        <translation>Alles wird untersucht; das dauert bis zu 15 Sekunden …</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>DropsList</name>
    <message>
        <source>Last drops</source>
        <translation>Letzte Abgänge</translation>
    </message>
    <message>
        <source>No spending seen yet</source>
        <translation>Noch keine Ausgaben</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>Was es war</translation>
    </message>
</context>
<context>
    <name>EraseConfirmation</name>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Erase the keys of all accounts, the recorded balances and the remembered alerts?</source>
        <translation>Die Schlüssel aller Konten, die aufgezeichneten Guthaben und die gemerkten Warnungen löschen?</translation>
    </message>
    <message>
        <source>You are signed out everywhere. Your settings stay. This cannot be undone.</source>
        <translation>Sie werden überall abgemeldet. Ihre Einstellungen bleiben. Das lässt sich nicht rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>ExportField</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>All that was recorded of this account, as a table (CSV).</source>
        <translation>Alles, was zu diesem Konto aufgezeichnet wurde, als Tabelle (CSV).</translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>Verlauf exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Diagnosis…</source>
        <translation>Diagnose …</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>Alles löschen …</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>Wird gelöscht …</translation>
    </message>
    <message>
        <source>Looks at all that the program depends on, and says what to do.</source>
        <translation>Untersucht alles, wovon das Programm abhängt, und sagt, was zu tun ist.</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Bei der Anmeldung starten</translation>
    </message>
    <message>
        <source>The keys of all accounts, recorded balances and remembered alerts.</source>
        <translation>Die Schlüssel aller Konten, aufgezeichnete Guthaben und gemerkte Warnungen.</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Messwert</translation>
    </message>
</context>
<context>
    <name>NewAccountDialog</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Id on the command line</source>
        <translation>Kennung auf der Befehlszeile</translation>
    </message>
    <message>
        <source>It stays the same when the account is renamed.</source>
        <translation>Sie bleibt gleich, wenn das Konto umbenannt wird.</translation>
    </message>
</context>
<context>
    <name>Popup</name>
    <message>
        <source>Wallet Tray</source>
        <translation>Wallet Tray</translation>
    </message>
</context>
<context>
    <name>PopupFooter</name>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Refreshing…</source>
        <translation>Aktualisiert …</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
</context>
<context>
    <name>PopupHeader</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Stumm schalten</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>RemovalConfirmation</name>
    <message>
        <source>Its key and its recorded balances as well</source>
        <translation>Auch den Schlüssel und die aufgezeichneten Guthaben</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove an account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>Remove the account “{name}”?</source>
        <translation>Das Konto „{name}“ entfernen?</translation>
    </message>
</context>
<context>
    <name>SettingFields</name>
    <message>
        <source>Cannot be used</source>
        <translation>Nicht zu gebrauchen</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>About</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the settings</source>
        <translation>Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>Zurücksetzen …</translation>
    </message>
    <message>
        <source>Set everything but your accounts back to its default?</source>
        <translation>Alles außer Ihren Konten auf die Vorgaben zurücksetzen?</translation>
    </message>
    <message>
        <source>Settings of Wallet Tray</source>
        <translation>Einstellungen von Wallet Tray</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>No program took the settings file. It is {path}.</source>
        <translation>Kein Programm hat die Einstellungsdatei geöffnet. Sie liegt hier: {path}.</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Enter an API key for {service}. It is checked with one call and then kept in your keyring; where there is none, in memory until you quit.</source>
        <translation>Geben Sie einen API-Schlüssel von {service} ein. Er wird mit einer Anfrage geprüft und dann in Ihrem Schlüsselbund aufbewahrt; wo es keinen gibt, im Speicher bis zum Beenden.</translation>
    </message>
    <message>
        <source>Get an API key…</source>
        <translation>API-Schlüssel holen …</translation>
    </message>
    <message>
        <source>It works for an hour at most; then you will be asked again.</source>
        <translation>Es gilt höchstens eine Stunde; danach werden Sie wieder gefragt.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in to {service}</source>
        <translation>Bei {service} anmelden</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>This is an access token</source>
        <translation>Das ist ein Zugriffstoken</translation>
    </message>
</context>
<context>
    <name>SnoozeMenu</name>
    <message>
        <source>For 1 hour</source>
        <translation>Für 1 Stunde</translation>
    </message>
    <message>
        <source>Resume alerts</source>
        <translation>Warnungen wieder zeigen</translation>
    </message>
    <message>
        <source>Snooze alerts</source>
        <translation>Warnungen stumm schalten</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Bis morgen</translation>
    </message>
    <message>
        <source>Until topped up</source>
        <translation>Bis zum Aufladen</translation>
    </message>
</context>
<context>
    <name>SpanSwitch</name>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 T</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 T</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigter Zeitraum</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Hide amounts</source>
        <translation>Beträge verbergen</translation>
    </message>
    <message>
        <source>Open wallet</source>
        <translation>Wallet öffnen</translation>
    </message>
    <message>
        <source>Pause refreshing</source>
        <translation>Aktualisierung anhalten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>Jetzt aktualisieren</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>Aufladen …</translation>
    </message>
</context>
<context>
    <name>TypedFields</name>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>Zeiteinheit</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
</context>
<context>
    <name>UpgradeNotice</name>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Wallet Tray was upgraded</source>
        <translation>Wallet Tray wurde aktualisiert</translation>
    </message>
    <message>
        <source>Wallet Tray was upgraded or removed since it was started. Quit it and start it again.</source>
        <translation>Wallet Tray wurde seit dem Start aktualisiert oder entfernt. Beenden Sie es und starten Sie es neu.</translation>
    </message>
</context>
<context>
    <name>WelcomeDialog</name>
    <message>
        <source>Icon of Wallet Tray</source>
        <translation>Symbol von Wallet Tray</translation>
    </message>
    <message>
        <source>It shows what is left in your {service} wallet, and tells you before it runs dry. You find it in the tray, as a small wallet that empties with yours.</source>
        <translation>Es zeigt, was in Ihrem Wallet bei {service} noch übrig ist, und meldet sich, bevor es leer wird. Sie finden es im Infobereich: eine kleine Geldbörse, die sich mit Ihrem Wallet leert.</translation>
    </message>
    <message>
        <source>Look at the demo</source>
        <translation>Demo ansehen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Bei der Anmeldung starten</translation>
    </message>
    <message>
        <source>The demo did not start. Type “wallet-tray --demo” in a terminal to see why.</source>
        <translation>Die Demo ist nicht gestartet. Geben Sie „wallet-tray --demo“ in einem Terminal ein, um zu sehen, warum.</translation>
    </message>
    <message>
        <source>To begin it needs an API key for {service}. The key is checked with one call and kept in your keyring.</source>
        <translation>Zu Beginn braucht es einen API-Schlüssel von {service}. Er wird mit einer Anfrage geprüft und in Ihrem Schlüsselbund aufbewahrt.</translation>
    </message>
    <message>
        <source>Welcome to Wallet Tray</source>
        <translation>Willkommen bei Wallet Tray</translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>A key is kept for this address alone; with another one you sign in again.</source>
        <translation>Ein Schlüssel gilt nur für diese Adresse; bei einer anderen melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>A meter</source>
        <translation>Füllstand</translation>
    </message>
    <message>
        <source>A notification when less than this is available.</source>
        <translation>Eine Benachrichtigung, wenn weniger als das verfügbar ist.</translation>
    </message>
    <message>
        <source>A notification when the wallet is projected to run dry sooner.</source>
        <translation>Eine Benachrichtigung, wenn das Wallet voraussichtlich früher leer ist.</translation>
    </message>
    <message>
        <source>A notification when you owe more than this.</source>
        <translation>Eine Benachrichtigung, wenn mehr als das zu zahlen ist.</translation>
    </message>
    <message>
        <source>A second and stronger notification.</source>
        <translation>Eine zweite, dringendere Benachrichtigung.</translation>
    </message>
    <message>
        <source>Amount due, above</source>
        <translation>Zu zahlen, mehr als</translation>
    </message>
    <message>
        <source>An API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>An access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Connections over https go through it.</source>
        <translation>Verbindungen über https laufen darüber.</translation>
    </message>
    <message>
        <source>Critical balance, below</source>
        <translation>Kritisches Guthaben, unter</translation>
    </message>
    <message>
        <source>Enter a name of 1 to 80 characters, in one line.</source>
        <translation>Geben Sie einen Namen mit 1 bis 80 Zeichen in einer Zeile ein.</translation>
    </message>
    <message>
        <source>Enter a number above 0.</source>
        <translation>Geben Sie eine Zahl über 0 ein.</translation>
    </message>
    <message>
        <source>Enter a time between 30 seconds and 24 hours.</source>
        <translation>Geben Sie eine Zeit zwischen 30 Sekunden und 24 Stunden ein.</translation>
    </message>
    <message>
        <source>Enter an https address without a user name. Plain http works on this computer only.</source>
        <translation>Geben Sie eine https-Adresse ohne Benutzernamen ein. Einfaches http funktioniert nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>Enter an https address, or nothing.</source>
        <translation>Geben Sie eine https-Adresse ein oder nichts.</translation>
    </message>
    <message>
        <source>Enter the address of a proxy, such as http://proxy.example:3128.</source>
        <translation>Geben Sie die Adresse eines Proxys ein, etwa http://proxy.example:3128.</translation>
    </message>
    <message>
        <source>For a dark panel</source>
        <translation>Für dunkle Leisten</translation>
    </message>
    <message>
        <source>For a light panel</source>
        <translation>Für helle Leisten</translation>
    </message>
    <message>
        <source>Hide amounts</source>
        <translation>Beträge verbergen</translation>
    </message>
    <message>
        <source>How often the balance is asked for.</source>
        <translation>Wie oft das Guthaben abgefragt wird.</translation>
    </message>
    <message>
        <source>Icon colours</source>
        <translation>Symbolfarben</translation>
    </message>
    <message>
        <source>Icon shows</source>
        <translation>Symbol zeigt</translation>
    </message>
    <message>
        <source>In colour, for any panel</source>
        <translation>Farbig, für alle Leisten</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Low balance, below</source>
        <translation>Niedriges Guthaben, unter</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Refresh every</source>
        <translation>Aktualisieren alle</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>Adresse des Dienstes</translation>
    </message>
    <message>
        <source>Signs in with</source>
        <translation>Meldet sich an mit</translation>
    </message>
    <message>
        <source>The number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>They are masked wherever they would be seen; the icon keeps its shape.</source>
        <translation>Sie sind überall verdeckt, wo sie zu sehen wären; das Symbol behält seine Form.</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Dieser</translation>
    </message>
    <message>
        <source>Time left, below</source>
        <translation>Verbleibende Zeit, unter</translation>
    </message>
    <message>
        <source>Top-up page</source>
        <translation>Seite zum Aufladen</translation>
    </message>
    <message>
        <source>What the account is called in the tray and in notifications.</source>
        <translation>Wie das Konto im Infobereich und in Benachrichtigungen heißt.</translation>
    </message>
    <message>
        <source>“Top up…” opens it. Without a page it is not offered.</source>
        <translation>„Aufladen …“ öffnet sie. Ohne eine Seite wird es nicht angeboten.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>&quot;api-key&quot; or &quot;access-token&quot;</source>
        <translation>&quot;api-key&quot; oder &quot;access-token&quot;</translation>
    </message>
    <message>
        <source>&quot;auto&quot; or a language code such as &quot;de&quot;</source>
        <translation>&quot;auto&quot; oder ein Sprachcode wie &quot;de&quot;</translation>
    </message>
    <message>
        <source>&quot;auto&quot;, &quot;light&quot;, &quot;dark&quot; or &quot;color&quot;</source>
        <translation>&quot;auto&quot;, &quot;light&quot;, &quot;dark&quot; oder &quot;color&quot;</translation>
    </message>
    <message>
        <source>&quot;meter&quot; or &quot;number&quot;</source>
        <translation>&quot;meter&quot; oder &quot;number&quot;</translation>
    </message>
    <message>
        <source>&quot;system&quot;, &quot;none&quot; or a proxy&apos;s URL</source>
        <translation>&quot;system&quot;, &quot;none&quot; oder die URL eines Proxys</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recorded balance(s) written to {file}.</source>
        <translation>
            <numerusform>%n aufgezeichnetes Guthaben in {file} geschrieben.</numerusform>
            <numerusform>%n aufgezeichnete Guthaben in {file} geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with unusual names</source>
        <translation>
            <numerusform>%n mit ungewöhnlichem Namen</numerusform>
            <numerusform>%n mit ungewöhnlichen Namen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 to 32 characters of a-z, 0-9, _ and -</source>
        <translation>1 bis 32 Zeichen aus a-z, 0-9, _ und -</translation>
    </message>
    <message>
        <source>A year or more left</source>
        <translation>Noch ein Jahr oder mehr</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>API key rejected</source>
        <translation>API-Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>API key unusable</source>
        <translation>API-Schlüssel unbrauchbar</translation>
    </message>
    <message numerus="yes">
        <source>About %n day(s) left</source>
        <translation>
            <numerusform>Noch etwa %n Tag</numerusform>
            <numerusform>Noch etwa %n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n hour(s) left</source>
        <translation>
            <numerusform>Noch etwa %n Stunde</numerusform>
            <numerusform>Noch etwa %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>Noch etwa %n Minute</numerusform>
            <numerusform>Noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n month(s) left</source>
        <translation>
            <numerusform>Noch etwa %n Monat</numerusform>
            <numerusform>Noch etwa %n Monate</numerusform>
        </translation>
    </message>
    <message>
        <source>About {time} left</source>
        <translation>Noch etwa {time}</translation>
    </message>
    <message>
        <source>Above your limit of {limit}.</source>
        <translation>Über Ihrer Grenze von {limit}.</translation>
    </message>
    <message>
        <source>Above your limits</source>
        <translation>Über Ihren Grenzen</translation>
    </message>
    <message>
        <source>Add a tray (also called notification area or status notifier) to your panel, or start a panel that has one.</source>
        <translation>Fügen Sie Ihrer Leiste einen Infobereich hinzu (auch Systemabschnitt oder Status Notifier genannt), oder starten Sie eine Leiste, die einen hat.</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Alles in Ordnung.</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Amount due: above {limit}</source>
        <translation>Zu zahlen: über {limit}</translation>
    </message>
    <message>
        <source>Amount due: {amount}</source>
        <translation>Zu zahlen: {amount}</translation>
    </message>
    <message>
        <source>Another copy of the program starts at login: {program}.</source>
        <translation>Bei der Anmeldung startet eine andere Kopie des Programms: {program}.</translation>
    </message>
    <message>
        <source>Another program has made {file} meanwhile. Nothing was replaced; choose another name.</source>
        <translation>Ein anderes Programm hat inzwischen {file} angelegt. Nichts wurde ersetzt; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Answer its question to go on.</source>
        <translation>Beantworten Sie seine Frage, dann geht es weiter.</translation>
    </message>
    <message>
        <source>Available: {amount}</source>
        <translation>Verfügbar: {amount}</translation>
    </message>
    <message>
        <source>Below your limit of {limit}, {pace}.</source>
        <translation>Unter Ihrer Grenze von {limit}, {pace}.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}.</source>
        <translation>Unter Ihrer Grenze von {limit}.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. Further use becomes a debt when the wallet is empty.</source>
        <translation>Unter Ihrer Grenze von {limit}. Weitere Nutzung wird zur Schuld, sobald das Wallet leer ist.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. Jobs stop when the wallet is empty.</source>
        <translation>Unter Ihrer Grenze von {limit}. Jobs ruhen, sobald das Wallet leer ist.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. The account is blocked when the wallet is empty.</source>
        <translation>Unter Ihrer Grenze von {limit}. Das Konto wird gesperrt, sobald das Wallet leer ist.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. The service may delete what you have there when the wallet is empty.</source>
        <translation>Unter Ihrer Grenze von {limit}. Der Dienst kann löschen, was Sie dort haben, sobald das Wallet leer ist.</translation>
    </message>
    <message>
        <source>Check api_url in {file}, and whether this network wants you to sign in to it.</source>
        <translation>Prüfen Sie api_url in {file} und ob dieses Netzwerk eine Anmeldung verlangt.</translation>
    </message>
    <message>
        <source>Check its permissions, or move it away to start over.</source>
        <translation>Prüfen Sie ihre Zugriffsrechte, oder verschieben Sie sie, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>Check its permissions, or move it away: a new one is begun.</source>
        <translation>Prüfen Sie die Zugriffsrechte, oder verschieben Sie die Datei: Ein neuer wird begonnen.</translation>
    </message>
    <message>
        <source>Check network.proxy in the settings and the system&apos;s proxy.</source>
        <translation>Prüfen Sie network.proxy in den Einstellungen und den Proxy des Systems.</translation>
    </message>
    <message>
        <source>Check the address in the settings, or look for a newer version of this program.</source>
        <translation>Prüfen Sie die Adresse in den Einstellungen oder suchen Sie eine neuere Version des Programms.</translation>
    </message>
    <message>
        <source>Check the network and {source}.</source>
        <translation>Prüfen Sie das Netzwerk und {source}.</translation>
    </message>
    <message>
        <source>Check the network connection and api_url in {file}.</source>
        <translation>Prüfen Sie die Netzwerkverbindung und api_url in {file}.</translation>
    </message>
    <message>
        <source>Check the network connection and its DNS server.</source>
        <translation>Prüfen Sie die Netzwerkverbindung und ihren DNS-Server.</translation>
    </message>
    <message>
        <source>Check the network connection and the address in settings.toml.</source>
        <translation>Prüfen Sie die Netzwerkverbindung und die Adresse in settings.toml.</translation>
    </message>
    <message>
        <source>Check the network connection.</source>
        <translation>Prüfen Sie die Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>Check their spelling.</source>
        <translation>Prüfen Sie ihre Schreibweise.</translation>
    </message>
    <message>
        <source>Check whether it belongs to an account with prepaid credit.</source>
        <translation>Prüfen Sie, ob Ihr Konto dort ein Guthaben führt.</translation>
    </message>
    <message>
        <source>Check whether it works in other programs, then run this again.</source>
        <translation>Prüfen Sie, ob er in anderen Programmen funktioniert, und untersuchen Sie erneut.</translation>
    </message>
    <message>
        <source>Check whether it works in other programs, then try again.</source>
        <translation>Prüfen Sie, ob er in anderen Programmen funktioniert, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Check whether the disk or network drive with your files works.</source>
        <translation>Prüfen Sie, ob das Laufwerk oder Netzlaufwerk mit Ihren Dateien funktioniert.</translation>
    </message>
    <message>
        <source>Check whether there is a newer version of this program.</source>
        <translation>Prüfen Sie, ob es eine neuere Version des Programms gibt.</translation>
    </message>
    <message>
        <source>Check whether this computer&apos;s clock is right.</source>
        <translation>Prüfen Sie, ob die Uhr dieses Computers richtig geht.</translation>
    </message>
    <message>
        <source>Check whether this network wants you to sign in to it, and api_url in {file}.</source>
        <translation>Prüfen Sie, ob dieses Netzwerk eine Anmeldung verlangt, und api_url in {file}.</translation>
    </message>
    <message>
        <source>Check whether this network wants you to sign in to it.</source>
        <translation>Prüfen Sie, ob dieses Netzwerk eine Anmeldung verlangt.</translation>
    </message>
    <message>
        <source>Check whether this network wants you to sign in to it. A company&apos;s own certificate belongs in the system&apos;s trust store.</source>
        <translation>Prüfen Sie, ob dieses Netzwerk eine Anmeldung verlangt. Das eigene Zertifikat einer Firma gehört in den Zertifikatspeicher des Systems.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Copy the whole of it once more and try again.</source>
        <translation>Kopieren Sie das Ganze noch einmal und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Correct it, or move it away to start over.</source>
        <translation>Berichtigen Sie sie, oder verschieben Sie sie, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>Correct the account in the settings file.</source>
        <translation>Berichtigen Sie das Konto in der Einstellungsdatei.</translation>
    </message>
    <message>
        <source>Correct the ones above first.</source>
        <translation>Berichtigen Sie zuerst die obigen.</translation>
    </message>
    <message>
        <source>Correct {key}.</source>
        <translation>Berichtigen Sie {key}.</translation>
    </message>
    <message>
        <source>Credentials are kept in: {keyring}.</source>
        <translation>Zugangsdaten werden aufbewahrt in: {keyring}.</translation>
    </message>
    <message>
        <source>Credit line: {amount}</source>
        <translation>Kreditrahmen: {amount}</translation>
    </message>
    <message>
        <source>Critical balance: {amount}</source>
        <translation>Kritisches Guthaben: {amount}</translation>
    </message>
    <message>
        <source>Critical: below {limit}</source>
        <translation>Kritisch: unter {limit}</translation>
    </message>
    <message>
        <source>Empty: blocked until the wallet is topped up</source>
        <translation>Leer: gesperrt, bis das Wallet aufgeladen ist</translation>
    </message>
    <message>
        <source>Empty: further use becomes a debt</source>
        <translation>Leer: weitere Nutzung wird zur Schuld</translation>
    </message>
    <message>
        <source>Empty: jobs stop until the wallet is topped up</source>
        <translation>Leer: Jobs ruhen, bis das Wallet aufgeladen ist</translation>
    </message>
    <message>
        <source>Empty: top up to continue</source>
        <translation>Leer: zum Weitermachen aufladen</translation>
    </message>
    <message>
        <source>Empty: what you have there may be deleted</source>
        <translation>Leer: was Sie dort haben, kann gelöscht werden</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Verschlüsselung (TLS)</translation>
    </message>
    <message>
        <source>End it and start it again: &apos;wallet-tray&apos;.</source>
        <translation>Beenden Sie es und starten Sie es neu: „wallet-tray“.</translation>
    </message>
    <message>
        <source>Everything else was erased.</source>
        <translation>Alles andere wurde gelöscht.</translation>
    </message>
    <message>
        <source>Everything was erased; your settings are kept.</source>
        <translation>Alles wurde gelöscht; Ihre Einstellungen sind noch da.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>For an icon, add &apos;Notification Area&apos; to the panel.</source>
        <translation>Für ein Symbol fügen Sie der Leiste „Notification Area“ hinzu.</translation>
    </message>
    <message>
        <source>For an icon, add &apos;Status Tray Plugin&apos; to the panel.</source>
        <translation>Für ein Symbol fügen Sie der Leiste „Status Tray Plugin“ hinzu.</translation>
    </message>
    <message>
        <source>For an icon, add &apos;XApp Status Applet&apos; to the panel.</source>
        <translation>Für ein Symbol fügen Sie der Leiste „XApp Status Applet“ hinzu.</translation>
    </message>
    <message>
        <source>For an icon, add a tray (also called notification area or status notifier) to your panel, or start a panel that has one.</source>
        <translation>Für ein Symbol fügen Sie Ihrer Leiste einen Infobereich hinzu (auch Systemabschnitt oder Status Notifier genannt), oder starten Sie eine Leiste, die einen hat.</translation>
    </message>
    <message>
        <source>For an icon, add the widget &apos;Status Notifier&apos; to the panel.</source>
        <translation>Für ein Symbol fügen Sie der Leiste das Bedienelement „Status Notifier“ hinzu.</translation>
    </message>
    <message>
        <source>For an icon, add the widget &apos;System Tray&apos; to a panel.</source>
        <translation>Für ein Symbol fügen Sie einer Leiste das Bedienelement „System Tray“ (Systemabschnitt) hinzu.</translation>
    </message>
    <message>
        <source>For an icon, install the extension &apos;AppIndicator and KStatusNotifierItem Support&apos; and switch it on.</source>
        <translation>Für ein Symbol installieren Sie die Erweiterung „AppIndicator and KStatusNotifierItem Support“ und schalten Sie sie ein.</translation>
    </message>
    <message>
        <source>For an icon, start a bar that has a tray, such as waybar with its module &apos;tray&apos;.</source>
        <translation>Für ein Symbol starten Sie eine Leiste mit Infobereich, etwa waybar mit dem Modul „tray“.</translation>
    </message>
    <message>
        <source>From {first} to {last}; lowest {lowest}, highest {highest}</source>
        <translation>Von {first} bis {last}; niedrigster Wert {lowest}, höchster {highest}</translation>
    </message>
    <message>
        <source>Further use becomes a debt until the wallet is topped up.</source>
        <translation>Weitere Nutzung wird zur Schuld, bis das Wallet aufgeladen ist.</translation>
    </message>
    <message>
        <source>GNOME has no tray of its own.</source>
        <translation>GNOME hat keinen eigenen Infobereich.</translation>
    </message>
    <message>
        <source>Give one of these accounts another id in {file}.</source>
        <translation>Geben Sie einem dieser Konten in {file} eine andere ID.</translation>
    </message>
    <message>
        <source>Granted: {amount}</source>
        <translation>Geschenkt: {amount}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>If that goes on, look for a newer version of this program.</source>
        <translation>Wenn das so bleibt, suchen Sie eine neuere Version des Programms.</translation>
    </message>
    <message>
        <source>In {file} {key} must be {must_be}; its default is in force.</source>
        <translation>In {file} muss {key} {must_be} sein; es gilt die Vorgabe.</translation>
    </message>
    <message>
        <source>In {file} {key} must be {must_be}; until then the account is switched off.</source>
        <translation>In {file} muss {key} {must_be} sein; bis dahin ist das Konto abgeschaltet.</translation>
    </message>
    <message>
        <source>Install it with the system&apos;s package manager, often as python3-sqlite3.</source>
        <translation>Installieren Sie es mit der Paketverwaltung des Systems, oft als python3-sqlite3.</translation>
    </message>
    <message>
        <source>Install the extension &apos;AppIndicator and KStatusNotifierItem Support&apos; and switch it on.</source>
        <translation>Installieren Sie die Erweiterung „AppIndicator and KStatusNotifierItem Support“ und schalten Sie sie ein.</translation>
    </message>
    <message>
        <source>Install the newest version of this program.</source>
        <translation>Installieren Sie die neueste Version dieses Programms.</translation>
    </message>
    <message>
        <source>Install {library} with the system&apos;s package manager.</source>
        <translation>Installieren Sie {library} mit der Paketverwaltung des Systems.</translation>
    </message>
    <message>
        <source>Is this computer&apos;s clock right?</source>
        <translation>Geht die Uhr dieses Computers richtig?</translation>
    </message>
    <message>
        <source>Is this computer&apos;s clock right? If it is, only the service can put that right.</source>
        <translation>Geht die Uhr dieses Computers richtig? Wenn ja, kann das nur der Dienst beheben.</translation>
    </message>
    <message>
        <source>Its website says why.</source>
        <translation>Warum, steht auf der Website des Dienstes.</translation>
    </message>
    <message>
        <source>Jobs stop until the wallet is topped up.</source>
        <translation>Jobs ruhen, bis das Wallet aufgeladen ist.</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Large drop: {amount}</source>
        <translation>Großer Abgang: {amount}</translation>
    </message>
    <message>
        <source>Loading the balance…</source>
        <translation>Guthaben wird geladen …</translation>
    </message>
    <message>
        <source>Log out and in again; DBUS_SESSION_BUS_ADDRESS must name the bus of this session.</source>
        <translation>Melden Sie sich ab und wieder an; DBUS_SESSION_BUS_ADDRESS muss den Bus dieser Sitzung nennen.</translation>
    </message>
    <message>
        <source>Low balance: {amount}</source>
        <translation>Niedriges Guthaben: {amount}</translation>
    </message>
    <message>
        <source>Low: below {limit}</source>
        <translation>Niedrig: unter {limit}</translation>
    </message>
    <message>
        <source>Make a new API key on your profile page and sign in again.</source>
        <translation>Erstellen Sie auf Ihrer Profilseite einen neuen API-Schlüssel und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Make a new one on your profile page and set it.</source>
        <translation>Erstellen Sie auf Ihrer Profilseite einen neuen und setzen Sie ihn.</translation>
    </message>
    <message>
        <source>Make a new one on your profile page and sign in again.</source>
        <translation>Erstellen Sie auf Ihrer Profilseite einen neuen und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Move it away, or have its owner changed to you.</source>
        <translation>Verschieben Sie ihn, oder lassen Sie sich als Eigentümer eintragen.</translation>
    </message>
    <message>
        <source>No balance since {since}</source>
        <translation>Kein Guthaben bekannt seit {since}</translation>
    </message>
    <message>
        <source>No balance yet</source>
        <translation>Noch kein Guthaben bekannt</translation>
    </message>
    <message>
        <source>No history yet</source>
        <translation>Noch kein Verlauf</translation>
    </message>
    <message>
        <source>No notification service runs now; one is started for the first notification.</source>
        <translation>Gerade läuft kein Benachrichtigungsdienst; bei der ersten Benachrichtigung wird einer gestartet.</translation>
    </message>
    <message>
        <source>No panel here has a tray.</source>
        <translation>Keine Leiste hier hat einen Infobereich.</translation>
    </message>
    <message>
        <source>No problem, {notes}.</source>
        <translation>Kein Problem, {notes}.</translation>
    </message>
    <message>
        <source>No usable account in the settings</source>
        <translation>Kein brauchbares Konto in den Einstellungen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Noch ist nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: {file} holds the headings alone.</source>
        <translation>Noch ist nichts aufgezeichnet: {file} enthält nur die Überschriften.</translation>
    </message>
    <message>
        <source>Nothing is recorded, as this Python lacks SQLite.</source>
        <translation>Nichts wird aufgezeichnet, da diesem Python SQLite fehlt.</translation>
    </message>
    <message>
        <source>Nothing to do: at the next balance it is set aside and a new one is begun.</source>
        <translation>Nichts zu tun: Bei der nächsten Aktualisierung wird er beiseitegelegt und ein neuer begonnen.</translation>
    </message>
    <message>
        <source>Nothing was entered.</source>
        <translation>Es wurde nichts eingegeben.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Notifications come through the tray icon on this system.</source>
        <translation>Benachrichtigungen kommen auf diesem System über das Symbol im Infobereich.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the icon&apos;s menu: its first rows carry the figures.</source>
        <translation>Öffnen Sie das Menü des Symbols: Die ersten Zeilen tragen die Zahlen.</translation>
    </message>
    <message>
        <source>Open the wallet by the tray icon; or use another notification service.</source>
        <translation>Öffnen Sie das Wallet über das Symbol, oder verwenden Sie einen anderen Benachrichtigungsdienst.</translation>
    </message>
    <message>
        <source>Other users of this computer can look into {folder}.</source>
        <translation>Andere Benutzer dieses Computers können in {folder} hineinsehen.</translation>
    </message>
    <message>
        <source>Overdrawn: blocked until the wallet is topped up</source>
        <translation>Überzogen: gesperrt, bis das Wallet aufgeladen ist</translation>
    </message>
    <message>
        <source>Overdrawn: further use adds to the debt</source>
        <translation>Überzogen: weitere Nutzung erhöht die Schuld</translation>
    </message>
    <message>
        <source>Overdrawn: jobs stop until the wallet is topped up</source>
        <translation>Überzogen: Jobs ruhen, bis das Wallet aufgeladen ist</translation>
    </message>
    <message>
        <source>Overdrawn: top up to continue</source>
        <translation>Überzogen: zum Weitermachen aufladen</translation>
    </message>
    <message>
        <source>Overdrawn: what you have there may be deleted</source>
        <translation>Überzogen: was Sie dort haben, kann gelöscht werden</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Put it back, or write an account into a new one.</source>
        <translation>Legen Sie die Datei zurück, oder tragen Sie ein Konto in eine neue ein.</translation>
    </message>
    <message>
        <source>Put the file back, or write the account that it is for into it.</source>
        <translation>Legen Sie die Datei zurück, oder tragen Sie das Konto ein, für das die Variable bestimmt ist.</translation>
    </message>
    <message>
        <source>Put them into the proxy&apos;s address, or ask whoever runs it.</source>
        <translation>Tragen Sie beides in die Adresse des Proxys ein, oder fragen Sie, wer ihn betreibt.</translation>
    </message>
    <message>
        <source>PySide6 {version} ends programs on Python {python} within hours (PYSIDE-3474).</source>
        <translation>PySide6 {version} beendet Programme auf Python {python} innerhalb von Stunden (PYSIDE-3474).</translation>
    </message>
    <message>
        <source>Quit it and start it again.</source>
        <translation>Beenden Sie es und starten Sie es neu.</translation>
    </message>
    <message>
        <source>Refreshing is paused.</source>
        <translation>Die Aktualisierung ist angehalten.</translation>
    </message>
    <message>
        <source>Reinstall this program.</source>
        <translation>Installieren Sie dieses Programm neu.</translation>
    </message>
    <message>
        <source>Reserved: {amount}</source>
        <translation>Reserviert: {amount}</translation>
    </message>
    <message>
        <source>Restart it, or log out and in again.</source>
        <translation>Starten Sie ihn neu, oder melden Sie sich ab und wieder an.</translation>
    </message>
    <message>
        <source>Restart your panel, or add a tray to it.</source>
        <translation>Starten Sie Ihre Leiste neu, oder fügen Sie ihr einen Infobereich hinzu.</translation>
    </message>
    <message>
        <source>Restart your panel, or log out and in again.</source>
        <translation>Starten Sie Ihre Leiste neu, oder melden Sie sich ab und wieder an.</translation>
    </message>
    <message>
        <source>Resume refreshing</source>
        <translation>Aktualisierung fortsetzen</translation>
    </message>
    <message>
        <source>Run &apos;wallet-tray balance&apos; to use it.</source>
        <translation>Führen Sie „wallet-tray balance“ aus, um ihn zu benutzen.</translation>
    </message>
    <message>
        <source>Run &apos;wallet-tray doctor --alerts&apos; to see what comes.</source>
        <translation>Führen Sie „wallet-tray doctor --alerts“ aus, um zu sehen, was kommt.</translation>
    </message>
    <message>
        <source>Run &apos;wallet-tray sign-in{option}&apos;.</source>
        <translation>Führen Sie „wallet-tray sign-in{option}“ aus.</translation>
    </message>
    <message>
        <source>Run this again in a while.</source>
        <translation>Versuchen Sie es in einer Weile noch einmal.</translation>
    </message>
    <message>
        <source>Run this in a terminal of the desktop itself.</source>
        <translation>Führen Sie das in einem Terminal der Arbeitsumgebung selbst aus.</translation>
    </message>
    <message>
        <source>Run this on the desktop to examine its tray; &apos;wallet-tray balance&apos; works everywhere.</source>
        <translation>Führen Sie das in der Arbeitsumgebung aus, um ihren Infobereich zu untersuchen; „wallet-tray balance“ funktioniert überall.</translation>
    </message>
    <message>
        <source>Run this on the desktop to examine them.</source>
        <translation>Führen Sie das in der Arbeitsumgebung aus, um sie zu untersuchen.</translation>
    </message>
    <message>
        <source>Run: chmod go-rwx {typed}</source>
        <translation>Führen Sie aus: chmod go-rwx {typed}</translation>
    </message>
    <message>
        <source>Run: pip install &apos;PySide6-Essentials&lt;6.12&apos;</source>
        <translation>Führen Sie aus: pip install &apos;PySide6-Essentials&lt;6.12&apos;</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Set XDG_DATA_HOME to a folder with a shorter path.</source>
        <translation>Setzen Sie XDG_DATA_HOME auf einen Ordner mit kürzerem Pfad.</translation>
    </message>
    <message>
        <source>Set the clock, or let the system do that by itself.</source>
        <translation>Stellen Sie die Uhr, oder lassen Sie das System das tun.</translation>
    </message>
    <message>
        <source>Set {key_variable} to an API key instead, which lasts.</source>
        <translation>Setzen Sie stattdessen {key_variable} auf einen API-Schlüssel; der gilt dauerhaft.</translation>
    </message>
    <message>
        <source>Set {variable} to the whole of it, or unset it.</source>
        <translation>Setzen Sie {variable} auf den vollständigen Wert, oder löschen Sie die Variable.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Sign in to your network, or put both into network.proxy in the settings.</source>
        <translation>Melden Sie sich an Ihrem Netzwerk an oder tragen Sie beides unter network.proxy in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>Sign in with an API key, which lasts.</source>
        <translation>Melden Sie sich mit einem API-Schlüssel an; der gilt dauerhaft.</translation>
    </message>
    <message>
        <source>Sign in with an API key.</source>
        <translation>Melden Sie sich mit einem API-Schlüssel an.</translation>
    </message>
    <message>
        <source>Sign in with one that may.</source>
        <translation>Melden Sie sich mit Zugangsdaten an, die das dürfen.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Since {since}, far more than this wallet usually spends.</source>
        <translation>Seit {since}, weit mehr als dieses Wallet sonst ausgibt.</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Stumm schalten</translation>
    </message>
    <message>
        <source>Something in this program went wrong.</source>
        <translation>In diesem Programm ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Spending per hour: {amount}</source>
        <translation>Ausgaben pro Stunde: {amount}</translation>
    </message>
    <message>
        <source>Start Wallet Tray once more to see this window again after closing it.</source>
        <translation>Starten Sie Wallet Tray noch einmal, um dieses Fenster nach dem Schließen wieder zu sehen.</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Bei der Anmeldung starten</translation>
    </message>
    <message>
        <source>Start it: &apos;wallet-tray&apos;.</source>
        <translation>Starten Sie es: „wallet-tray“.</translation>
    </message>
    <message>
        <source>Start one, such as dunst or mako; the tray icon carries every alert as well.</source>
        <translation>Starten Sie einen, etwa dunst oder mako; das Symbol zeigt jede Warnung ebenfalls.</translation>
    </message>
    <message>
        <source>Start the tray program: it thins the history out.</source>
        <translation>Starten Sie das Programm im Infobereich: Es dünnt den Verlauf aus.</translation>
    </message>
    <message>
        <source>Start your keyring (Secret Service or KWallet), or set {key_variable}.</source>
        <translation>Starten Sie Ihren Schlüsselbund (Secret Service oder KWallet), oder setzen Sie {key_variable}.</translation>
    </message>
    <message>
        <source>Start your keyring (Secret Service or KWallet), or sign in for this run only.</source>
        <translation>Starten Sie Ihren Schlüsselbund (Secret Service oder KWallet) oder melden Sie sich nur für diesmal an.</translation>
    </message>
    <message>
        <source>Start your keyring (Secret Service or KWallet).</source>
        <translation>Starten Sie Ihren Schlüsselbund (Secret Service oder KWallet).</translation>
    </message>
    <message>
        <source>Switch &apos;Start at login&apos; on in the settings to have this copy started.</source>
        <translation>Schalten Sie in den Einstellungen „Bei der Anmeldung starten“ ein, damit diese Kopie startet.</translation>
    </message>
    <message>
        <source>The access token ends at {since}</source>
        <translation>Das Zugriffstoken gilt nur bis {since}</translation>
    </message>
    <message>
        <source>The access token in {variable} no longer works: it lives for an hour at most.</source>
        <translation>Das Zugriffstoken in {variable} ist abgelaufen: Es gilt höchstens eine Stunde.</translation>
    </message>
    <message>
        <source>The access token in {variable} no longer works: it lives for an hour at most. Set {key_variable} instead and start the program again.</source>
        <translation>Das Zugriffstoken in {variable} ist abgelaufen: Es gilt höchstens eine Stunde. Setzen Sie stattdessen {key_variable} und starten Sie das Programm neu.</translation>
    </message>
    <message>
        <source>The access token no longer works: it lives for an hour at most.</source>
        <translation>Das Zugriffstoken ist abgelaufen: Es gilt höchstens eine Stunde.</translation>
    </message>
    <message>
        <source>The access token works for an hour at most.</source>
        <translation>Das Zugriffstoken gilt höchstens eine Stunde.</translation>
    </message>
    <message>
        <source>The account is blocked until the wallet is topped up.</source>
        <translation>Das Konto ist gesperrt, bis das Wallet aufgeladen ist.</translation>
    </message>
    <message>
        <source>The answer is a web page and not from {service}.</source>
        <translation>Die Antwort ist eine Webseite und nicht von {service}.</translation>
    </message>
    <message>
        <source>The answer of {service} could not be understood.</source>
        <translation>Die Antwort von {service} war nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The certificate of {host} has expired.</source>
        <translation>Das Zertifikat von {host} ist abgelaufen.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted by this system.</source>
        <translation>Dieses System vertraut dem Zertifikat von {host} nicht.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not valid yet.</source>
        <translation>Das Zertifikat von {host} ist noch nicht gültig.</translation>
    </message>
    <message>
        <source>The certificate of {service} is not valid yet.</source>
        <translation>Das Zertifikat von {service} ist noch nicht gültig.</translation>
    </message>
    <message>
        <source>The clock could not be compared: no service told the time.</source>
        <translation>Die Uhr ließ sich nicht vergleichen: Kein Dienst hat die Zeit genannt.</translation>
    </message>
    <message>
        <source>The connection to {host} is private: its certificate is trusted.</source>
        <translation>Die Verbindung zu {host} ist vertraulich: Das Zertifikat gilt als vertrauenswürdig.</translation>
    </message>
    <message>
        <source>The connection to {service} broke in the middle of an answer.</source>
        <translation>Die Verbindung zu {service} brach mitten in einer Antwort ab.</translation>
    </message>
    <message>
        <source>The connection to {service} is not private.</source>
        <translation>Die Verbindung zu {service} ist nicht vertraulich.</translation>
    </message>
    <message>
        <source>The copy of the program that was to start at login is gone. Switch it on to have this one started.</source>
        <translation>Die Kopie des Programms, die bei der Anmeldung starten sollte, ist nicht mehr da. Schalten Sie es ein, damit diese startet.</translation>
    </message>
    <message>
        <source>The disk is full, so {file} was not written.</source>
        <translation>Der Datenträger ist voll, darum wurde {file} nicht geschrieben.</translation>
    </message>
    <message>
        <source>The display that DISPLAY or WAYLAND_DISPLAY names cannot be used.</source>
        <translation>Der Bildschirm, den DISPLAY oder WAYLAND_DISPLAY nennt, ist nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>The folder of this program has a name that cannot be started at login. Move the program to another folder.</source>
        <translation>Der Ordner dieses Programms hat einen Namen, der sich bei der Anmeldung nicht starten lässt. Verschieben Sie das Programm in einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The folder {folder} is not yours alone, so Wallet Tray keeps nothing in it and does not start. Move it away, or have its owner changed to you.</source>
        <translation>Der Ordner {folder} gehört nicht Ihnen allein. Wallet Tray legt deshalb nichts darin ab und startet nicht. Verschieben Sie ihn, oder lassen Sie sich als Besitzer eintragen.</translation>
    </message>
    <message>
        <source>The folders of this program are open to you alone.</source>
        <translation>Die Ordner dieses Programms stehen nur Ihnen offen.</translation>
    </message>
    <message>
        <source>The folders of this program could not be looked at in time.</source>
        <translation>Die Ordner dieses Programms ließen sich nicht rechtzeitig untersuchen.</translation>
    </message>
    <message>
        <source>The history can be read, but is larger than it should grow: {size}.</source>
        <translation>Der Verlauf ist lesbar, aber größer, als er werden sollte: {size}.</translation>
    </message>
    <message>
        <source>The history can be read: {size}.</source>
        <translation>Der Verlauf ist lesbar: {size}.</translation>
    </message>
    <message>
        <source>The history could not be read in time.</source>
        <translation>Der Verlauf ließ sich nicht rechtzeitig lesen.</translation>
    </message>
    <message>
        <source>The history in {file} cannot be read.</source>
        <translation>Der Verlauf in {file} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The history in {file} is no history, or is damaged.</source>
        <translation>Der Verlauf in {file} ist keiner oder ist beschädigt.</translation>
    </message>
    <message>
        <source>The history was written by a newer version, so nothing is recorded.</source>
        <translation>Der Verlauf stammt von einer neueren Version, darum wird nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>The key in the environment stays in use.</source>
        <translation>Der Schlüssel aus der Umgebung wird weiter verwendet.</translation>
    </message>
    <message>
        <source>The keyring ({keyring}) did not do what was asked of it.</source>
        <translation>Der Schlüsselbund ({keyring}) hat nicht getan, was von ihm verlangt wurde.</translation>
    </message>
    <message>
        <source>The keyring ({keyring}) is locked, so nothing was looked up in it.</source>
        <translation>Der Schlüsselbund ({keyring}) ist gesperrt, darum wurde nichts darin nachgesehen.</translation>
    </message>
    <message>
        <source>The keyring did not take the key, so it is kept until you quit.</source>
        <translation>Der Schlüsselbund hat den Schlüssel nicht angenommen, darum bleibt er bis zum Beenden im Speicher.</translation>
    </message>
    <message>
        <source>The keyring does not answer.</source>
        <translation>Der Schlüsselbund antwortet nicht.</translation>
    </message>
    <message>
        <source>The keyring holds no {credential} for {host}.</source>
        <translation>Im Schlüsselbund fehlt für {host}: {credential}.</translation>
    </message>
    <message>
        <source>The keyring holds {the_credential}.</source>
        <translation>Der Schlüsselbund enthält {the_credential}.</translation>
    </message>
    <message>
        <source>The last known balance stays on show. Open Wallet Tray to see what is in the way.</source>
        <translation>Das zuletzt bekannte Guthaben bleibt sichtbar. Öffnen Sie Wallet Tray, um zu sehen, woran es liegt.</translation>
    </message>
    <message>
        <source>The log tells more.</source>
        <translation>Mehr steht im Protokoll.</translation>
    </message>
    <message>
        <source>The log tells more; please report it.</source>
        <translation>Mehr steht im Protokoll; bitte melden Sie den Fehler.</translation>
    </message>
    <message>
        <source>The log tells more; the program tries again by itself.</source>
        <translation>Mehr steht im Protokoll; das Programm versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>The name of the proxy, {proxy}, was not found.</source>
        <translation>Der Name des Proxys, {proxy}, wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The name {host} was not found in time.</source>
        <translation>Der Name {host} wurde nicht rechtzeitig gefunden.</translation>
    </message>
    <message>
        <source>The name {host} was not found.</source>
        <translation>Der Name {host} wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The notification service</source>
        <translation>Der Benachrichtigungsdienst</translation>
    </message>
    <message>
        <source>The notification service does not answer, so alerts may not be shown.</source>
        <translation>Der Benachrichtigungsdienst antwortet nicht, darum werden Warnungen vielleicht nicht gezeigt.</translation>
    </message>
    <message>
        <source>The package {package} is missing.</source>
        <translation>Das Paket {package} fehlt.</translation>
    </message>
    <message>
        <source>The path of the history is too long for SQLite, so nothing is recorded: {file}.</source>
        <translation>Der Pfad des Verlaufs ist für SQLite zu lang, daher wird nichts aufgezeichnet: {file}.</translation>
    </message>
    <message>
        <source>The program starts at login.</source>
        <translation>Das Programm startet bei der Anmeldung.</translation>
    </message>
    <message>
        <source>The program tries again by itself.</source>
        <translation>Das Programm versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>The proxy does not let this program through to {service}.</source>
        <translation>Der Proxy lässt dieses Programm nicht zu {service} durch.</translation>
    </message>
    <message>
        <source>The proxy from {source} cannot be used: it is {flaw}.</source>
        <translation>Proxy-Angabe nicht zu gebrauchen ({source}): {flaw}.</translation>
    </message>
    <message>
        <source>The proxy setting cannot be used.</source>
        <translation>Die Proxy-Einstellung ist nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>The proxy wants a user name and password.</source>
        <translation>Der Proxy verlangt Benutzername und Passwort.</translation>
    </message>
    <message>
        <source>The proxy {proxy} cannot be reached, or does not let us through ({detail}).</source>
        <translation>Der Proxy {proxy} ist nicht erreichbar oder lässt uns nicht durch ({detail}).</translation>
    </message>
    <message>
        <source>The proxy {proxy} wants a user name and password.</source>
        <translation>Der Proxy {proxy} verlangt Benutzernamen und Passwort.</translation>
    </message>
    <message>
        <source>The session bus (D-Bus) cannot be reached, and trays are found through it.</source>
        <translation>Der Sitzungsbus (D-Bus) ist nicht erreichbar; über ihn wird der Infobereich gefunden.</translation>
    </message>
    <message>
        <source>The session bus (D-Bus) cannot be reached, so no alert can be shown.</source>
        <translation>Der Sitzungsbus (D-Bus) ist nicht erreichbar, darum lässt sich keine Warnung zeigen.</translation>
    </message>
    <message>
        <source>The settings could not be read in time, and no account was examined.</source>
        <translation>Die Einstellungen ließen sich nicht rechtzeitig lesen, und kein Konto wurde untersucht.</translation>
    </message>
    <message>
        <source>The settings file cannot be read. Check its permissions.</source>
        <translation>Die Einstellungsdatei ist nicht lesbar. Prüfen Sie ihre Zugriffsrechte.</translation>
    </message>
    <message>
        <source>The settings file is no valid TOML, so it is not in force. Correct settings.toml.</source>
        <translation>Die Einstellungsdatei ist kein gültiges TOML und gilt darum nicht. Berichtigen Sie settings.toml.</translation>
    </message>
    <message>
        <source>The settings need a look</source>
        <translation>Die Einstellungen sind zu prüfen</translation>
    </message>
    <message>
        <source>The settings of {service} cannot be used.</source>
        <translation>Die Einstellungen von {service} sind nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>The settings were not saved: the disk is full.</source>
        <translation>Die Einstellungen wurden nicht gespeichert: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The settings were not saved: the file cannot be written. Check its permissions.</source>
        <translation>Die Einstellungen wurden nicht gespeichert: Die Datei lässt sich nicht schreiben. Prüfen Sie ihre Zugriffsrechte.</translation>
    </message>
    <message>
        <source>The settings were not saved: the file was written by a newer version.</source>
        <translation>Die Einstellungen wurden nicht gespeichert: Die Datei stammt von einer neueren Version.</translation>
    </message>
    <message>
        <source>The title carries the balance; for more, use another notification service.</source>
        <translation>Der Titel nennt das Guthaben; für mehr verwenden Sie einen anderen Benachrichtigungsdienst.</translation>
    </message>
    <message>
        <source>The tray does not answer.</source>
        <translation>Der Infobereich antwortet nicht.</translation>
    </message>
    <message>
        <source>The tray icon cannot be shown: the system library {library} is missing.</source>
        <translation>Das Symbol lässt sich nicht zeigen: Die Systembibliothek {library} fehlt.</translation>
    </message>
    <message>
        <source>The tray is part of this system.</source>
        <translation>Der Infobereich gehört zu diesem System.</translation>
    </message>
    <message>
        <source>The tray program does not run.</source>
        <translation>Das Programm im Infobereich läuft nicht.</translation>
    </message>
    <message>
        <source>The tray program runs, but a second start cannot reach it.</source>
        <translation>Das Programm im Infobereich läuft, aber ein zweiter Start erreicht es nicht.</translation>
    </message>
    <message>
        <source>The tray program runs, but does not react.</source>
        <translation>Das Programm im Infobereich läuft, reagiert aber nicht.</translation>
    </message>
    <message>
        <source>The tray program runs.</source>
        <translation>Das Programm im Infobereich läuft.</translation>
    </message>
    <message>
        <source>The {credential} comes from {variable}, not from the keyring.</source>
        <translation>{credential}: kommt aus {variable}, nicht aus dem Schlüsselbund.</translation>
    </message>
    <message>
        <source>There is a tray of the older kind (XEmbed), and it shows tooltips.</source>
        <translation>Es gibt einen Infobereich älterer Art (XEmbed), und er zeigt Kurzinfos.</translation>
    </message>
    <message>
        <source>There is a tray{by}, and it shows tooltips.</source>
        <translation>Es gibt einen Infobereich{by}, und er zeigt Kurzinfos.</translation>
    </message>
    <message>
        <source>There is a tray{by}, but this desktop shows no tooltips.</source>
        <translation>Es gibt einen Infobereich{by}, aber diese Arbeitsumgebung zeigt keine Kurzinfos.</translation>
    </message>
    <message>
        <source>There is no desktop here that shows notifications.</source>
        <translation>Hier gibt es keine Arbeitsumgebung, die Benachrichtigungen zeigt.</translation>
    </message>
    <message>
        <source>There is no display here, and so no tray.</source>
        <translation>Hier gibt es keinen Bildschirm und darum keinen Infobereich.</translation>
    </message>
    <message>
        <source>There is no keyring here, so the key is kept in memory until you quit.</source>
        <translation>Hier gibt es keinen Schlüsselbund, darum bleibt der Schlüssel bis zum Beenden im Speicher.</translation>
    </message>
    <message>
        <source>There is no keyring to keep credentials in.</source>
        <translation>Es gibt keinen Schlüsselbund, der Zugangsdaten aufbewahrt.</translation>
    </message>
    <message>
        <source>There is no keyring to remove the keys from.</source>
        <translation>Es gibt keinen Schlüsselbund, aus dem die Schlüssel zu entfernen wären.</translation>
    </message>
    <message>
        <source>There is no keyring to take {the_credential} from.</source>
        <translation>Es gibt keinen Schlüsselbund, der {the_credential} hätte.</translation>
    </message>
    <message>
        <source>There is no keyring; {variable} is used instead.</source>
        <translation>Es gibt keinen Schlüsselbund; stattdessen wird {variable} benutzt.</translation>
    </message>
    <message>
        <source>There is no notification service, so no alert can be shown.</source>
        <translation>Es gibt keinen Benachrichtigungsdienst, darum lässt sich keine Warnung zeigen.</translation>
    </message>
    <message>
        <source>There is no settings file, so the defaults are in force.</source>
        <translation>Es gibt keine Einstellungsdatei, darum gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>There is no wallet at the address of {service}.</source>
        <translation>An der Adresse von {service} gibt es kein Wallet.</translation>
    </message>
    <message numerus="yes">
        <source>There is something wrong with %n more value(s).</source>
        <translation>
            <numerusform>Mit %n weiteren Wert stimmt etwas nicht.</numerusform>
            <numerusform>Mit %n weiteren Werten stimmt etwas nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is something wrong with one more value.</source>
        <translation>Mit einem weiteren Wert stimmt etwas nicht.</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>Die Antwort kam nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: it is longer than 8,192 characters.</source>
        <translation>Das kann unmöglich {a_credential} sein: Es ist länger als 8192 Zeichen.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are characters in it that are not allowed.</source>
        <translation>Das kann unmöglich {a_credential} sein: Es enthält Zeichen, die darin nicht vorkommen.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are control characters in it.</source>
        <translation>Das kann unmöglich {a_credential} sein: Es enthält Steuerzeichen.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are spaces or line breaks in it.</source>
        <translation>Das kann unmöglich {a_credential} sein: Es enthält Leerzeichen oder Zeilenenden.</translation>
    </message>
    <message>
        <source>This check failed by a fault of the program.</source>
        <translation>Diese Untersuchung scheiterte an einem Fehler des Programms.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock agrees with that of {host}.</source>
        <translation>Die Uhr dieses Computers stimmt mit der von {host} überein.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {amount} ahead of that of {host}.</source>
        <translation>Die Uhr dieses Computers geht gegenüber {host} um {amount} vor.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {amount} behind that of {host}.</source>
        <translation>Die Uhr dieses Computers geht gegenüber {host} um {amount} nach.</translation>
    </message>
    <message>
        <source>This copy of the program runs only from where it was started. Install it to have it started at login.</source>
        <translation>Diese Kopie des Programms läuft nur von dort, wo sie gestartet wurde. Installieren Sie es, damit es bei der Anmeldung startet.</translation>
    </message>
    <message>
        <source>This desktop shows no tray icons, so the wallet has a window of its own.</source>
        <translation>Diese Arbeitsumgebung zeigt keine Symbole im Infobereich, darum hat das Wallet ein eigenes Fenster.</translation>
    </message>
    <message>
        <source>Time left: below {limit}</source>
        <translation>Verbleibende Zeit: unter {limit}</translation>
    </message>
    <message>
        <source>Time left: not enough data yet</source>
        <translation>Verbleibende Zeit: noch zu wenig Daten</translation>
    </message>
    <message>
        <source>To have this one started, switch &apos;Start at login&apos; off and on in its settings.</source>
        <translation>Damit diese startet, schalten Sie in ihren Einstellungen „Bei der Anmeldung starten“ aus und wieder ein.</translation>
    </message>
    <message>
        <source>To keep a credential, start your keyring (Secret Service or KWallet).</source>
        <translation>Um Zugangsdaten aufzubewahren, starten Sie Ihren Schlüsselbund (Secret Service oder KWallet).</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>Aufladen</translation>
    </message>
    <message>
        <source>Top up soon: the service may delete what you have there.</source>
        <translation>Laden Sie bald auf: Der Dienst kann löschen, was Sie dort haben.</translation>
    </message>
    <message>
        <source>Top up to continue.</source>
        <translation>Laden Sie auf, um weiterzumachen.</translation>
    </message>
    <message>
        <source>Total: {amount}</source>
        <translation>Gesamt: {amount}</translation>
    </message>
    <message>
        <source>Total: {total}, reserved: {reserved}</source>
        <translation>Gesamt: {total}, reserviert: {reserved}</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Infobereich</translation>
    </message>
    <message>
        <source>Tray icons are registered here{by}, but no panel shows them.</source>
        <translation>Hier sind Symbole angemeldet{by}, aber keine Leiste zeigt sie.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation>Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Try again; if that goes on, log out and in again.</source>
        <translation>Versuchen Sie es erneut; wenn es so bleibt, melden Sie sich ab und wieder an.</translation>
    </message>
    <message>
        <source>Unlock it and run this again, or set {key_variable}.</source>
        <translation>Entsperren Sie ihn und untersuchen Sie erneut, oder setzen Sie {key_variable}.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Entsperren Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Updated {time}</source>
        <translation>Stand {time}</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Wallet Tray cannot make sure that it runs only once, as no file can be locked in {folder}. Check whether the folder is there and open to you.</source>
        <translation>Wallet Tray kann nicht sicherstellen, dass es nur einmal läuft, denn in {folder} lässt sich keine Datei sperren. Prüfen Sie, ob es den Ordner gibt und ob Sie Zugriff haben.</translation>
    </message>
    <message>
        <source>Wallet Tray ended unexpectedly three times in a row.</source>
        <translation>Wallet Tray wurde dreimal nacheinander unerwartet beendet.</translation>
    </message>
    <message>
        <source>Wallet Tray runs already on the computer {computer}, which uses the same home folder. End it there to have it here.</source>
        <translation>Wallet Tray läuft schon auf dem Computer {computer}, der denselben persönlichen Ordner benutzt. Beenden Sie es dort, um es hier zu haben.</translation>
    </message>
    <message>
        <source>Wallet Tray runs already, but does not answer. End it ({process}), then start it again.</source>
        <translation>Wallet Tray läuft schon, antwortet aber nicht. Beenden Sie es ({process}) und starten Sie es dann neu.</translation>
    </message>
    <message>
        <source>Wallet Tray runs already, but does not answer. It hangs, or runs on another computer that uses the same home folder. End it, then start it again.</source>
        <translation>Wallet Tray läuft schon, antwortet aber nicht. Es hängt, oder es läuft auf einem anderen Computer, der denselben persönlichen Ordner benutzt. Beenden Sie es und starten Sie es dann neu.</translation>
    </message>
    <message>
        <source>Wallet Tray runs already, on another display. End it there to have it here.</source>
        <translation>Wallet Tray läuft schon, auf einem anderen Bildschirm. Beenden Sie es dort, um es hier zu haben.</translation>
    </message>
    <message>
        <source>Wallet Tray was upgraded or removed since it was started.</source>
        <translation>Wallet Tray wurde seit dem Start aktualisiert oder entfernt.</translation>
    </message>
    <message>
        <source>Wallet empty: {amount}</source>
        <translation>Wallet leer: {amount}</translation>
    </message>
    <message>
        <source>What answers at {host} shows the certificate of another host.</source>
        <translation>Was bei {host} antwortet, zeigt das Zertifikat eines anderen Rechners.</translation>
    </message>
    <message>
        <source>What answers at {host} speaks no usable TLS.</source>
        <translation>Was bei {host} antwortet, spricht kein brauchbares TLS.</translation>
    </message>
    <message>
        <source>What is set for {service} cannot be {a_credential}.</source>
        <translation>Was für {service} hinterlegt ist, kann unmöglich {a_credential} sein.</translation>
    </message>
    <message>
        <source>What is to start at login is gone, or no longer finds the program: {program}.</source>
        <translation>Was bei der Anmeldung starten soll, ist nicht mehr da oder findet das Programm nicht mehr: {program}.</translation>
    </message>
    <message>
        <source>What starts at login could not be looked at in time.</source>
        <translation>Was bei der Anmeldung startet, ließ sich nicht rechtzeitig untersuchen.</translation>
    </message>
    <message>
        <source>What the keyring holds cannot be {a_credential}.</source>
        <translation>Was der Schlüsselbund enthält, kann unmöglich {a_credential} sein.</translation>
    </message>
    <message>
        <source>What {variable} holds cannot be a credential. Set the whole of it and start the program again.</source>
        <translation>Was in {variable} steht, kann nicht zum Anmelden dienen. Setzen Sie den vollständigen Wert und starten Sie das Programm neu.</translation>
    </message>
    <message>
        <source>What {variable} holds cannot be {a_credential}.</source>
        <translation>Was in {variable} steht, kann unmöglich {a_credential} sein.</translation>
    </message>
    <message>
        <source>Whether {keyring} holds {the_credential} was not looked up: it might ask for a password.</source>
        <translation>Ob {keyring} {the_credential} enthält, wurde nicht nachgesehen: Es könnte nach einem Passwort gefragt werden.</translation>
    </message>
    <message>
        <source>Write it like http://proxy.example:3128, or set network.proxy to &quot;none&quot;.</source>
        <translation>Schreiben Sie ihn wie http://proxy.example:3128, oder setzen Sie network.proxy auf &quot;none&quot;.</translation>
    </message>
    <message>
        <source>You are not signed in to {service}.</source>
        <translation>Sie sind bei {service} nicht angemeldet.</translation>
    </message>
    <message>
        <source>Your keyring did not do what was asked of it.</source>
        <translation>Ihr Schlüsselbund hat nicht getan, was von ihm verlangt wurde.</translation>
    </message>
    <message>
        <source>Your keyring failed, so the keys in it could not be removed.</source>
        <translation>Ihr Schlüsselbund ist gestört, darum konnten die Schlüssel darin nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Your keyring is locked, so the keys in it could not be removed.</source>
        <translation>Ihr Schlüsselbund ist gesperrt, darum konnten die Schlüssel darin nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Your keyring is locked.</source>
        <translation>Ihr Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Your keyring is waiting to be unlocked.</source>
        <translation>Ihr Schlüsselbund wartet darauf, entsperrt zu werden.</translation>
    </message>
    <message>
        <source>Your keyring is waiting to be unlocked; the keys in it are removed when you do.</source>
        <translation>Ihr Schlüsselbund wartet darauf, entsperrt zu werden; dann werden die Schlüssel darin entfernt.</translation>
    </message>
    <message>
        <source>Your list of programs that start at login cannot be changed. Check the permissions of its folder.</source>
        <translation>Die Liste der Programme, die bei der Anmeldung starten, lässt sich nicht ändern. Prüfen Sie die Zugriffsrechte ihres Ordners.</translation>
    </message>
    <message>
        <source>a list of tables</source>
        <translation>eine Liste von Tabellen</translation>
    </message>
    <message>
        <source>a number from 0 on</source>
        <translation>eine Zahl ab 0</translation>
    </message>
    <message>
        <source>a number from 30 to 86400</source>
        <translation>eine Zahl von 30 bis 86400</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>a table of texts</source>
        <translation>eine Tabelle von Texten</translation>
    </message>
    <message>
        <source>a wallet service whose description has no errors</source>
        <translation>ein Dienst, dessen Beschreibung fehlerfrei ist</translation>
    </message>
    <message>
        <source>a whole number from 1 on</source>
        <translation>eine ganze Zahl ab 1</translation>
    </message>
    <message>
        <source>access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>access token ended</source>
        <translation>Zugriffstoken abgelaufen</translation>
    </message>
    <message>
        <source>account blocked</source>
        <translation>Konto gesperrt</translation>
    </message>
    <message>
        <source>address not found</source>
        <translation>Adresse nicht gefunden</translation>
    </message>
    <message>
        <source>alerts snoozed</source>
        <translation>Warnungen stumm</translation>
    </message>
    <message>
        <source>amount due above the limit</source>
        <translation>zu zahlen über der Grenze</translation>
    </message>
    <message>
        <source>an API key</source>
        <translation>ein API-Schlüssel</translation>
    </message>
    <message>
        <source>an access token</source>
        <translation>ein Zugriffstoken</translation>
    </message>
    <message>
        <source>an https address without a user name</source>
        <translation>eine https-Adresse ohne Benutzernamen</translation>
    </message>
    <message>
        <source>an https address, or empty</source>
        <translation>eine https-Adresse oder leer</translation>
    </message>
    <message>
        <source>an id of its own</source>
        <translation>eine eigene Kennung</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>answer cut off</source>
        <translation>Antwort abgebrochen</translation>
    </message>
    <message>
        <source>answer not understood</source>
        <translation>Antwort nicht verständlich</translation>
    </message>
    <message>
        <source>as this wallet service asks for it</source>
        <translation>so angegeben, wie dieser Dienst es verlangt</translation>
    </message>
    <message>
        <source>asked too often</source>
        <translation>zu oft gefragt</translation>
    </message>
    <message>
        <source>at the last day&apos;s pace</source>
        <translation>beim Tempo des letzten Tages</translation>
    </message>
    <message>
        <source>at the last hour&apos;s pace</source>
        <translation>beim Tempo der letzten Stunde</translation>
    </message>
    <message>
        <source>at the last week&apos;s pace</source>
        <translation>beim Tempo der letzten Woche</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>(Stand {time})</translation>
    </message>
    <message>
        <source>connection not private</source>
        <translation>Verbindung nicht vertraulich</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>fault in this program</source>
        <translation>Fehler in diesem Programm</translation>
    </message>
    <message>
        <source>in [accounts.alerts], in that account&apos;s own unit</source>
        <translation>in [accounts.alerts] stehen, in der Einheit des Kontos</translation>
    </message>
    <message>
        <source>keyring failed</source>
        <translation>Schlüsselbund gestört</translation>
    </message>
    <message>
        <source>keyring locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>wird geladen</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>network.proxy in the settings</source>
        <translation>network.proxy in den Einstellungen</translation>
    </message>
    <message>
        <source>no URL</source>
        <translation>keine URL</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>no keyring</source>
        <translation>kein Schlüsselbund</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>no usable account in the settings</source>
        <translation>kein brauchbares Konto in den Einstellungen</translation>
    </message>
    <message>
        <source>no wallet</source>
        <translation>kein Wallet</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>not the service</source>
        <translation>nicht der Dienst</translation>
    </message>
    <message>
        <source>of an unknown kind</source>
        <translation>unbekannte Art</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>one line of 1 to 80 printable characters, not all of them blank</source>
        <translation>eine Zeile mit 1 bis 80 druckbaren Zeichen und nicht nur Leerzeichen</translation>
    </message>
    <message>
        <source>one that this wallet service offers</source>
        <translation>eine, die dieser Dienst anbietet</translation>
    </message>
    <message>
        <source>overdrawn</source>
        <translation>überzogen</translation>
    </message>
    <message>
        <source>proxy refused</source>
        <translation>Proxy lehnt ab</translation>
    </message>
    <message>
        <source>proxy unusable</source>
        <translation>Proxy unbrauchbar</translation>
    </message>
    <message>
        <source>proxy wants a login</source>
        <translation>Proxy verlangt Anmeldung</translation>
    </message>
    <message>
        <source>refreshing paused</source>
        <translation>Aktualisierung angehalten</translation>
    </message>
    <message>
        <source>request refused</source>
        <translation>Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>restart needed</source>
        <translation>Neustart nötig</translation>
    </message>
    <message>
        <source>sent elsewhere</source>
        <translation>anderswohin verwiesen</translation>
    </message>
    <message>
        <source>service has trouble</source>
        <translation>Dienst gestört</translation>
    </message>
    <message>
        <source>settings unusable</source>
        <translation>Einstellungen unbrauchbar</translation>
    </message>
    <message>
        <source>settings.toml is gone. Put it back, or change a setting to make a new one.</source>
        <translation>settings.toml ist nicht mehr da. Legen Sie die Datei zurück, oder ändern Sie eine Einstellung, um eine neue anzulegen.</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>the API key</source>
        <translation>den API-Schlüssel</translation>
    </message>
    <message>
        <source>the access token</source>
        <translation>das Zugriffstoken</translation>
    </message>
    <message>
        <source>the address of your own service</source>
        <translation>die Adresse Ihres eigenen Dienstes</translation>
    </message>
    <message>
        <source>the id of a known wallet service</source>
        <translation>die Kennung eines bekannten Dienstes</translation>
    </message>
    <message>
        <source>the system or its environment</source>
        <translation>das System oder seine Umgebung</translation>
    </message>
    <message>
        <source>time left below the limit</source>
        <translation>verbleibende Zeit unter der Grenze</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>waiting for keyring</source>
        <translation>wartet auf Schlüsselbund</translation>
    </message>
    <message>
        <source>{amount} after topping up {added}</source>
        <translation>{amount} nach Aufladen von {added}</translation>
    </message>
    <message>
        <source>{count} more values in {file} cannot be used.</source>
        <translation>{count} weitere Werte in {file} sind nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>{daemon} shows notifications, but no buttons on them.</source>
        <translation>{daemon} zeigt Benachrichtigungen, aber keine Knöpfe daran.</translation>
    </message>
    <message>
        <source>{daemon} shows notifications, with buttons.</source>
        <translation>{daemon} zeigt Benachrichtigungen, mit Knöpfen.</translation>
    </message>
    <message>
        <source>{daemon} shows only the title of a notification.</source>
        <translation>{daemon} zeigt von einer Benachrichtigung nur den Titel.</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{do}</source>
        <translation>{do}</translation>
    </message>
    <message>
        <source>{file} cannot be read, and no account was examined.</source>
        <translation>{file} ist nicht lesbar, und kein Konto wurde untersucht.</translation>
    </message>
    <message>
        <source>{file} cannot be written. Choose another folder.</source>
        <translation>{file} lässt sich nicht schreiben. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{file} could not be removed; remove it by hand.</source>
        <translation>{file} konnte nicht entfernt werden; entfernen Sie die Datei von Hand.</translation>
    </message>
    <message>
        <source>{file} has keys that are not known and have no effect: {keys}.</source>
        <translation>{file} hat Schlüsselwörter, die nicht bekannt sind und nichts bewirken: {keys}.</translation>
    </message>
    <message>
        <source>{file} holds the proxy&apos;s password, and other users of this computer can read it.</source>
        <translation>{file} enthält das Passwort des Proxys, und andere Benutzer dieses Computers können es lesen.</translation>
    </message>
    <message>
        <source>{file} is no valid TOML, so it is not in force, and no account was examined.</source>
        <translation>{file} ist kein gültiges TOML und gilt darum nicht; kein Konto wurde untersucht.</translation>
    </message>
    <message>
        <source>{file} is read without a fault.</source>
        <translation>{file} wird fehlerfrei gelesen.</translation>
    </message>
    <message>
        <source>{file} was written by a newer version: it is used, but never changed.</source>
        <translation>{file} stammt von einer neueren Version: Sie wird benutzt, aber nie geändert.</translation>
    </message>
    <message>
        <source>{file}, which listed accounts, is gone, and no account was examined.</source>
        <translation>{file} enthielt Konten und ist nicht mehr da; kein Konto wurde untersucht.</translation>
    </message>
    <message>
        <source>{folder} belongs to another user, so nothing is kept there.</source>
        <translation>{folder} gehört einem anderen Benutzer, darum wird dort nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>{host} answers.</source>
        <translation>{host} antwortet.</translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation>{host} hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>{host} is asked directly, without a proxy.</source>
        <translation>{host} wird direkt gefragt, ohne Proxy.</translation>
    </message>
    <message>
        <source>{host} is asked through the proxy {proxy}, from {source}.</source>
        <translation>{host} wird über den Proxy {proxy} gefragt ({source}).</translation>
    </message>
    <message>
        <source>{host} is this computer itself, asked without TLS.</source>
        <translation>{host} ist dieser Computer selbst und wird ohne TLS gefragt.</translation>
    </message>
    <message>
        <source>{key} in settings.toml must be {must_be}; until then the account is switched off.</source>
        <translation>{key} in settings.toml muss {must_be} sein; bis dahin ist das Konto abgeschaltet.</translation>
    </message>
    <message>
        <source>{key} in settings.toml must be {must_be}; until then the default is in force.</source>
        <translation>{key} in settings.toml muss {must_be} sein; bis dahin gilt die Vorgabe.</translation>
    </message>
    <message>
        <source>{left}</source>
        <translation>{left}</translation>
    </message>
    <message>
        <source>{left} (up to {longest}) {pace}</source>
        <translation>{left} (bis zu {longest}) {pace}</translation>
    </message>
    <message>
        <source>{left} ({shortest} or more) {pace}</source>
        <translation>{left} ({shortest} oder mehr) {pace}</translation>
    </message>
    <message>
        <source>{left} ({shortest} to {longest}) {pace}</source>
        <translation>{left} ({shortest} bis {longest}) {pace}</translation>
    </message>
    <message>
        <source>{left} {pace}</source>
        <translation>{left} {pace}</translation>
    </message>
    <message>
        <source>{left} {pace}.</source>
        <translation>{left} {pace}.</translation>
    </message>
    <message numerus="yes">
        <source>{name} and %n more</source>
        <translation>
            <numerusform>{name} und %n weiterer</numerusform>
            <numerusform>{name} und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>{problems}, {notes}.</source>
        <translation>{problems}, {notes}.</translation>
    </message>
    <message>
        <source>{service} accepts {the_credential} and tells the balance.</source>
        <translation>{service} nimmt {the_credential} an und nennt das Guthaben.</translation>
    </message>
    <message>
        <source>{service} asks to be asked less often.</source>
        <translation>{service} bittet darum, seltener gefragt zu werden.</translation>
    </message>
    <message>
        <source>{service} cannot be reached.</source>
        <translation>{service} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>{service} did not accept the request.</source>
        <translation>{service} hat die Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>{service} did not answer in time.</source>
        <translation>{service} hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>{service} does not let {the_credential} read the balance.</source>
        <translation>{service} lässt {the_credential} das Guthaben nicht lesen.</translation>
    </message>
    <message>
        <source>{service} has blocked this account.</source>
        <translation>{service} hat dieses Konto gesperrt.</translation>
    </message>
    <message>
        <source>{service} has no wallet for {the_credential}.</source>
        <translation>{service} hat kein Wallet für {the_credential}.</translation>
    </message>
    <message>
        <source>{service} has trouble at the moment.</source>
        <translation>{service} hat gerade Schwierigkeiten.</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential}</source>
        <translation>{service} lehnt {the_credential} ab</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential} in {variable}.</source>
        <translation>{service} lehnt {the_credential} in {variable} ab.</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential} that it was given by {variable}. Set another one and start the program again.</source>
        <translation>{service} lehnt {the_credential} aus {variable} ab. Setzen Sie etwas anderes und starten Sie das Programm neu.</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential}.</source>
        <translation>{service} lehnt {the_credential} ab.</translation>
    </message>
    <message>
        <source>{service} sends requests to another address, which is not followed.</source>
        <translation>{service} verweist an eine andere Adresse; dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>{variable} is set and not used: it could be for {ids}.</source>
        <translation>{variable} ist gesetzt und wird nicht verwendet: Gemeint sein könnte jedes dieser Konten: {ids}.</translation>
    </message>
    <message>
        <source>{variable} is set and not used: {file} lists no account any more.</source>
        <translation>{variable} ist gesetzt und wird nicht verwendet: {file} enthält kein Konto mehr.</translation>
    </message>
    <message>
        <source>{versions}.</source>
        <translation>{versions}.</translation>
    </message>
    <message>
        <source>{what} ({detail}).</source>
        <translation>{what} ({detail}).</translation>
    </message>
    <message>
        <source>{what}.</source>
        <translation>{what}.</translation>
    </message>
</context>
</TS>
