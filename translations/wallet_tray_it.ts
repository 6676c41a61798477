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
        <source>Alert limits of its own</source>
        <translation>Soglie di avviso proprie</translation>
    </message>
    <message>
        <source>Export history…</source>
        <translation type="unfinished"></translation>
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
        <source>Otherwise the ones under Alerts.</source>
        <translation>Altrimenti quelle in Avvisi.</translation>
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
        <source>Outlook</source>
        <translation>Previsione</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examine again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at everything; this takes up to 15 seconds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
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
    <name>ExportField</name>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that was recorded of this account, as a table (CSV).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Start at login</source>
        <translation>Avvia all’accesso</translation>
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
    <name>PopupFoot</name>
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
        <translation>Aggiorno…</translation>
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
    <name>PopupHead</name>
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
    <name>RemovalQuestion</name>
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
    <name>SettingField</name>
    <message>
        <source>Cannot be used</source>
        <translation type="unfinished"></translation>
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
        <source>Diagnosis…</source>
        <translation type="unfinished"></translation>
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
    <name>SettingsFile</name>
    <message>
        <source>No program took the settings file. It is {path}.</source>
        <translation>Nessun programma ha aperto il file delle impostazioni. È {path}.</translation>
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
        <source>Enter an API key of {service}. It is checked with one call and then kept in your keyring; where there is none, in memory until you quit.</source>
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
    <name>TrayProgram</name>
    <message>
        <source>A demo opens no pages. Here would be {page}.</source>
        <translation>Una demo non apre pagine. Qui si aprirebbe {page}.</translation>
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
        <source>To begin it needs an API key of {service}. The key is checked with one call and kept in your keyring.</source>
        <translation>Per iniziare serve una chiave API di {service}. Viene verificata con una richiesta e conservata nel portachiavi.</translation>
    </message>
    <message>
        <source>Welcome to Wallet Tray</source>
        <translation>Benvenuto in Wallet Tray</translation>
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
        <source>Enter a name of up to 80 characters.</source>
        <translation>Inserisci un nome di 80 caratteri al massimo.</translation>
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
        <source>&quot;bytenite&quot;</source>
        <translation>&quot;bytenite&quot;</translation>
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
        <source>%n note(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recorded balance(s) written to {file}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
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
        <source>All is well</source>
        <translation>Tutto bene</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount due: {amount}</source>
        <translation>Da pagare: {amount}</translation>
    </message>
    <message>
        <source>Another program has made {file} meanwhile. Nothing was replaced; choose another name.</source>
        <translation type="unfinished"></translation>
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
        <source>Below your limit of {limit}. Jobs stop when the wallet is empty.</source>
        <translation>Sotto la tua soglia di {limit}. I job si fermano quando il portafoglio è vuoto.</translation>
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
        <source>Check the network connection and the address in settings.toml.</source>
        <translation>Controlla la connessione di rete e l’indirizzo in settings.toml.</translation>
    </message>
    <message>
        <source>Check the network connection.</source>
        <translation>Controlla la connessione di rete.</translation>
    </message>
    <message>
        <source>Check whether this computer&apos;s clock is right.</source>
        <translation>Controlla che l’orologio di questo computer sia giusto.</translation>
    </message>
    <message>
        <source>Check whether this network wants you to sign in to it.</source>
        <translation>Controlla se questa rete richiede un accesso.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole of it once more and try again.</source>
        <translation>Copiala di nuovo per intero e riprova.</translation>
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
        <source>Empty: jobs stop until the wallet is topped up</source>
        <translation>Vuoto: i job restano fermi fino alla ricarica</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
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
        <source>History</source>
        <translation>Cronologia</translation>
    </message>
    <message>
        <source>If that goes on, look for a newer version of this program.</source>
        <translation>Se continua, cerca una versione più recente del programma.</translation>
    </message>
    <message>
        <source>Jobs stop until the wallet is topped up.</source>
        <translation>I job restano fermi fino alla ricarica del portafoglio.</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation type="unfinished"></translation>
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
        <source>Look whether it works in other programs, then try again.</source>
        <translation>Controlla se funziona in altri programmi, poi riprova.</translation>
    </message>
    <message>
        <source>Look whether there is a newer version of this program.</source>
        <translation>Controlla se c’è una versione più recente del programma.</translation>
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
        <source>Make a new one on your profile page and sign in again.</source>
        <translation>Creane una nuova nella pagina del profilo e accedi di nuovo.</translation>
    </message>
    <message>
        <source>Mend the account in the settings file.</source>
        <translation>Correggi l’account nel file delle impostazioni.</translation>
    </message>
    <message>
        <source>No balance since {since}</source>
        <translation>Nessun saldo da {since}</translation>
    </message>
    <message>
        <source>No balance yet</source>
        <translation>Ancora nessun saldo</translation>
    </message>
    <message>
        <source>No history yet</source>
        <translation>Ancora nessuna cronologia</translation>
    </message>
    <message>
        <source>No problem, {notes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No usable account in the settings</source>
        <translation>Nessun account utilizzabile nelle impostazioni</translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is recorded yet: {file} holds the headings alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was entered.</source>
        <translation>Non è stato inserito nulla.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Apri</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Refreshing is paused.</source>
        <translation>L’aggiornamento è sospeso.</translation>
    </message>
    <message>
        <source>Resume refreshing</source>
        <translation>Riprendi l’aggiornamento</translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
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
        <source>Sign in with an API key, which lasts.</source>
        <translation>Accedi con una chiave API, che non scade.</translation>
    </message>
    <message>
        <source>Sign in with an API key.</source>
        <translation>Accedi con una chiave API.</translation>
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
        <source>Start Wallet Tray once more to see this window again after closing it.</source>
        <translation>Avvia di nuovo Wallet Tray per rivedere questa finestra dopo averla chiusa.</translation>
    </message>
    <message>
        <source>Start your keyring (Secret Service or KWallet), or sign in for this run only.</source>
        <translation>Avvia il portachiavi (Secret Service o KWallet) o accedi solo per questa volta.</translation>
    </message>
    <message>
        <source>The access token ends at {since}</source>
        <translation>Il token di accesso scade alle {since}</translation>
    </message>
    <message>
        <source>The access token in BYTENITE_ACCESS_TOKEN no longer works: it lives for an hour at most. Set BYTENITE_API_KEY instead and start the program again.</source>
        <translation>Il token di accesso in BYTENITE_ACCESS_TOKEN non funziona più: vale un’ora al massimo. Imposta invece BYTENITE_API_KEY e riavvia il programma.</translation>
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
        <source>The answer is a web page and not from {service}.</source>
        <translation>La risposta è una pagina web e non viene da {service}.</translation>
    </message>
    <message>
        <source>The answer of {service} could not be understood.</source>
        <translation>La risposta di {service} non è comprensibile.</translation>
    </message>
    <message>
        <source>The certificate of {service} is not valid yet.</source>
        <translation>Il certificato di {service} non è ancora valido.</translation>
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
        <source>The disk is full, so {file} was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of this program has a name that cannot be started at login. Move the program to another folder.</source>
        <translation>La cartella di questo programma ha un nome che non si può avviare all’accesso. Sposta il programma in un’altra cartella.</translation>
    </message>
    <message>
        <source>The keyring did not take the key, so it is kept until you quit.</source>
        <translation>Il portachiavi non ha accettato la chiave, perciò viene tenuta fino alla chiusura.</translation>
    </message>
    <message>
        <source>The last known balance stays on show. Check the network connection.</source>
        <translation>L’ultimo saldo noto resta visibile. Controlla la connessione di rete.</translation>
    </message>
    <message>
        <source>The log tells more.</source>
        <translation>Il registro dice di più.</translation>
    </message>
    <message>
        <source>The log tells more; the program tries again by itself.</source>
        <translation>Il registro dice di più; il programma riprova da solo.</translation>
    </message>
    <message>
        <source>The program tries again by itself.</source>
        <translation>Il programma riprova da solo.</translation>
    </message>
    <message>
        <source>The proxy setting cannot be used.</source>
        <translation>L’impostazione del proxy non è utilizzabile.</translation>
    </message>
    <message>
        <source>The settings file cannot be read. Check its permissions.</source>
        <translation>Il file delle impostazioni non si può leggere. Controlla i permessi.</translation>
    </message>
    <message>
        <source>The settings file is no valid TOML, so it is not in force. Mend settings.toml.</source>
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
        <source>The settings were not saved: the file cannot be written. Check its permissions.</source>
        <translation>Le impostazioni non sono state salvate: il file non si può scrivere. Controlla i permessi.</translation>
    </message>
    <message>
        <source>The settings were not saved: the file was written by a newer version.</source>
        <translation>Le impostazioni non sono state salvate: il file è di una versione più recente.</translation>
    </message>
    <message>
        <source>There is no keyring here, so the key is kept in memory until you quit.</source>
        <translation>Qui non c’è un portachiavi, perciò la chiave resta in memoria fino alla chiusura.</translation>
    </message>
    <message>
        <source>There is no keyring to take {the_credential} from.</source>
        <translation>Non c’è un portachiavi da cui prendere {the_credential}.</translation>
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
        <source>This cannot be {a_credential}: it has characters that none has.</source>
        <translation>Questo non può essere {a_credential}: contiene caratteri non ammessi.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: it is longer than 8,192 characters.</source>
        <translation>Questo non può essere {a_credential}: supera gli 8192 caratteri.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are blanks or line ends in it.</source>
        <translation>Questo non può essere {a_credential}: contiene spazi o interruzioni di riga.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are control characters in it.</source>
        <translation>Questo non può essere {a_credential}: contiene caratteri di controllo.</translation>
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
        <source>Time left: not enough data yet</source>
        <translation>Tempo rimanente: ancora pochi dati</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>Ricarica</translation>
    </message>
    <message>
        <source>Total: {total}, reserved: {reserved}</source>
        <translation>Totale: {total}, riservato: {reserved}</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation type="unfinished"></translation>
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
        <source>Unlock it and try again.</source>
        <translation>Sbloccalo e riprova.</translation>
    </message>
    <message>
        <source>Updated {time}</source>
        <translation>Aggiornato {time}</translation>
    </message>
    <message>
        <source>Use one that may.</source>
        <translation>Usane una che lo possa fare.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallet empty: {amount}</source>
        <translation>Portafoglio vuoto: {amount}</translation>
    </message>
    <message>
        <source>What BYTENITE_API_KEY or BYTENITE_ACCESS_TOKEN holds cannot be a credential. Set the whole of it and start the program again.</source>
        <translation>Il contenuto di BYTENITE_API_KEY o BYTENITE_ACCESS_TOKEN non può essere una credenziale. Imposta il valore completo e riavvia il programma.</translation>
    </message>
    <message>
        <source>What is set for {service} cannot be {a_credential}.</source>
        <translation>Ciò che è impostato per {service} non può essere {a_credential}.</translation>
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
        <source>Your keyring is locked.</source>
        <translation>Il portachiavi è bloccato.</translation>
    </message>
    <message>
        <source>Your keyring is waiting to be unlocked.</source>
        <translation>Il portachiavi attende di essere sbloccato.</translation>
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
        <source>a text of up to 80 characters</source>
        <translation>un testo di 80 caratteri al massimo</translation>
    </message>
    <message>
        <source>a whole number from 1 on</source>
        <translation>un numero intero da 1 in su</translation>
    </message>
    <message>
        <source>access token ended</source>
        <translation>token di accesso scaduto</translation>
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
        <source>not signed in</source>
        <translation>accesso non effettuato</translation>
    </message>
    <message>
        <source>not the service</source>
        <translation>non è il servizio</translation>
    </message>
    <message>
        <source>not up to date</source>
        <translation>non aggiornato</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>proxy unusable</source>
        <translation>proxy inutilizzabile</translation>
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
        <source>stale</source>
        <translation>non recente</translation>
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
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{file} cannot be written. Choose another folder.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <source>{service} has trouble at the moment.</source>
        <translation>{service} ha difficoltà al momento.</translation>
    </message>
    <message>
        <source>{service} rejects the credential</source>
        <translation>{service} rifiuta le credenziali</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential} that it was given by BYTENITE_API_KEY or BYTENITE_ACCESS_TOKEN. Set another one and start the program again.</source>
        <translation>{service} rifiuta {the_credential} di BYTENITE_API_KEY o BYTENITE_ACCESS_TOKEN. Imposta un altro valore e riavvia il programma.</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential}.</source>
        <translation>{service} rifiuta {the_credential}.</translation>
    </message>
    <message>
        <source>{service} sends requests to another address, which is not followed.</source>
        <translation>{service} rinvia a un altro indirizzo, che non viene seguito.</translation>
    </message>
</context>
</TS>
