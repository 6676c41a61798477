<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Wallet Tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icon of Wallet Tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balance of your prepaid compute wallet, with a warning before it runs dry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountChoice</name>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert limits of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise the ones under Alerts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountRow</name>
    <message>
        <source>Account ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy account ID</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BalanceChart</name>
    <message>
        <source>Balance over time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BalancePanel</name>
    <message>
        <source>Amount due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total balance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BannerBox</name>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropsList</name>
    <message>
        <source>Last drops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No spending seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it was</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Start at login</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewAccountDialog</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id on the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays the same when the account is renamed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Popup</name>
    <message>
        <source>Wallet Tray</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PopupFoot</name>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PopupHead</name>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemovalQuestion</name>
    <message>
        <source>Its key and its recorded balances as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the account “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set everything but your accounts back to its default?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of Wallet Tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test my alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>No program took the settings file. It is {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an API key of {service}. It is checked with one call and then kept in your keyring; where there is none, in memory until you quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get an API key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works for an hour at most; then you will be asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an access token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SnoozeMenu</name>
    <message>
        <source>For 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until topped up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpanSwitch</name>
    <message>
        <source>24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Hide amounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrayProgram</name>
    <message>
        <source>A demo opens no pages. Here would be {page}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TypedFields</name>
    <message>
        <source>Address of the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomeDialog</name>
    <message>
        <source>Icon of Wallet Tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shows what is left in your {service} wallet, and tells you before it runs dry. You find it in the tray, as a small wallet that empties with yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To begin it needs an API key of {service}. The key is checked with one call and kept in your keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Wallet Tray</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop shows no tray icons, so the wallet has a window of its own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>A key is kept for this address alone; with another one you sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A notification when less than this is available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A notification when the wallet is projected to run dry sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A notification when you owe more than this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second and stronger notification.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount due, above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections over https go through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical balance, below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a name of up to 80 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a number above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a time between 30 seconds and 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an https address without a user name. Plain http works on this computer only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an https address, or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the address of a proxy, such as http://proxy.example:3128.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a dark panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a light panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide amounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the balance is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icon colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icon shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In colour, for any panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low balance, below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs in with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are masked wherever they would be seen; the icon keeps its shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left, below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-up page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the account is called in the tray and in notifications.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Top up…” opens it. Without a page it is not offered.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>&quot;api-key&quot; or &quot;access-token&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;auto&quot; or a language code such as &quot;de&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;auto&quot;, &quot;light&quot;, &quot;dark&quot; or &quot;color&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;bytenite&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;meter&quot; or &quot;number&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;system&quot;, &quot;none&quot; or a proxy&apos;s URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 32 characters of a-z, 0-9, _ and -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A year or more left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key unusable</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>About %n day(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n hour(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n month(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>About {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above your limit of {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above your limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount due: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer its question to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below your limit of {limit}, {pace}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below your limit of {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below your limit of {limit}. Jobs stop when the wallet is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check network.proxy in the settings and the system&apos;s proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address in the settings, or look for a newer version of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network connection and the address in settings.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether this computer&apos;s clock is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether this network wants you to sign in to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole of it once more and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical balance: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical: below {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: jobs stop until the wallet is topped up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {first} to {last}; lowest {lowest}, highest {highest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that goes on, look for a newer version of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs stop until the wallet is topped up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large drop: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the balance…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether it works in other programs, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether there is a newer version of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low balance: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low: below {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new API key on your profile page and sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new one on your profile page and sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the account in the settings file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No balance since {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No balance yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No history yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No usable account in the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was entered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with an API key, which lasts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with an API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {since}, far more than this wallet usually spends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in this program went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start your keyring (Secret Service or KWallet), or sign in for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access token ends at {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access token in BYTENITE_ACCESS_TOKEN no longer works: it lives for an hour at most. Set BYTENITE_API_KEY instead and start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access token no longer works: it lives for an hour at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access token works for an hour at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is a web page and not from {service}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of {service} could not be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {service} is not valid yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {service} broke in the middle of an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {service} is not private.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of this program has a name that cannot be started at login. Move the program to another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring did not take the key, so it is kept until you quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last known balance stays on show. Check the network connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log tells more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log tells more; the program tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy setting cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file cannot be read. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file is no valid TOML, so it is not in force. Mend settings.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings need a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of {service} cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings were not saved: the file cannot be written. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings were not saved: the file was written by a newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {credential} that is set for {service} cannot be one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keyring here, so the key is kept in memory until you quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keyring to take the {credential} from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no wallet at the address of {service}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>There is something wrong with %n more value(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is something wrong with one more value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: it has characters that none has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: it is longer than 8,192 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are blanks or line ends in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are control characters in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This copy of the program runs only from where it was started. Install it to have it started at login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left: not enough data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total: {total}, reserved: {reserved}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use one that may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallet empty: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What BYTENITE_API_KEY or BYTENITE_ACCESS_TOKEN holds cannot be a credential. Set the whole of it and start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in to {service}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your keyring did not do what was asked of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your keyring is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your keyring is waiting to be unlocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your list of programs that start at login cannot be changed. Check the permissions of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from 0 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from 30 to 86400</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text of up to 80 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 1 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>access token ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alerts snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an https address without a user name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an https address, or empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an id of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>answer cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked too often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the last day&apos;s pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the last hour&apos;s pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the last week&apos;s pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection not private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fault in this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keyring failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keyring locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no usable account in the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proxy unusable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service has trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings unusable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} after topping up {added}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} in settings.toml must be {must_be}; until then the account is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} in settings.toml must be {must_be}; until then the default is in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} (up to {longest}) {pace}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} ({shortest} or more) {pace}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} ({shortest} to {longest}) {pace}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} {pace}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} {pace}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name} and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{service} asks to be asked less often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} did not accept the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} does not let this {credential} read the balance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} has trouble at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} rejects the credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} rejects the {credential} that it was given by BYTENITE_API_KEY or BYTENITE_ACCESS_TOKEN. Set another one and start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} rejects the {credential}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} sends requests to another address, which is not followed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
