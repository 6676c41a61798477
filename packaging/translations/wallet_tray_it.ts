<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Wallet Tray</source>
        <translation>Informazioni su Wallet Tray</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copia l’elenco</translation>
    </message>
    <message>
        <source>Icon of Wallet Tray</source>
        <translation>Icona di Wallet Tray</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licenza</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>Testo della licenza</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Componente</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Componenti</translation>
    </message>
    <message>
        <source>The balance of your prepaid compute wallet, with a warning before it runs dry.</source>
        <translation>Il saldo del tuo portafoglio di calcolo prepagato, con un avviso prima che si esaurisca.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versione</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versione {version}</translation>
    </message>
</context>
<context>
    <name>AccountChoice</name>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Aggiungi…</translation>
    </message>
    <message>
        <source>Export history…</source>
        <translation>Esporta cronologia…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Cronologia</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Accesso non effettuato</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Rimuovi…</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Accedi di nuovo…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Accedi…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Disconnetti</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Accesso effettuato</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
</context>
<context>
    <name>AccountRow</name>
    <message>
        <source>Account ID</source>
        <translation>ID account</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiato</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Copy account ID</source>
        <translation>Copia ID account</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Test my alerts</source>
        <translation>Prova gli avvisi</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>ore</translation>
    </message>
</context>
<context>
    <name>AppActions</name>
    <message>
        <source>A demo opens no pages. Here would be {page}.</source>
        <translation>La demo non apre pagine. Qui si aprirebbe {page}.</translation>
    </message>
</context>
<context>
    <name>BalanceChart</name>
    <message>
        <source>Balance over time</source>
        <translation>Saldo nel tempo</translation>
    </message>
</context>
<context>
    <name>BalancePanel</name>
    <message>
        <source>Amount due</source>
        <translation>Da pagare</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponibile</translation>
    </message>
    <message>
        <source>Available balance</source>
        <translation>Saldo disponibile</translation>
    </message>
    <message>
        <source>Credit line</source>
        <translation>Fido</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>Omaggio</translation>
    </message>
    <message>
        <source>Granted balance</source>
        <translation>Saldo omaggio</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>Previsione</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>All’ora</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Riservato</translation>
    </message>
    <message>
        <source>Reserved balance</source>
        <translation>Saldo riservato</translation>
    </message>
    <message>
        <source>Spending per hour</source>
        <translation>Spesa all’ora</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>Ricarica…</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Totale</translation>
    </message>
    <message>
        <source>Total balance</source>
        <translation>Saldo totale</translation>
    </message>
</context>
<context>
    <name>BannerBox</name>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
</context>
<context>
    <name>DiagnosisDialog</name>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Diagnosis of Wallet Tray</source>
        <translation>Diagnosi di Wallet Tray</translation>
    </message>
    <message>
        <source>Examine again</source>
        <translation>Esamina di nuovo</translation>
    </message>
    <message>
        <source>Looking at everything; this takes up to 15 seconds…</source>
        <translation>Esame in corso; richiede fino a 15 secondi…</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Esito</translation>
    </message>
</context>
<context>
    <name>DropsList</name>
    <message>
        <source>Last drops</source>
        <translation>Ultimi cali</translation>
    </message>
    <message>
        <source>No spending seen yet</source>
        <translation>Ancora nessuna spesa</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>Che cos’era</translation>
    </message>
</context>
<context>
    <name>EraseConfirmation</name>
    <message>
        <source>Erase</source>
        <translation>Cancella</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Cancella tutto</translation>
    </message>
    <message>
        <source>Erase the keys of all accounts, the recorded balances and the remembered alerts?</source>
        <translation>Cancellare le chiavi di tutti gli account, i saldi registrati e gli avvisi memorizzati?</translation>
    </message>
    <message>
        <source>You are signed out everywhere. Your settings stay. This cannot be undone.</source>
        <translation>Uscirai da tutti gli account. Le tue impostazioni restano. L’operazione non si può annullare.</translation>
    </message>
</context>
<context>
    <name>ExportField</name>
    <message>
        <source>All files (*)</source>
        <translation>Tutti i file (*)</translation>
    </message>
    <message>
        <source>All that was recorded of this account, as a table (CSV).</source>
        <translation>Tutto ciò che è stato registrato di questo account, come tabella (CSV).</translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>Esporta cronologia</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>Findings</source>
        <translation>Risultati</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Diagnosis…</source>
        <translation>Diagnosi…</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>Cancella tutto…</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>Cancellazione in corso…</translation>
    </message>
    <message>
        <source>Looks at all that the program depends on, and says what to do.</source>
        <translation>Esamina tutto ciò da cui dipende il programma e dice che cosa fare.</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Avvia all’accesso</translation>
    </message>
    <message>
        <source>The keys of all accounts, recorded balances and remembered alerts.</source>
        <translation>Le chiavi di tutti gli account, i saldi registrati e gli avvisi memorizzati.</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Cronologia</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lettura</translation>
    </message>
</context>
<context>
    <name>NewAccountDialog</name>
    <message>
        <source>Add</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Aggiungi un account</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identificativo</translation>
    </message>
    <message>
        <source>Id on the command line</source>
        <translation>Identificativo da riga di comando</translation>
    </message>
    <message>
        <source>It stays the same when the account is renamed.</source>
        <translation>Resta lo stesso quando l’account viene rinominato.</translation>
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
        <translation>Esci</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aggiorna</translation>
    </message>
    <message>
        <source>Refreshing…</source>
        <translation>In corso…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Impostazioni…</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aggiornato</translation>
    </message>
</context>
<context>
    <name>PopupHeader</name>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Silenzia</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Silenziati</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
</context>
<context>
    <name>RemovalConfirmation</name>
    <message>
        <source>Its key and its recorded balances as well</source>
        <translation>Anche la chiave e i saldi registrati</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Rimuovi</translation>
    </message>
    <message>
        <source>Remove an account</source>
        <translation>Rimuovi un account</translation>
    </message>
    <message>
        <source>Remove the account “{name}”?</source>
        <translation>Rimuovere l’account «{name}»?</translation>
    </message>
</context>
<context>
    <name>SettingFields</name>
    <message>
        <source>Cannot be used</source>
        <translation>Non utilizzabile</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>About</source>
        <translation>Informazioni</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Avvisi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Generale</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Apri il file</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Ripristina</translation>
    </message>
    <message>
        <source>Reset the settings</source>
        <translation>Ripristina le impostazioni</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>Ripristina…</translation>
    </message>
    <message>
        <source>Set everything but your accounts back to its default?</source>
        <translation>Ripristinare i valori predefiniti di tutto tranne gli account?</translation>
    </message>
    <message>
        <source>Settings of Wallet Tray</source>
        <translation>Impostazioni di Wallet Tray</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>No program took the settings file. It is {path}.</source>
        <translation>Nessun programma ha aperto il file delle impostazioni. Si trova in {path}.</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>API key</source>
        <translation>Chiave API</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token di accesso</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Verifica in corso…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Enter an API key for {service}. It is checked with one call and then kept in your keyring; where there is none, in memory until you quit.</source>
        <translation>Inserisci una chiave API di {service}. Viene verificata con una richiesta e poi conservata nel portachiavi; se non c’è, in memoria fino alla chiusura.</translation>
    </message>
    <message>
        <source>Get an API key…</source>
        <translation>Ottieni una chiave API…</translation>
    </message>
    <message>
        <source>It works for an hour at most; then you will be asked again.</source>
        <translation>Vale un’ora al massimo; poi ti verrà chiesto di nuovo.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Accedi</translation>
    </message>
    <message>
        <source>Sign in to {service}</source>
        <translation>Accedi a {service}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>This is an access token</source>
        <translation>Questo è un token di accesso</translation>
    </message>
</context>
<context>
    <name>SnoozeMenu</name>
    <message>
        <source>For 1 hour</source>
        <translation>Per 1 ora</translation>
    </message>
    <message>
        <source>Resume alerts</source>
        <translation>Riattiva gli avvisi</translation>
    </message>
    <message>
        <source>Snooze alerts</source>
        <translation>Silenzia gli avvisi</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Fino a domani</translation>
    </message>
    <message>
        <source>Until topped up</source>
        <translation>Fino alla ricarica</translation>
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
        <translation>30 g</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 g</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Ultime 24 ore</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Ultimi 30 giorni</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Ultimi 7 giorni</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Periodo mostrato</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Hide amounts</source>
        <translation>Nascondi importi</translation>
    </message>
    <message>
        <source>Open wallet</source>
        <translation>Apri portafoglio</translation>
    </message>
    <message>
        <source>Pause refreshing</source>
        <translation>Sospendi l’aggiornamento</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Esci</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>Aggiorna ora</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Impostazioni…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Accedi…</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>Ricarica…</translation>
    </message>
</context>
<context>
    <name>TypedFields</name>
    <message>
        <source>Address of the proxy</source>
        <translation>Indirizzo del proxy</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>Unità di tempo</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>ore</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minuti</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>secondi</translation>
    </message>
</context>
<context>
    <name>UpgradeNotice</name>
    <message>
        <source>Later</source>
        <translation>Più tardi</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Esci</translation>
    </message>
    <message>
        <source>Wallet Tray was upgraded</source>
        <translation>Wallet Tray è stato aggiornato</translation>
    </message>
    <message>
        <source>Wallet Tray was upgraded or removed since it was started. Quit it and start it again.</source>
        <translation>Wallet Tray è stato aggiornato o rimosso dopo l’avvio. Chiudilo e avvialo di nuovo.</translation>
    </message>
</context>
<context>
    <name>WelcomeDialog</name>
    <message>
        <source>Icon of Wallet Tray</source>
        <translation>Icona di Wallet Tray</translation>
    </message>
    <message>
        <source>It shows what is left in your {service} wallet, and tells you before it runs dry. You find it in the tray, as a small wallet that empties with yours.</source>
        <translation>Mostra quanto resta nel tuo portafoglio {service} e ti avvisa prima che si esaurisca. Lo trovi nell’area di notifica: un piccolo portafoglio che si svuota con il tuo.</translation>
    </message>
    <message>
        <source>Look at the demo</source>
        <translation>Guarda la demo</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Non ora</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Accedi…</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Avvia all’accesso</translation>
    </message>
    <message>
        <source>The demo did not start. Type “wallet-tray --demo” in a terminal to see why.</source>
        <translation>La demo non si è avviata. Scrivi «wallet-tray --demo» in un terminale per vedere perché.</translation>
    </message>
    <message>
        <source>To begin it needs an API key for {service}. The key is checked with one call and kept in your keyring.</source>
        <translation>Per iniziare serve una chiave API di {service}. Viene verificata con una richiesta e conservata nel portachiavi.</translation>
    </message>
    <message>
        <source>Welcome to Wallet Tray</source>
        <translation>Ti diamo il benvenuto in Wallet Tray</translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>Settings…</source>
        <translation>Impostazioni…</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>A key is kept for this address alone; with another one you sign in again.</source>
        <translation>La chiave vale solo per questo indirizzo; con un altro dovrai accedere di nuovo.</translation>
    </message>
    <message>
        <source>A meter</source>
        <translation>Livello</translation>
    </message>
    <message>
        <source>A notification when less than this is available.</source>
        <translation>Una notifica quando è disponibile meno di questo importo.</translation>
    </message>
    <message>
        <source>A notification when the wallet is projected to run dry sooner.</source>
        <translation>Una notifica quando si prevede che il portafoglio si esaurisca prima.</translation>
    </message>
    <message>
        <source>A notification when you owe more than this.</source>
        <translation>Una notifica quando devi pagare più di questo importo.</translation>
    </message>
    <message>
        <source>A second and stronger notification.</source>
        <translation>Una seconda notifica, più urgente.</translation>
    </message>
    <message>
        <source>Amount due, above</source>
        <translation>Da pagare, più di</translation>
    </message>
    <message>
        <source>An API key</source>
        <translation>Chiave API</translation>
    </message>
    <message>
        <source>An access token</source>
        <translation>Token di accesso</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Come il desktop</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Come il sistema</translation>
    </message>
    <message>
        <source>Connections over https go through it.</source>
        <translation>Le connessioni https passano di qui.</translation>
    </message>
    <message>
        <source>Critical balance, below</source>
        <translation>Saldo critico, sotto</translation>
    </message>
    <message>
        <source>Enter a name of 1 to 80 characters, in one line.</source>
        <translation>Inserisci un nome da 1 a 80 caratteri, su una sola riga.</translation>
    </message>
    <message>
        <source>Enter a number above 0.</source>
        <translation>Inserisci un numero maggiore di 0.</translation>
    </message>
    <message>
        <source>Enter a time between 30 seconds and 24 hours.</source>
        <translation>Inserisci un tempo tra 30 secondi e 24 ore.</translation>
    </message>
    <message>
        <source>Enter an https address without a user name. Plain http works on this computer only.</source>
        <translation>Inserisci un indirizzo https senza nome utente. Il semplice http funziona solo su questo computer.</translation>
    </message>
    <message>
        <source>Enter an https address, or nothing.</source>
        <translation>Inserisci un indirizzo https, oppure nulla.</translation>
    </message>
    <message>
        <source>Enter the address of a proxy, such as http://proxy.example:3128.</source>
        <translation>Inserisci l’indirizzo di un proxy, ad esempio http://proxy.example:3128.</translation>
    </message>
    <message>
        <source>For a dark panel</source>
        <translation>Per un pannello scuro</translation>
    </message>
    <message>
        <source>For a light panel</source>
        <translation>Per un pannello chiaro</translation>
    </message>
    <message>
        <source>Hide amounts</source>
        <translation>Nascondi importi</translation>
    </message>
    <message>
        <source>How often the balance is asked for.</source>
        <translation>Ogni quanto viene richiesto il saldo.</translation>
    </message>
    <message>
        <source>Icon colours</source>
        <translation>Colori dell’icona</translation>
    </message>
    <message>
        <source>Icon shows</source>
        <translation>L’icona mostra</translation>
    </message>
    <message>
        <source>In colour, for any panel</source>
        <translation>A colori, per ogni pannello</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Low balance, below</source>
        <translation>Saldo basso, sotto</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nessuno</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Refresh every</source>
        <translation>Aggiorna ogni</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>Indirizzo del servizio</translation>
    </message>
    <message>
        <source>Signs in with</source>
        <translation>Accede con</translation>
    </message>
    <message>
        <source>The number</source>
        <translation>Numero</translation>
    </message>
    <message>
        <source>They are masked wherever they would be seen; the icon keeps its shape.</source>
        <translation>Sono mascherati ovunque si vedrebbero; l’icona mantiene la sua forma.</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Questo</translation>
    </message>
    <message>
        <source>Time left, below</source>
        <translation>Tempo rimanente, sotto</translation>
    </message>
    <message>
        <source>Top-up page</source>
        <translation>Pagina di ricarica</translation>
    </message>
    <message>
        <source>What the account is called in the tray and in notifications.</source>
        <translation>Il nome dell’account nell’area di notifica e nelle notifiche.</translation>
    </message>
    <message>
        <source>“Top up…” opens it. Without a page it is not offered.</source>
        <translation>«Ricarica…» la apre. Senza una pagina non viene offerto.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>&quot;api-key&quot; or &quot;access-token&quot;</source>
        <translation>&quot;api-key&quot; o &quot;access-token&quot;</translation>
    </message>
    <message>
        <source>&quot;auto&quot; or a language code such as &quot;de&quot;</source>
        <translation>&quot;auto&quot; o un codice di lingua come &quot;de&quot;</translation>
    </message>
    <message>
        <source>&quot;auto&quot;, &quot;light&quot;, &quot;dark&quot; or &quot;color&quot;</source>
        <translation>&quot;auto&quot;, &quot;light&quot;, &quot;dark&quot; o &quot;color&quot;</translation>
    </message>
    <message>
        <source>&quot;meter&quot; or &quot;number&quot;</source>
        <translation>&quot;meter&quot; o &quot;number&quot;</translation>
    </message>
    <message>
        <source>&quot;system&quot;, &quot;none&quot; or a proxy&apos;s URL</source>
        <translation>&quot;system&quot;, &quot;none&quot; o l’URL di un proxy</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n giorno</numerusform>
            <numerusform>%n giorni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n ora</numerusform>
            <numerusform>%n ore</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minuti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n mese</numerusform>
            <numerusform>%n mesi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n altra</numerusform>
            <numerusform>altre %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n note</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problema</numerusform>
            <numerusform>%n problemi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recorded balance(s) written to {file}.</source>
        <translation>
            <numerusform>%n saldo registrato scritto in {file}.</numerusform>
            <numerusform>%n saldi registrati scritti in {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with unusual names</source>
        <translation>
            <numerusform>%n con un nome insolito</numerusform>
            <numerusform>%n con nomi insoliti</numerusform>
        </translation>
    </message>
    <message>
        <source>1 to 32 characters of a-z, 0-9, _ and -</source>
        <translation>da 1 a 32 caratteri tra a-z, 0-9, _ e -</translation>
    </message>
    <message>
        <source>A year or more left</source>
        <translation>Resta un anno o più</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Chiave API</translation>
    </message>
    <message>
        <source>API key rejected</source>
        <translation>chiave API rifiutata</translation>
    </message>
    <message>
        <source>API key unusable</source>
        <translation>chiave API inutilizzabile</translation>
    </message>
    <message numerus="yes">
        <source>About %n day(s) left</source>
        <translation>
            <numerusform>Resta circa %n giorno</numerusform>
            <numerusform>Restano circa %n giorni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n hour(s) left</source>
        <translation>
            <numerusform>Resta circa %n ora</numerusform>
            <numerusform>Restano circa %n ore</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>Resta circa %n minuto</numerusform>
            <numerusform>Restano circa %n minuti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n month(s) left</source>
        <translation>
            <numerusform>Resta circa %n mese</numerusform>
            <numerusform>Restano circa %n mesi</numerusform>
        </translation>
    </message>
    <message>
        <source>About {time} left</source>
        <translation>Restano circa {time}</translation>
    </message>
    <message>
        <source>Above your limit of {limit}.</source>
        <translation>Sopra la tua soglia di {limit}.</translation>
    </message>
    <message>
        <source>Above your limits</source>
        <translation>Sopra le tue soglie</translation>
    </message>
    <message>
        <source>Add a tray (also called notification area or status notifier) to your panel, or start a panel that has one.</source>
        <translation>Aggiungi al pannello un’area di notifica (detta anche vassoio o status notifier) o avvia un pannello che ne abbia una.</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Tutto bene</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Tutto bene.</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Tutto a posto</translation>
    </message>
    <message>
        <source>Amount due: above {limit}</source>
        <translation>Da pagare: oltre {limit}</translation>
    </message>
    <message>
        <source>Amount due: {amount}</source>
        <translation>Da pagare: {amount}</translation>
    </message>
    <message>
        <source>Another copy of the program starts at login: {program}.</source>
        <translation>All’accesso si avvia un’altra copia del programma: {program}.</translation>
    </message>
    <message>
        <source>Another program has made {file} meanwhile. Nothing was replaced; choose another name.</source>
        <translation>Nel frattempo un altro programma ha creato {file}. Nulla è stato sostituito; scegli un altro nome.</translation>
    </message>
    <message>
        <source>Answer its question to go on.</source>
        <translation>Rispondi alla sua richiesta per continuare.</translation>
    </message>
    <message>
        <source>Available: {amount}</source>
        <translation>Disponibile: {amount}</translation>
    </message>
    <message>
        <source>Below your limit of {limit}, {pace}.</source>
        <translation>Sotto la tua soglia di {limit}, {pace}.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}.</source>
        <translation>Sotto la tua soglia di {limit}.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. Further use becomes a debt when the wallet is empty.</source>
        <translation>Sotto la tua soglia di {limit}. L’ulteriore uso diventa un debito quando il portafoglio è vuoto.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. Jobs stop when the wallet is empty.</source>
        <translation>Sotto la tua soglia di {limit}. I job si fermano quando il portafoglio è vuoto.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. The account is blocked when the wallet is empty.</source>
        <translation>Sotto la tua soglia di {limit}. L’account viene bloccato quando il portafoglio è vuoto.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. The service may delete what you have there when the wallet is empty.</source>
        <translation>Sotto la tua soglia di {limit}. Il servizio può eliminare quello che hai lì quando il portafoglio è vuoto.</translation>
    </message>
    <message>
        <source>Check api_url in {file}, and whether this network wants you to sign in to it.</source>
        <translation>Controlla api_url in {file} e se questa rete richiede un accesso.</translation>
    </message>
    <message>
        <source>Check its permissions, or move it away to start over.</source>
        <translation>Controlla i permessi, o spostalo per ricominciare.</translation>
    </message>
    <message>
        <source>Check its permissions, or move it away: a new one is begun.</source>
        <translation>Controlla i permessi, o spostala: ne verrà iniziata una nuova.</translation>
    </message>
    <message>
        <source>Check network.proxy in the settings and the system&apos;s proxy.</source>
        <translation>Controlla network.proxy nelle impostazioni e il proxy del sistema.</translation>
    </message>
    <message>
        <source>Check the address in the settings, or look for a newer version of this program.</source>
        <translation>Controlla l’indirizzo nelle impostazioni o cerca una versione più recente del programma.</translation>
    </message>
    <message>
        <source>Check the network and {source}.</source>
        <translation>Controlla la rete e {source}.</translation>
    </message>
    <message>
        <source>Check the network connection and api_url in {file}.</source>
        <translation>Controlla la connessione di rete e api_url in {file}.</translation>
    </message>
    <message>
        <source>Check the network connection and its DNS server.</source>
        <translation>Controlla la connessione di rete e il suo server DNS.</translation>
    </message>
    <message>
        <source>Check the network connection and the address in settings.toml.</source>
        <translation>Controlla la connessione di rete e l’indirizzo in settings.toml.</translation>
    </message>
    <message>
        <source>Check the network connection.</source>
        <translation>Controlla la connessione di rete.</translation>
    </message>
    <message>
        <source>Check their spelling.</source>
        <translation>Controlla come sono scritte.</translation>
    </message>
    <message>
        <source>Check whether it belongs to an account with prepaid credit.</source>
        <translation>Verifica che appartenga a un account con credito prepagato.</translation>
    </message>
    <message>
        <source>Check whether it works in other programs, then run this again.</source>
        <translation>Controlla se funziona in altri programmi, poi esamina di nuovo.</translation>
    </message>
    <message>
        <source>Check whether it works in other programs, then try again.</source>
        <translation>Controlla se funziona in altri programmi, poi riprova.</translation>
    </message>
    <message>
        <source>Check whether the disk or network drive with your files works.</source>
        <translation>Controlla se il disco o l’unità di rete con i tuoi file funziona.</translation>
    </message>
    <message>
        <source>Check whether there is a newer version of this program.</source>
        <translation>Controlla se c’è una versione più recente del programma.</translation>
    </message>
    <message>
        <source>Check whether this computer&apos;s clock is right.</source>
        <translation>Controlla che l’orologio di questo computer sia giusto.</translation>
    </message>
    <message>
        <source>Check whether this network wants you to sign in to it, and api_url in {file}.</source>
        <translation>Controlla se questa rete richiede un accesso, e api_url in {file}.</translation>
    </message>
    <message>
        <source>Check whether this network wants you to sign in to it.</source>
        <translation>Controlla se questa rete richiede un accesso.</translation>
    </message>
    <message>
        <source>Check whether this network wants you to sign in to it. A company&apos;s own certificate belongs in the system&apos;s trust store.</source>
        <translation>Controlla se questa rete richiede un accesso. Il certificato di un’azienda va nell’archivio dei certificati del sistema.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Orologio</translation>
    </message>
    <message>
        <source>Copy the whole of it once more and try again.</source>
        <translation>Copia di nuovo il testo per intero e riprova.</translation>
    </message>
    <message>
        <source>Correct it, or move it away to start over.</source>
        <translation>Correggilo, o spostalo per ricominciare.</translation>
    </message>
    <message>
        <source>Correct the account in the settings file.</source>
        <translation>Correggi l’account nel file delle impostazioni.</translation>
    </message>
    <message>
        <source>Correct the ones above first.</source>
        <translation>Correggi prima quelli sopra.</translation>
    </message>
    <message>
        <source>Correct {key}.</source>
        <translation>Correggi {key}.</translation>
    </message>
    <message>
        <source>Credentials are kept in: {keyring}.</source>
        <translation>Le credenziali sono conservate in: {keyring}.</translation>
    </message>
    <message>
        <source>Credit line: {amount}</source>
        <translation>Fido: {amount}</translation>
    </message>
    <message>
        <source>Critical balance: {amount}</source>
        <translation>Saldo critico: {amount}</translation>
    </message>
    <message>
        <source>Critical: below {limit}</source>
        <translation>Critico: sotto {limit}</translation>
    </message>
    <message>
        <source>Empty: blocked until the wallet is topped up</source>
        <translation>Vuoto: bloccato fino alla ricarica</translation>
    </message>
    <message>
        <source>Empty: further use becomes a debt</source>
        <translation>Vuoto: l’ulteriore uso diventa un debito</translation>
    </message>
    <message>
        <source>Empty: jobs stop until the wallet is topped up</source>
        <translation>Vuoto: i job restano fermi fino alla ricarica</translation>
    </message>
    <message>
        <source>Empty: top up to continue</source>
        <translation>Vuoto: ricarica per continuare</translation>
    </message>
    <message>
        <source>Empty: what you have there may be deleted</source>
        <translation>Vuoto: quello che hai lì può essere eliminato</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Cifratura (TLS)</translation>
    </message>
    <message>
        <source>End it and start it again: &apos;wallet-tray&apos;.</source>
        <translation>Chiudilo e riavvialo: «wallet-tray».</translation>
    </message>
    <message>
        <source>Everything else was erased.</source>
        <translation>Tutto il resto è stato cancellato.</translation>
    </message>
    <message>
        <source>Everything was erased; your settings are kept.</source>
        <translation>Tutto è stato cancellato; le tue impostazioni restano.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>File</translation>
    </message>
    <message>
        <source>For an icon, add &apos;Notification Area&apos; to the panel.</source>
        <translation>Per avere l’icona, aggiungi «Notification Area» al pannello.</translation>
    </message>
    <message>
        <source>For an icon, add &apos;Status Tray Plugin&apos; to the panel.</source>
        <translation>Per avere l’icona, aggiungi «Status Tray Plugin» al pannello.</translation>
    </message>
    <message>
        <source>For an icon, add &apos;XApp Status Applet&apos; to the panel.</source>
        <translation>Per avere l’icona, aggiungi «XApp Status Applet» al pannello.</translation>
    </message>
    <message>
        <source>For an icon, add a tray (also called notification area or status notifier) to your panel, or start a panel that has one.</source>
        <translation>Per avere l’icona, aggiungi al pannello un’area di notifica (detta anche vassoio o status notifier) o avvia un pannello che ne abbia una.</translation>
    </message>
    <message>
        <source>For an icon, add the widget &apos;Status Notifier&apos; to the panel.</source>
        <translation>Per avere l’icona, aggiungi al pannello l’elemento «Status Notifier».</translation>
    </message>
    <message>
        <source>For an icon, add the widget &apos;System Tray&apos; to a panel.</source>
        <translation>Per avere l’icona, aggiungi a un pannello l’elemento «System Tray» (vassoio di sistema).</translation>
    </message>
    <message>
        <source>For an icon, install the extension &apos;AppIndicator and KStatusNotifierItem Support&apos; and switch it on.</source>
        <translation>Per avere l’icona, installa e attiva l’estensione «AppIndicator and KStatusNotifierItem Support».</translation>
    </message>
    <message>
        <source>For an icon, start a bar that has a tray, such as waybar with its module &apos;tray&apos;.</source>
        <translation>Per avere l’icona, avvia una barra con un’area di notifica, come waybar con il modulo «tray».</translation>
    </message>
    <message>
        <source>From {first} to {last}; lowest {lowest}, highest {highest}</source>
        <translation>Da {first} a {last}; minimo {lowest}, massimo {highest}</translation>
    </message>
    <message>
        <source>Further use becomes a debt until the wallet is topped up.</source>
        <translation>L’ulteriore uso diventa un debito fino alla ricarica del portafoglio.</translation>
    </message>
    <message>
        <source>GNOME has no tray of its own.</source>
        <translation>GNOME non ha una propria area di notifica.</translation>
    </message>
    <message>
        <source>Give one of these accounts another id in {file}.</source>
        <translation>Assegna a uno di questi account un altro id in {file}.</translation>
    </message>
    <message>
        <source>Granted: {amount}</source>
        <translation>Omaggio: {amount}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Cronologia</translation>
    </message>
    <message>
        <source>If that goes on, look for a newer version of this program.</source>
        <translation>Se continua, cerca una versione più recente del programma.</translation>
    </message>
    <message>
        <source>In {file} {key} must be {must_be}; its default is in force.</source>
        <translation>In {file} {key} deve essere {must_be}; vale il valore predefinito.</translation>
    </message>
    <message>
        <source>In {file} {key} must be {must_be}; until then the account is switched off.</source>
        <translation>In {file} {key} deve essere {must_be}; fino ad allora l’account è disattivato.</translation>
    </message>
    <message>
        <source>Install it with the system&apos;s package manager, often as python3-sqlite3.</source>
        <translation>Installalo con il gestore di pacchetti del sistema, spesso come python3-sqlite3.</translation>
    </message>
    <message>
        <source>Install the extension &apos;AppIndicator and KStatusNotifierItem Support&apos; and switch it on.</source>
        <translation>Installa e attiva l’estensione «AppIndicator and KStatusNotifierItem Support».</translation>
    </message>
    <message>
        <source>Install the newest version of this program.</source>
        <translation>Installa la versione più recente di questo programma.</translation>
    </message>
    <message>
        <source>Install {library} with the system&apos;s package manager.</source>
        <translation>Installa {library} con il gestore di pacchetti del sistema.</translation>
    </message>
    <message>
        <source>Is this computer&apos;s clock right?</source>
        <translation>L’orologio di questo computer è giusto?</translation>
    </message>
    <message>
        <source>Is this computer&apos;s clock right? If it is, only the service can put that right.</source>
        <translation>L’orologio di questo computer è giusto? Se lo è, solo il servizio può rimediare.</translation>
    </message>
    <message>
        <source>Its website says why.</source>
        <translation>Il motivo è indicato sul suo sito.</translation>
    </message>
    <message>
        <source>Jobs stop until the wallet is topped up.</source>
        <translation>I job restano fermi fino alla ricarica del portafoglio.</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Portachiavi</translation>
    </message>
    <message>
        <source>Large drop: {amount}</source>
        <translation>Forte calo: {amount}</translation>
    </message>
    <message>
        <source>Loading the balance…</source>
        <translation>Caricamento del saldo…</translation>
    </message>
    <message>
        <source>Log out and in again; DBUS_SESSION_BUS_ADDRESS must name the bus of this session.</source>
        <translation>Esci dalla sessione e rientra; DBUS_SESSION_BUS_ADDRESS deve indicare il bus di questa sessione.</translation>
    </message>
    <message>
        <source>Low balance: {amount}</source>
        <translation>Saldo basso: {amount}</translation>
    </message>
    <message>
        <source>Low: below {limit}</source>
        <translation>Basso: sotto {limit}</translation>
    </message>
    <message>
        <source>Make a new API key on your profile page and sign in again.</source>
        <translation>Crea una nuova chiave API nella pagina del profilo e accedi di nuovo.</translation>
    </message>
    <message>
        <source>Make a new one on your profile page and set it.</source>
        <translation>Creane una nuova nella pagina del profilo e impostala.</translation>
    </message>
    <message>
        <source>Make a new one on your profile page and sign in again.</source>
        <translation>Creane una nuova nella pagina del profilo e accedi di nuovo.</translation>
    </message>
    <message>
        <source>Move it away, or have its owner changed to you.</source>
        <translation>Spostala, o fattene assegnare la proprietà.</translation>
    </message>
    <message>
        <source>No balance since {since}</source>
        <translation>Saldo sconosciuto da {since}</translation>
    </message>
    <message>
        <source>No balance yet</source>
        <translation>Saldo ancora sconosciuto</translation>
    </message>
    <message>
        <source>No history yet</source>
        <translation>Ancora nessuna cronologia</translation>
    </message>
    <message>
        <source>No notification service runs now; one is started for the first notification.</source>
        <translation>Nessun servizio di notifica è attivo; ne verrà avviato uno alla prima notifica.</translation>
    </message>
    <message>
        <source>No panel here has a tray.</source>
        <translation>Nessun pannello qui ha un’area di notifica.</translation>
    </message>
    <message>
        <source>No problem, {notes}.</source>
        <translation>Nessun problema, {notes}.</translation>
    </message>
    <message>
        <source>No usable account in the settings</source>
        <translation>Nessun account utilizzabile nelle impostazioni</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Ancora nulla è stato registrato.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: {file} holds the headings alone.</source>
        <translation>Ancora nulla è stato registrato: {file} contiene solo le intestazioni.</translation>
    </message>
    <message>
        <source>Nothing is recorded, as this Python lacks SQLite.</source>
        <translation>Nulla viene registrato, perché a questo Python manca SQLite.</translation>
    </message>
    <message>
        <source>Nothing to do: at the next balance it is set aside and a new one is begun.</source>
        <translation>Nulla da fare: al prossimo aggiornamento viene messa da parte e ne viene iniziata una nuova.</translation>
    </message>
    <message>
        <source>Nothing was entered.</source>
        <translation>Non è stato inserito nulla.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifiche</translation>
    </message>
    <message>
        <source>Notifications come through the tray icon on this system.</source>
        <translation>Su questo sistema le notifiche passano dall’icona nell’area di notifica.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Apri</translation>
    </message>
    <message>
        <source>Open the icon&apos;s menu: its first rows carry the figures.</source>
        <translation>Apri il menu dell’icona: le prime righe riportano le cifre.</translation>
    </message>
    <message>
        <source>Open the wallet by the tray icon; or use another notification service.</source>
        <translation>Apri il portafoglio dall’icona, o usa un altro servizio di notifica.</translation>
    </message>
    <message>
        <source>Other users of this computer can look into {folder}.</source>
        <translation>Altri utenti di questo computer possono guardare in {folder}.</translation>
    </message>
    <message>
        <source>Overdrawn: blocked until the wallet is topped up</source>
        <translation>Scoperto: bloccato fino alla ricarica</translation>
    </message>
    <message>
        <source>Overdrawn: further use adds to the debt</source>
        <translation>Scoperto: l’ulteriore uso aumenta il debito</translation>
    </message>
    <message>
        <source>Overdrawn: jobs stop until the wallet is topped up</source>
        <translation>Scoperto: i job restano fermi fino alla ricarica</translation>
    </message>
    <message>
        <source>Overdrawn: top up to continue</source>
        <translation>Scoperto: ricarica per continuare</translation>
    </message>
    <message>
        <source>Overdrawn: what you have there may be deleted</source>
        <translation>Scoperto: quello che hai lì può essere eliminato</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programma</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Put it back, or write an account into a new one.</source>
        <translation>Rimettilo al suo posto, o scrivi un account in uno nuovo.</translation>
    </message>
    <message>
        <source>Put the file back, or write the account that it is for into it.</source>
        <translation>Rimetti il file al suo posto, o scrivici l’account a cui è destinata.</translation>
    </message>
    <message>
        <source>Put them into the proxy&apos;s address, or ask whoever runs it.</source>
        <translation>Inseriscili nell’indirizzo del proxy, o chiedi a chi lo gestisce.</translation>
    </message>
    <message>
        <source>PySide6 {version} ends programs on Python {python} within hours (PYSIDE-3474).</source>
        <translation>PySide6 {version} fa terminare i programmi su Python {python} entro poche ore (PYSIDE-3474).</translation>
    </message>
    <message>
        <source>Quit it and start it again.</source>
        <translation>Chiudilo e avvialo di nuovo.</translation>
    </message>
    <message>
        <source>Refreshing is paused.</source>
        <translation>L’aggiornamento è sospeso.</translation>
    </message>
    <message>
        <source>Reinstall this program.</source>
        <translation>Reinstalla questo programma.</translation>
    </message>
    <message>
        <source>Reserved: {amount}</source>
        <translation>Riservato: {amount}</translation>
    </message>
    <message>
        <source>Restart it, or log out and in again.</source>
        <translation>Riavvialo, o esci dalla sessione e rientra.</translation>
    </message>
    <message>
        <source>Restart your panel, or add a tray to it.</source>
        <translation>Riavvia il pannello, o aggiungi un’area di notifica.</translation>
    </message>
    <message>
        <source>Restart your panel, or log out and in again.</source>
        <translation>Riavvia il pannello, o esci dalla sessione e rientra.</translation>
    </message>
    <message>
        <source>Resume refreshing</source>
        <translation>Riprendi l’aggiornamento</translation>
    </message>
    <message>
        <source>Run &apos;wallet-tray balance&apos; to use it.</source>
        <translation>Esegui «wallet-tray balance» per usarlo.</translation>
    </message>
    <message>
        <source>Run &apos;wallet-tray doctor --alerts&apos; to see what comes.</source>
        <translation>Esegui «wallet-tray doctor --alerts» per vedere che cosa arriva.</translation>
    </message>
    <message>
        <source>Run &apos;wallet-tray sign-in{option}&apos;.</source>
        <translation>Esegui «wallet-tray sign-in{option}».</translation>
    </message>
    <message>
        <source>Run this again in a while.</source>
        <translation>Riprova fra un po’.</translation>
    </message>
    <message>
        <source>Run this in a terminal of the desktop itself.</source>
        <translation>Esegui questo in un terminale del desktop stesso.</translation>
    </message>
    <message>
        <source>Run this on the desktop to examine its tray; &apos;wallet-tray balance&apos; works everywhere.</source>
        <translation>Esegui questo sul desktop per esaminarne l’area di notifica; «wallet-tray balance» funziona ovunque.</translation>
    </message>
    <message>
        <source>Run this on the desktop to examine them.</source>
        <translation>Esegui questo sul desktop per esaminarle.</translation>
    </message>
    <message>
        <source>Run: chmod go-rwx {typed}</source>
        <translation>Esegui: chmod go-rwx {typed}</translation>
    </message>
    <message>
        <source>Run: pip install &apos;PySide6-Essentials&lt;6.12&apos;</source>
        <translation>Esegui: pip install &apos;PySide6-Essentials&lt;6.12&apos;</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servizio</translation>
    </message>
    <message>
        <source>Set XDG_DATA_HOME to a folder with a shorter path.</source>
        <translation>Imposta XDG_DATA_HOME su una cartella con un percorso più breve.</translation>
    </message>
    <message>
        <source>Set the clock, or let the system do that by itself.</source>
        <translation>Regola l’orologio, o lascia che lo faccia il sistema.</translation>
    </message>
    <message>
        <source>Set {key_variable} to an API key instead, which lasts.</source>
        <translation>Imposta invece {key_variable} con una chiave API, che non scade.</translation>
    </message>
    <message>
        <source>Set {variable} to the whole of it, or unset it.</source>
        <translation>Imposta {variable} con il valore completo, o eliminala.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Impostazioni…</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Accedi di nuovo.</translation>
    </message>
    <message>
        <source>Sign in to your network, or put both into network.proxy in the settings.</source>
        <translation>Accedi alla tua rete, oppure inserisci entrambi in network.proxy nelle impostazioni.</translation>
    </message>
    <message>
        <source>Sign in with an API key, which lasts.</source>
        <translation>Accedi con una chiave API, che non scade.</translation>
    </message>
    <message>
        <source>Sign in with an API key.</source>
        <translation>Accedi con una chiave API.</translation>
    </message>
    <message>
        <source>Sign in with one that may.</source>
        <translation>Accedi con credenziali che lo permettano.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Accedi…</translation>
    </message>
    <message>
        <source>Since {since}, far more than this wallet usually spends.</source>
        <translation>Da {since}, molto più di quanto questo portafoglio spenda di solito.</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Silenzia</translation>
    </message>
    <message>
        <source>Something in this program went wrong.</source>
        <translation>Qualcosa in questo programma è andato storto.</translation>
    </message>
    <message>
        <source>Spending per hour: {amount}</source>
        <translation>Spesa all’ora: {amount}</translation>
    </message>
    <message>
        <source>Start Wallet Tray once more to see this window again after closing it.</source>
        <translation>Avvia di nuovo Wallet Tray per rivedere questa finestra dopo averla chiusa.</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Avvia all’accesso</translation>
    </message>
    <message>
        <source>Start it: &apos;wallet-tray&apos;.</source>
        <translation>Avvialo: «wallet-tray».</translation>
    </message>
    <message>
        <source>Start one, such as dunst or mako; the tray icon carries every alert as well.</source>
        <translation>Avviane uno, come dunst o mako; anche l’icona riporta ogni avviso.</translation>
    </message>
    <message>
        <source>Start the tray program: it thins the history out.</source>
        <translation>Avvia il programma nell’area di notifica: sfoltisce la cronologia.</translation>
    </message>
    <message>
        <source>Start your keyring (Secret Service or KWallet), or set {key_variable}.</source>
        <translation>Avvia il portachiavi (Secret Service o KWallet), o imposta {key_variable}.</translation>
    </message>
    <message>
        <source>Start your keyring (Secret Service or KWallet), or sign in for this run only.</source>
        <translation>Avvia il portachiavi (Secret Service o KWallet) o accedi solo per questa volta.</translation>
    </message>
    <message>
        <source>Start your keyring (Secret Service or KWallet).</source>
        <translation>Avvia il portachiavi (Secret Service o KWallet).</translation>
    </message>
    <message>
        <source>Switch &apos;Start at login&apos; on in the settings to have this copy started.</source>
        <translation>Attiva «Avvia all’accesso» nelle impostazioni per avviare questa copia.</translation>
    </message>
    <message>
        <source>The access token ends at {since}</source>
        <translation>Il token di accesso scade alle {since}</translation>
    </message>
    <message>
        <source>The access token in {variable} no longer works: it lives for an hour at most.</source>
        <translation>Il token di accesso in {variable} non funziona più: vale un’ora al massimo.</translation>
    </message>
    <message>
        <source>The access token in {variable} no longer works: it lives for an hour at most. Set {key_variable} instead and start the program again.</source>
        <translation>Il token di accesso in {variable} non funziona più: vale un’ora al massimo. Imposta invece {key_variable} e riavvia il programma.</translation>
    </message>
    <message>
        <source>The access token no longer works: it lives for an hour at most.</source>
        <translation>Il token di accesso non funziona più: vale un’ora al massimo.</translation>
    </message>
    <message>
        <source>The access token works for an hour at most.</source>
        <translation>Il token di accesso vale un’ora al massimo.</translation>
    </message>
    <message>
        <source>The account is blocked until the wallet is topped up.</source>
        <translation>L’account è bloccato fino alla ricarica del portafoglio.</translation>
    </message>
    <message>
        <source>The answer is a web page and not from {service}.</source>
        <translation>La risposta è una pagina web e non viene da {service}.</translation>
    </message>
    <message>
        <source>The answer of {service} could not be understood.</source>
        <translation>La risposta di {service} non è comprensibile.</translation>
    </message>
    <message>
        <source>The certificate of {host} has expired.</source>
        <translation>Il certificato di {host} è scaduto.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted by this system.</source>
        <translation>Il certificato di {host} non è considerato attendibile da questo sistema.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not valid yet.</source>
        <translation>Il certificato di {host} non è ancora valido.</translation>
    </message>
    <message>
        <source>The certificate of {service} is not valid yet.</source>
        <translation>Il certificato di {service} non è ancora valido.</translation>
    </message>
    <message>
        <source>The clock could not be compared: no service told the time.</source>
        <translation>Non è stato possibile confrontare l’orologio: nessun servizio ha indicato l’ora.</translation>
    </message>
    <message>
        <source>The connection to {host} is private: its certificate is trusted.</source>
        <translation>La connessione a {host} è privata: il certificato è attendibile.</translation>
    </message>
    <message>
        <source>The connection to {service} broke in the middle of an answer.</source>
        <translation>La connessione a {service} si è interrotta durante una risposta.</translation>
    </message>
    <message>
        <source>The connection to {service} is not private.</source>
        <translation>La connessione a {service} non è privata.</translation>
    </message>
    <message>
        <source>The copy of the program that was to start at login is gone. Switch it on to have this one started.</source>
        <translation>La copia del programma che doveva avviarsi all’accesso non c’è più. Attiva l’opzione per avviare questa.</translation>
    </message>
    <message>
        <source>The disk is full, so {file} was not written.</source>
        <translation>Il disco è pieno, perciò {file} non è stato scritto.</translation>
    </message>
    <message>
        <source>The display that DISPLAY or WAYLAND_DISPLAY names cannot be used.</source>
        <translation>Lo schermo indicato da DISPLAY o WAYLAND_DISPLAY non è utilizzabile.</translation>
    </message>
    <message>
        <source>The folder of this program has a name that cannot be started at login. Move the program to another folder.</source>
        <translation>La cartella di questo programma ha un nome che non si può avviare all’accesso. Sposta il programma in un’altra cartella.</translation>
    </message>
    <message>
        <source>The folder {folder} is not yours alone, so Wallet Tray keeps nothing in it and does not start. Move it away, or have its owner changed to you.</source>
        <translation>La cartella {folder} non è solo tua: per questo Wallet Tray non vi conserva nulla e non si avvia. Spostala, o fattene assegnare la proprietà.</translation>
    </message>
    <message>
        <source>The folders of this program are open to you alone.</source>
        <translation>Le cartelle di questo programma sono accessibili solo a te.</translation>
    </message>
    <message>
        <source>The folders of this program could not be looked at in time.</source>
        <translation>Non è stato possibile esaminare in tempo le cartelle di questo programma.</translation>
    </message>
    <message>
        <source>The history can be read, but is larger than it should grow: {size}.</source>
        <translation>La cronologia è leggibile, ma più grande di quanto dovrebbe: {size}.</translation>
    </message>
    <message>
        <source>The history can be read: {size}.</source>
        <translation>La cronologia è leggibile: {size}.</translation>
    </message>
    <message>
        <source>The history could not be read in time.</source>
        <translation>Non è stato possibile leggere in tempo la cronologia.</translation>
    </message>
    <message>
        <source>The history in {file} cannot be read.</source>
        <translation>La cronologia in {file} non si può leggere.</translation>
    </message>
    <message>
        <source>The history in {file} is no history, or is damaged.</source>
        <translation>La cronologia in {file} non è tale o è danneggiata.</translation>
    </message>
    <message>
        <source>The history was written by a newer version, so nothing is recorded.</source>
        <translation>La cronologia è di una versione più recente, perciò nulla viene registrato.</translation>
    </message>
    <message>
        <source>The key in the environment stays in use.</source>
        <translation>La chiave dell’ambiente resta in uso.</translation>
    </message>
    <message>
        <source>The keyring ({keyring}) did not do what was asked of it.</source>
        <translation>Il portachiavi ({keyring}) non ha fatto quanto richiesto.</translation>
    </message>
    <message>
        <source>The keyring ({keyring}) is locked, so nothing was looked up in it.</source>
        <translation>Il portachiavi ({keyring}) è bloccato, perciò non vi è stato cercato nulla.</translation>
    </message>
    <message>
        <source>The keyring did not take the key, so it is kept until you quit.</source>
        <translation>Il portachiavi non ha accettato la chiave, perciò viene tenuta fino alla chiusura.</translation>
    </message>
    <message>
        <source>The keyring does not answer.</source>
        <translation>Il portachiavi non risponde.</translation>
    </message>
    <message>
        <source>The keyring holds no {credential} for {host}.</source>
        <translation>Nel portachiavi per {host} manca: {credential}.</translation>
    </message>
    <message>
        <source>The keyring holds {the_credential}.</source>
        <translation>Il portachiavi contiene {the_credential}.</translation>
    </message>
    <message>
        <source>The last known balance stays on show. Open Wallet Tray to see what is in the way.</source>
        <translation>L’ultimo saldo noto resta visibile. Apri Wallet Tray per vedere che cosa lo impedisce.</translation>
    </message>
    <message>
        <source>The log tells more.</source>
        <translation>Il registro contiene altri dettagli.</translation>
    </message>
    <message>
        <source>The log tells more; please report it.</source>
        <translation>Il registro contiene altri dettagli; segnala il problema.</translation>
    </message>
    <message>
        <source>The log tells more; the program tries again by itself.</source>
        <translation>Il registro contiene altri dettagli; il programma riprova da solo.</translation>
    </message>
    <message>
        <source>The name of the proxy, {proxy}, was not found.</source>
        <translation>Il nome del proxy, {proxy}, non è stato trovato.</translation>
    </message>
    <message>
        <source>The name {host} was not found in time.</source>
        <translation>Il nome {host} non è stato trovato in tempo.</translation>
    </message>
    <message>
        <source>The name {host} was not found.</source>
        <translation>Il nome {host} non è stato trovato.</translation>
    </message>
    <message>
        <source>The notification service</source>
        <translation>Il servizio di notifica</translation>
    </message>
    <message>
        <source>The notification service does not answer, so alerts may not be shown.</source>
        <translation>Il servizio di notifica non risponde, perciò gli avvisi potrebbero non essere mostrati.</translation>
    </message>
    <message>
        <source>The package {package} is missing.</source>
        <translation>Manca il pacchetto {package}.</translation>
    </message>
    <message>
        <source>The path of the history is too long for SQLite, so nothing is recorded: {file}.</source>
        <translation>Il percorso della cronologia è troppo lungo per SQLite, quindi non viene registrato nulla: {file}.</translation>
    </message>
    <message>
        <source>The program starts at login.</source>
        <translation>Il programma si avvia all’accesso.</translation>
    </message>
    <message>
        <source>The program tries again by itself.</source>
        <translation>Il programma riprova da solo.</translation>
    </message>
    <message>
        <source>The proxy does not let this program through to {service}.</source>
        <translation>Il proxy non lascia passare questo programma verso {service}.</translation>
    </message>
    <message>
        <source>The proxy from {source} cannot be used: it is {flaw}.</source>
        <translation>Il proxy non è utilizzabile ({source}): {flaw}.</translation>
    </message>
    <message>
        <source>The proxy setting cannot be used.</source>
        <translation>L’impostazione del proxy non è utilizzabile.</translation>
    </message>
    <message>
        <source>The proxy wants a user name and password.</source>
        <translation>Il proxy chiede nome utente e password.</translation>
    </message>
    <message>
        <source>The proxy {proxy} cannot be reached, or does not let us through ({detail}).</source>
        <translation>Il proxy {proxy} non è raggiungibile o non ci lascia passare ({detail}).</translation>
    </message>
    <message>
        <source>The proxy {proxy} wants a user name and password.</source>
        <translation>Il proxy {proxy} richiede nome utente e password.</translation>
    </message>
    <message>
        <source>The session bus (D-Bus) cannot be reached, and trays are found through it.</source>
        <translation>Il bus di sessione (D-Bus) non è raggiungibile, e serve a trovare l’area di notifica.</translation>
    </message>
    <message>
        <source>The session bus (D-Bus) cannot be reached, so no alert can be shown.</source>
        <translation>Il bus di sessione (D-Bus) non è raggiungibile, perciò nessun avviso può essere mostrato.</translation>
    </message>
    <message>
        <source>The settings could not be read in time, and no account was examined.</source>
        <translation>Non è stato possibile leggere in tempo le impostazioni, e nessun account è stato esaminato.</translation>
    </message>
    <message>
        <source>The settings file cannot be read. Check its permissions.</source>
        <translation>Il file delle impostazioni non si può leggere. Controlla i permessi.</translation>
    </message>
    <message>
        <source>The settings file is no valid TOML, so it is not in force. Correct settings.toml.</source>
        <translation>Il file delle impostazioni non è TOML valido, perciò non è in vigore. Correggi settings.toml.</translation>
    </message>
    <message>
        <source>The settings need a look</source>
        <translation>Le impostazioni richiedono attenzione</translation>
    </message>
    <message>
        <source>The settings of {service} cannot be used.</source>
        <translation>Le impostazioni di {service} non sono utilizzabili.</translation>
    </message>
    <message>
        <source>The settings were not saved: the disk is full.</source>
        <translation>Le impostazioni non sono state salvate: il disco è pieno.</translation>
    </message>
    <message>
        <source>The settings were not saved: the file cannot be written. Check its permissions.</source>
        <translation>Le impostazioni non sono state salvate: il file non si può scrivere. Controlla i permessi.</translation>
    </message>
    <message>
        <source>The settings were not saved: the file was written by a newer version.</source>
        <translation>Le impostazioni non sono state salvate: il file è di una versione più recente.</translation>
    </message>
    <message>
        <source>The title carries the balance; for more, use another notification service.</source>
        <translation>Il titolo riporta il saldo; per avere di più, usa un altro servizio di notifica.</translation>
    </message>
    <message>
        <source>The tray does not answer.</source>
        <translation>L’area di notifica non risponde.</translation>
    </message>
    <message>
        <source>The tray icon cannot be shown: the system library {library} is missing.</source>
        <translation>L’icona non può essere mostrata: manca la libreria di sistema {library}.</translation>
    </message>
    <message>
        <source>The tray is part of this system.</source>
        <translation>L’area di notifica fa parte di questo sistema.</translation>
    </message>
    <message>
        <source>The tray program does not run.</source>
        <translation>Il programma nell’area di notifica non è in esecuzione.</translation>
    </message>
    <message>
        <source>The tray program runs, but a second start cannot reach it.</source>
        <translation>Il programma nell’area di notifica è in esecuzione, ma un secondo avvio non lo raggiunge.</translation>
    </message>
    <message>
        <source>The tray program runs, but does not react.</source>
        <translation>Il programma nell’area di notifica è in esecuzione, ma non reagisce.</translation>
    </message>
    <message>
        <source>The tray program runs.</source>
        <translation>Il programma nell’area di notifica è in esecuzione.</translation>
    </message>
    <message>
        <source>The {credential} comes from {variable}, not from the keyring.</source>
        <translation>{credential}: proviene da {variable}, non dal portachiavi.</translation>
    </message>
    <message>
        <source>There is a tray of the older kind (XEmbed), and it shows tooltips.</source>
        <translation>C’è un’area di notifica di vecchio tipo (XEmbed), e mostra i suggerimenti.</translation>
    </message>
    <message>
        <source>There is a tray{by}, and it shows tooltips.</source>
        <translation>C’è un’area di notifica{by}, e mostra i suggerimenti.</translation>
    </message>
    <message>
        <source>There is a tray{by}, but this desktop shows no tooltips.</source>
        <translation>C’è un’area di notifica{by}, ma questo desktop non mostra i suggerimenti.</translation>
    </message>
    <message>
        <source>There is no desktop here that shows notifications.</source>
        <translation>Qui non c’è un desktop che mostri notifiche.</translation>
    </message>
    <message>
        <source>There is no display here, and so no tray.</source>
        <translation>Qui non c’è uno schermo, e quindi nessuna area di notifica.</translation>
    </message>
    <message>
        <source>There is no keyring here, so the key is kept in memory until you quit.</source>
        <translation>Qui non c’è un portachiavi, perciò la chiave resta in memoria fino alla chiusura.</translation>
    </message>
    <message>
        <source>There is no keyring to keep credentials in.</source>
        <translation>Non c’è un portachiavi in cui conservare le credenziali.</translation>
    </message>
    <message>
        <source>There is no keyring to remove the keys from.</source>
        <translation>Non c’è un portachiavi da cui rimuovere le chiavi.</translation>
    </message>
    <message>
        <source>There is no keyring to take {the_credential} from.</source>
        <translation>Non c’è un portachiavi da cui prendere {the_credential}.</translation>
    </message>
    <message>
        <source>There is no keyring; {variable} is used instead.</source>
        <translation>Non c’è un portachiavi; al suo posto viene usata {variable}.</translation>
    </message>
    <message>
        <source>There is no notification service, so no alert can be shown.</source>
        <translation>Non c’è un servizio di notifica, perciò nessun avviso può essere mostrato.</translation>
    </message>
    <message>
        <source>There is no settings file, so the defaults are in force.</source>
        <translation>Non c’è un file delle impostazioni, perciò valgono i valori predefiniti.</translation>
    </message>
    <message>
        <source>There is no wallet at the address of {service}.</source>
        <translation>All’indirizzo di {service} non c’è un portafoglio.</translation>
    </message>
    <message numerus="yes">
        <source>There is something wrong with %n more value(s).</source>
        <translation>
            <numerusform>C’è qualcosa che non va in %n altro valore.</numerusform>
            <numerusform>C’è qualcosa che non va in altri %n valori.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is something wrong with one more value.</source>
        <translation>C’è qualcosa che non va in un altro valore.</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>Non c’è stata risposta in tempo.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: it is longer than 8,192 characters.</source>
        <translation>Questo non può essere {a_credential}: supera gli 8192 caratteri.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are characters in it that are not allowed.</source>
        <translation>Questo non può essere {a_credential}: contiene caratteri non ammessi.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are control characters in it.</source>
        <translation>Questo non può essere {a_credential}: contiene caratteri di controllo.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are spaces or line breaks in it.</source>
        <translation>Questo non può essere {a_credential}: contiene spazi o interruzioni di riga.</translation>
    </message>
    <message>
        <source>This check failed by a fault of the program.</source>
        <translation>Questo controllo è fallito per un errore del programma.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock agrees with that of {host}.</source>
        <translation>L’orologio di questo computer concorda con quello di {host}.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {amount} ahead of that of {host}.</source>
        <translation>L’orologio di questo computer è avanti di {amount} rispetto a {host}.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {amount} behind that of {host}.</source>
        <translation>L’orologio di questo computer è indietro di {amount} rispetto a {host}.</translation>
    </message>
    <message>
        <source>This copy of the program runs only from where it was started. Install it to have it started at login.</source>
        <translation>Questa copia del programma funziona solo da dove è stata avviata. Installalo per avviarlo all’accesso.</translation>
    </message>
    <message>
        <source>This desktop shows no tray icons, so the wallet has a window of its own.</source>
        <translation>Questo desktop non mostra icone nell’area di notifica, perciò il portafoglio ha una finestra propria.</translation>
    </message>
    <message>
        <source>Time left: below {limit}</source>
        <translation>Tempo rimanente: sotto {limit}</translation>
    </message>
    <message>
        <source>Time left: not enough data yet</source>
        <translation>Tempo rimanente: ancora pochi dati</translation>
    </message>
    <message>
        <source>To have this one started, switch &apos;Start at login&apos; off and on in its settings.</source>
        <translation>Per avviare questa, disattiva e riattiva «Avvia all’accesso» nelle sue impostazioni.</translation>
    </message>
    <message>
        <source>To keep a credential, start your keyring (Secret Service or KWallet).</source>
        <translation>Per conservare una credenziale, avvia il portachiavi (Secret Service o KWallet).</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>Ricarica</translation>
    </message>
    <message>
        <source>Top up soon: the service may delete what you have there.</source>
        <translation>Ricarica presto: il servizio può eliminare quello che hai lì.</translation>
    </message>
    <message>
        <source>Top up to continue.</source>
        <translation>Ricarica per continuare.</translation>
    </message>
    <message>
        <source>Total: {amount}</source>
        <translation>Totale: {amount}</translation>
    </message>
    <message>
        <source>Total: {total}, reserved: {reserved}</source>
        <translation>Totale: {total}, riservato: {reserved}</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Area di notifica</translation>
    </message>
    <message>
        <source>Tray icons are registered here{by}, but no panel shows them.</source>
        <translation>Qui le icone vengono registrate{by}, ma nessun pannello le mostra.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation>Riprova tra poco.</translation>
    </message>
    <message>
        <source>Try again; if that goes on, log out and in again.</source>
        <translation>Riprova; se continua, esci dalla sessione e rientra.</translation>
    </message>
    <message>
        <source>Unlock it and run this again, or set {key_variable}.</source>
        <translation>Sbloccalo ed esamina di nuovo, o imposta {key_variable}.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Sbloccalo e riprova.</translation>
    </message>
    <message>
        <source>Updated {time}</source>
        <translation>Aggiornato {time}</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versioni</translation>
    </message>
    <message>
        <source>Wallet Tray cannot make sure that it runs only once, as no file can be locked in {folder}. Check whether the folder is there and open to you.</source>
        <translation>Wallet Tray non può garantire di essere in esecuzione una sola volta, perché in {folder} non è possibile bloccare alcun file. Controlla se la cartella esiste e se puoi accedervi.</translation>
    </message>
    <message>
        <source>Wallet Tray ended unexpectedly three times in a row.</source>
        <translation>Wallet Tray si è chiuso inaspettatamente tre volte di seguito.</translation>
    </message>
    <message>
        <source>Wallet Tray runs already on the computer {computer}, which uses the same home folder. End it there to have it here.</source>
        <translation>Wallet Tray è già in esecuzione sul computer {computer}, che usa la stessa cartella home. Terminalo lì per averlo qui.</translation>
    </message>
    <message>
        <source>Wallet Tray runs already, but does not answer. End it ({process}), then start it again.</source>
        <translation>Wallet Tray è già in esecuzione, ma non risponde. Terminalo ({process}), poi avvialo di nuovo.</translation>
    </message>
    <message>
        <source>Wallet Tray runs already, but does not answer. It hangs, or runs on another computer that uses the same home folder. End it, then start it again.</source>
        <translation>Wallet Tray è già in esecuzione, ma non risponde. È bloccato, oppure è in esecuzione su un altro computer che usa la stessa cartella home. Terminalo, poi avvialo di nuovo.</translation>
    </message>
    <message>
        <source>Wallet Tray runs already, on another display. End it there to have it here.</source>
        <translation>Wallet Tray è già in esecuzione su un altro schermo. Terminalo lì per averlo qui.</translation>
    </message>
    <message>
        <source>Wallet Tray was upgraded or removed since it was started.</source>
        <translation>Wallet Tray è stato aggiornato o rimosso dopo l’avvio.</translation>
    </message>
    <message>
        <source>Wallet empty: {amount}</source>
        <translation>Portafoglio vuoto: {amount}</translation>
    </message>
    <message>
        <source>What answers at {host} shows the certificate of another host.</source>
        <translation>Ciò che risponde a {host} mostra il certificato di un altro host.</translation>
    </message>
    <message>
        <source>What answers at {host} speaks no usable TLS.</source>
        <translation>Ciò che risponde a {host} non parla un TLS utilizzabile.</translation>
    </message>
    <message>
        <source>What is set for {service} cannot be {a_credential}.</source>
        <translation>Ciò che è impostato per {service} non può essere {a_credential}.</translation>
    </message>
    <message>
        <source>What is to start at login is gone, or no longer finds the program: {program}.</source>
        <translation>Ciò che si deve avviare all’accesso non c’è più, o non trova più il programma: {program}.</translation>
    </message>
    <message>
        <source>What starts at login could not be looked at in time.</source>
        <translation>Non è stato possibile esaminare in tempo ciò che si avvia all’accesso.</translation>
    </message>
    <message>
        <source>What the keyring holds cannot be {a_credential}.</source>
        <translation>Ciò che contiene il portachiavi non può essere {a_credential}.</translation>
    </message>
    <message>
        <source>What {variable} holds cannot be a credential. Set the whole of it and start the program again.</source>
        <translation>Il contenuto di {variable} non può essere una credenziale. Imposta il valore completo e riavvia il programma.</translation>
    </message>
    <message>
        <source>What {variable} holds cannot be {a_credential}.</source>
        <translation>Ciò che contiene {variable} non può essere {a_credential}.</translation>
    </message>
    <message>
        <source>Whether {keyring} holds {the_credential} was not looked up: it might ask for a password.</source>
        <translation>Non si è controllato se {keyring} contiene {the_credential}: potrebbe chiedere una password.</translation>
    </message>
    <message>
        <source>Write it like http://proxy.example:3128, or set network.proxy to &quot;none&quot;.</source>
        <translation>Scrivilo come http://proxy.example:3128, o imposta network.proxy su &quot;none&quot;.</translation>
    </message>
    <message>
        <source>You are not signed in to {service}.</source>
        <translation>Non hai effettuato l’accesso a {service}.</translation>
    </message>
    <message>
        <source>Your keyring did not do what was asked of it.</source>
        <translation>Il portachiavi non ha fatto quanto richiesto.</translation>
    </message>
    <message>
        <source>Your keyring failed, so the keys in it could not be removed.</source>
        <translation>Il portachiavi non ha funzionato, quindi le chiavi che contiene non sono state rimosse.</translation>
    </message>
    <message>
        <source>Your keyring is locked, so the keys in it could not be removed.</source>
        <translation>Il portachiavi è bloccato, quindi le chiavi che contiene non sono state rimosse.</translation>
    </message>
    <message>
        <source>Your keyring is locked.</source>
        <translation>Il portachiavi è bloccato.</translation>
    </message>
    <message>
        <source>Your keyring is waiting to be unlocked.</source>
        <translation>Il portachiavi attende di essere sbloccato.</translation>
    </message>
    <message>
        <source>Your keyring is waiting to be unlocked; the keys in it are removed when you do.</source>
        <translation>Il portachiavi attende di essere sbloccato; a quel punto le chiavi che contiene saranno rimosse.</translation>
    </message>
    <message>
        <source>Your list of programs that start at login cannot be changed. Check the permissions of its folder.</source>
        <translation>L’elenco dei programmi avviati all’accesso non si può modificare. Controlla i permessi della sua cartella.</translation>
    </message>
    <message>
        <source>a list of tables</source>
        <translation>un elenco di tabelle</translation>
    </message>
    <message>
        <source>a number from 0 on</source>
        <translation>un numero da 0 in su</translation>
    </message>
    <message>
        <source>a number from 30 to 86400</source>
        <translation>un numero da 30 a 86400</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>una tabella</translation>
    </message>
    <message>
        <source>a table of texts</source>
        <translation>una tabella di testi</translation>
    </message>
    <message>
        <source>a wallet service whose description has no errors</source>
        <translation>un servizio la cui descrizione non contiene errori</translation>
    </message>
    <message>
        <source>a whole number from 1 on</source>
        <translation>un numero intero da 1 in su</translation>
    </message>
    <message>
        <source>access token</source>
        <translation>token di accesso</translation>
    </message>
    <message>
        <source>access token ended</source>
        <translation>token di accesso scaduto</translation>
    </message>
    <message>
        <source>account blocked</source>
        <translation>account bloccato</translation>
    </message>
    <message>
        <source>address not found</source>
        <translation>indirizzo non trovato</translation>
    </message>
    <message>
        <source>alerts snoozed</source>
        <translation>avvisi silenziati</translation>
    </message>
    <message>
        <source>amount due above the limit</source>
        <translation>da pagare oltre la soglia</translation>
    </message>
    <message>
        <source>an API key</source>
        <translation>una chiave API</translation>
    </message>
    <message>
        <source>an access token</source>
        <translation>un token di accesso</translation>
    </message>
    <message>
        <source>an https address without a user name</source>
        <translation>un indirizzo https senza nome utente</translation>
    </message>
    <message>
        <source>an https address, or empty</source>
        <translation>un indirizzo https, oppure vuoto</translation>
    </message>
    <message>
        <source>an id of its own</source>
        <translation>un identificativo proprio</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e %n altro</numerusform>
            <numerusform>e altri %n</numerusform>
        </translation>
    </message>
    <message>
        <source>answer cut off</source>
        <translation>risposta interrotta</translation>
    </message>
    <message>
        <source>answer not understood</source>
        <translation>risposta non comprensibile</translation>
    </message>
    <message>
        <source>as this wallet service asks for it</source>
        <translation>come lo richiede questo servizio</translation>
    </message>
    <message>
        <source>asked too often</source>
        <translation>richieste troppo frequenti</translation>
    </message>
    <message>
        <source>at the last day&apos;s pace</source>
        <translation>al ritmo dell’ultimo giorno</translation>
    </message>
    <message>
        <source>at the last hour&apos;s pace</source>
        <translation>al ritmo dell’ultima ora</translation>
    </message>
    <message>
        <source>at the last week&apos;s pace</source>
        <translation>al ritmo dell’ultima settimana</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>({time})</translation>
    </message>
    <message>
        <source>connection not private</source>
        <translation>connessione non privata</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>critico</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vuoto</translation>
    </message>
    <message>
        <source>fault in this program</source>
        <translation>errore del programma</translation>
    </message>
    <message>
        <source>in [accounts.alerts], in that account&apos;s own unit</source>
        <translation>in [accounts.alerts], nell&apos;unità di quell&apos;account</translation>
    </message>
    <message>
        <source>keyring failed</source>
        <translation>errore del portachiavi</translation>
    </message>
    <message>
        <source>keyring locked</source>
        <translation>portachiavi bloccato</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>caricamento</translation>
    </message>
    <message>
        <source>low</source>
        <translation>basso</translation>
    </message>
    <message>
        <source>network.proxy in the settings</source>
        <translation>network.proxy nelle impostazioni</translation>
    </message>
    <message>
        <source>no URL</source>
        <translation>non è un URL</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>nessuna risposta in tempo</translation>
    </message>
    <message>
        <source>no keyring</source>
        <translation>nessun portachiavi</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>nessun permesso</translation>
    </message>
    <message>
        <source>no usable account in the settings</source>
        <translation>nessun account utilizzabile nelle impostazioni</translation>
    </message>
    <message>
        <source>no wallet</source>
        <translation>nessun portafoglio</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>accesso non effettuato</translation>
    </message>
    <message>
        <source>not the service</source>
        <translation>non è il servizio</translation>
    </message>
    <message>
        <source>of an unknown kind</source>
        <translation>tipo sconosciuto</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>one line of 1 to 80 printable characters, not all of them blank</source>
        <translation>una sola riga da 1 a 80 caratteri stampabili, non solo spazi</translation>
    </message>
    <message>
        <source>one that this wallet service offers</source>
        <translation>una di quelle offerte da questo servizio</translation>
    </message>
    <message>
        <source>overdrawn</source>
        <translation>scoperto</translation>
    </message>
    <message>
        <source>proxy refused</source>
        <translation>rifiuto del proxy</translation>
    </message>
    <message>
        <source>proxy unusable</source>
        <translation>proxy inutilizzabile</translation>
    </message>
    <message>
        <source>proxy wants a login</source>
        <translation>il proxy chiede l’accesso</translation>
    </message>
    <message>
        <source>refreshing paused</source>
        <translation>aggiornamento sospeso</translation>
    </message>
    <message>
        <source>request refused</source>
        <translation>richiesta respinta</translation>
    </message>
    <message>
        <source>restart needed</source>
        <translation>riavvio necessario</translation>
    </message>
    <message>
        <source>sent elsewhere</source>
        <translation>rinviato altrove</translation>
    </message>
    <message>
        <source>service has trouble</source>
        <translation>problemi del servizio</translation>
    </message>
    <message>
        <source>settings unusable</source>
        <translation>impostazioni inutilizzabili</translation>
    </message>
    <message>
        <source>settings.toml is gone. Put it back, or change a setting to make a new one.</source>
        <translation>settings.toml non c’è più. Rimettilo al suo posto, o cambia un’impostazione per crearne uno nuovo.</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>non aggiornato</translation>
    </message>
    <message>
        <source>the API key</source>
        <translation>la chiave API</translation>
    </message>
    <message>
        <source>the access token</source>
        <translation>il token di accesso</translation>
    </message>
    <message>
        <source>the address of your own service</source>
        <translation>l&apos;indirizzo del proprio servizio</translation>
    </message>
    <message>
        <source>the id of a known wallet service</source>
        <translation>l&apos;identificativo di un servizio noto</translation>
    </message>
    <message>
        <source>the system or its environment</source>
        <translation>il sistema o il suo ambiente</translation>
    </message>
    <message>
        <source>time left below the limit</source>
        <translation>tempo rimanente sotto la soglia</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true o false</translation>
    </message>
    <message>
        <source>waiting for keyring</source>
        <translation>in attesa del portachiavi</translation>
    </message>
    <message>
        <source>{amount} after topping up {added}</source>
        <translation>{amount} dopo la ricarica di {added}</translation>
    </message>
    <message>
        <source>{count} more values in {file} cannot be used.</source>
        <translation>Altri {count} valori in {file} non sono utilizzabili.</translation>
    </message>
    <message>
        <source>{daemon} shows notifications, but no buttons on them.</source>
        <translation>{daemon} mostra le notifiche, ma senza pulsanti.</translation>
    </message>
    <message>
        <source>{daemon} shows notifications, with buttons.</source>
        <translation>{daemon} mostra le notifiche, con i pulsanti.</translation>
    </message>
    <message>
        <source>{daemon} shows only the title of a notification.</source>
        <translation>{daemon} mostra solo il titolo di una notifica.</translation>
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
        <translation>{file} non si può leggere, e nessun account è stato esaminato.</translation>
    </message>
    <message>
        <source>{file} cannot be written. Choose another folder.</source>
        <translation>{file} non si può scrivere. Scegli un’altra cartella.</translation>
    </message>
    <message>
        <source>{file} could not be removed; remove it by hand.</source>
        <translation>{file} non si può rimuovere; rimuovilo a mano.</translation>
    </message>
    <message>
        <source>{file} has keys that are not known and have no effect: {keys}.</source>
        <translation>{file} contiene chiavi sconosciute e senza effetto: {keys}.</translation>
    </message>
    <message>
        <source>{file} holds the proxy&apos;s password, and other users of this computer can read it.</source>
        <translation>{file} contiene la password del proxy, e altri utenti di questo computer possono leggerla.</translation>
    </message>
    <message>
        <source>{file} is no valid TOML, so it is not in force, and no account was examined.</source>
        <translation>{file} non è TOML valido, perciò non è in vigore, e nessun account è stato esaminato.</translation>
    </message>
    <message>
        <source>{file} is read without a fault.</source>
        <translation>{file} viene letto senza errori.</translation>
    </message>
    <message>
        <source>{file} was written by a newer version: it is used, but never changed.</source>
        <translation>{file} è di una versione più recente: viene usato, ma mai modificato.</translation>
    </message>
    <message>
        <source>{file}, which listed accounts, is gone, and no account was examined.</source>
        <translation>{file}, che elencava degli account, non c’è più, e nessun account è stato esaminato.</translation>
    </message>
    <message>
        <source>{folder} belongs to another user, so nothing is kept there.</source>
        <translation>{folder} appartiene a un altro utente, perciò lì non viene conservato nulla.</translation>
    </message>
    <message>
        <source>{host} answers.</source>
        <translation>{host} risponde.</translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation>{host} non ha risposto in tempo.</translation>
    </message>
    <message>
        <source>{host} is asked directly, without a proxy.</source>
        <translation>{host} viene contattato direttamente, senza proxy.</translation>
    </message>
    <message>
        <source>{host} is asked through the proxy {proxy}, from {source}.</source>
        <translation>{host} viene contattato tramite il proxy {proxy} ({source}).</translation>
    </message>
    <message>
        <source>{host} is this computer itself, asked without TLS.</source>
        <translation>{host} è questo stesso computer, contattato senza TLS.</translation>
    </message>
    <message>
        <source>{key} in settings.toml must be {must_be}; until then the account is switched off.</source>
        <translation>{key} in settings.toml deve essere {must_be}; fino ad allora l’account è disattivato.</translation>
    </message>
    <message>
        <source>{key} in settings.toml must be {must_be}; until then the default is in force.</source>
        <translation>{key} in settings.toml deve essere {must_be}; fino ad allora vale il valore predefinito.</translation>
    </message>
    <message>
        <source>{left}</source>
        <translation>{left}</translation>
    </message>
    <message>
        <source>{left} (up to {longest}) {pace}</source>
        <translation>{left} (fino a {longest}) {pace}</translation>
    </message>
    <message>
        <source>{left} ({shortest} or more) {pace}</source>
        <translation>{left} ({shortest} o più) {pace}</translation>
    </message>
    <message>
        <source>{left} ({shortest} to {longest}) {pace}</source>
        <translation>{left} (da {shortest} a {longest}) {pace}</translation>
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
            <numerusform>{name} e %n altro</numerusform>
            <numerusform>{name} e altri %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{problems}, {notes}.</source>
        <translation>{problems}, {notes}.</translation>
    </message>
    <message>
        <source>{service} accepts {the_credential} and tells the balance.</source>
        <translation>{service} accetta {the_credential} e comunica il saldo.</translation>
    </message>
    <message>
        <source>{service} asks to be asked less often.</source>
        <translation>{service} chiede di ricevere meno richieste.</translation>
    </message>
    <message>
        <source>{service} cannot be reached.</source>
        <translation>{service} non è raggiungibile.</translation>
    </message>
    <message>
        <source>{service} did not accept the request.</source>
        <translation>{service} non ha accettato la richiesta.</translation>
    </message>
    <message>
        <source>{service} did not answer in time.</source>
        <translation>{service} non ha risposto in tempo.</translation>
    </message>
    <message>
        <source>{service} does not let {the_credential} read the balance.</source>
        <translation>{service} non permette di leggere il saldo con {the_credential} in uso.</translation>
    </message>
    <message>
        <source>{service} has blocked this account.</source>
        <translation>{service} ha bloccato questo account.</translation>
    </message>
    <message>
        <source>{service} has no wallet for {the_credential}.</source>
        <translation>{service} non ha alcun portafoglio per {the_credential}.</translation>
    </message>
    <message>
        <source>{service} has trouble at the moment.</source>
        <translation>{service} ha difficoltà al momento.</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential}</source>
        <translation>{service} rifiuta {the_credential}</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential} in {variable}.</source>
        <translation>{service} rifiuta {the_credential} in {variable}.</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential} that it was given by {variable}. Set another one and start the program again.</source>
        <translation>{service} rifiuta {the_credential} di {variable}. Imposta un altro valore e riavvia il programma.</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential}.</source>
        <translation>{service} rifiuta {the_credential}.</translation>
    </message>
    <message>
        <source>{service} sends requests to another address, which is not followed.</source>
        <translation>{service} rinvia a un altro indirizzo, che non viene seguito.</translation>
    </message>
    <message>
        <source>{variable} is set and not used: it could be for {ids}.</source>
        <translation>{variable} è impostata ma non è usata: potrebbe essere per uno di questi account: {ids}.</translation>
    </message>
    <message>
        <source>{variable} is set and not used: {file} lists no account any more.</source>
        <translation>{variable} è impostata e non viene usata: {file} non elenca più alcun account.</translation>
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
