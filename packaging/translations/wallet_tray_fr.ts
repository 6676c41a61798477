<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Wallet Tray</source>
        <translation>À propos de Wallet Tray</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copier la liste</translation>
    </message>
    <message>
        <source>Icon of Wallet Tray</source>
        <translation>Icône de Wallet Tray</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>Texte de la licence</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Composant</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Composants</translation>
    </message>
    <message>
        <source>The balance of your prepaid compute wallet, with a warning before it runs dry.</source>
        <translation>Le solde de votre portefeuille de calcul prépayé, avec une alerte avant qu’il soit vide.</translation>
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
        <translation>Compte</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Export history…</source>
        <translation>Exporter l’historique…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Se reconnecter…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>AccountRow</name>
    <message>
        <source>Account ID</source>
        <translation>ID du compte</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy account ID</source>
        <translation>Copier l’ID du compte</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Test my alerts</source>
        <translation>Tester mes alertes</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>heures</translation>
    </message>
</context>
<context>
    <name>AppActions</name>
    <message>
        <source>A demo opens no pages. Here would be {page}.</source>
        <translation>La démo n’ouvre aucune page. Ici s’ouvrirait {page}.</translation>
    </message>
</context>
<context>
    <name>BalanceChart</name>
    <message>
        <source>Balance over time</source>
        <translation>Solde au fil du temps</translation>
    </message>
</context>
<context>
    <name>BalancePanel</name>
    <message>
        <source>Amount due</source>
        <translation>À payer</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>Available balance</source>
        <translation>Solde disponible</translation>
    </message>
    <message>
        <source>Credit line</source>
        <translation>Ligne de crédit</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>Offert</translation>
    </message>
    <message>
        <source>Granted balance</source>
        <translation>Solde offert</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>Prévision</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>Par heure</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Réservé</translation>
    </message>
    <message>
        <source>Reserved balance</source>
        <translation>Solde réservé</translation>
    </message>
    <message>
        <source>Spending per hour</source>
        <translation>Dépense par heure</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>Recharger…</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Total balance</source>
        <translation>Solde total</translation>
    </message>
</context>
<context>
    <name>BannerBox</name>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
</context>
<context>
    <name>DiagnosisDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Diagnosis of Wallet Tray</source>
        <translation>Diagnostic de Wallet Tray</translation>
    </message>
    <message>
        <source>Examine again</source>
        <translation>Examiner à nouveau</translation>
    </message>
    <message>
        <source>Looking at everything; this takes up to 15 seconds…</source>
        <translation>Examen en cours ; cela prend jusqu’à 15 secondes…</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Bilan</translation>
    </message>
</context>
<context>
    <name>DropsList</name>
    <message>
        <source>Last drops</source>
        <translation>Dernières baisses</translation>
    </message>
    <message>
        <source>No spending seen yet</source>
        <translation>Aucune dépense pour l’instant</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>Ce que c’était</translation>
    </message>
</context>
<context>
    <name>EraseConfirmation</name>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <source>Erase the keys of all accounts, the recorded balances and the remembered alerts?</source>
        <translation>Effacer les clés de tous les comptes, les soldes enregistrés et les alertes mémorisées ?</translation>
    </message>
    <message>
        <source>You are signed out everywhere. Your settings stay. This cannot be undone.</source>
        <translation>Tous vos comptes seront déconnectés. Vos paramètres restent. Cette action est irréversible.</translation>
    </message>
</context>
<context>
    <name>ExportField</name>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>All that was recorded of this account, as a table (CSV).</source>
        <translation>Tout ce qui a été enregistré de ce compte, sous forme de tableau (CSV).</translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>Exporter l’historique</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Diagnosis…</source>
        <translation>Diagnostic…</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>Tout effacer…</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>Effacement en cours…</translation>
    </message>
    <message>
        <source>Looks at all that the program depends on, and says what to do.</source>
        <translation>Examine tout ce dont le programme dépend et dit quoi faire.</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Lancer à l’ouverture de session</translation>
    </message>
    <message>
        <source>The keys of all accounts, recorded balances and remembered alerts.</source>
        <translation>Les clés de tous les comptes, les soldes enregistrés et les alertes mémorisées.</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Valeur lue</translation>
    </message>
</context>
<context>
    <name>NewAccountDialog</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Ajouter un compte</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Id on the command line</source>
        <translation>Identifiant en ligne de commande</translation>
    </message>
    <message>
        <source>It stays the same when the account is renamed.</source>
        <translation>Il ne change pas quand le compte est renommé.</translation>
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
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Refreshing…</source>
        <translation>En cours…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Paramètres…</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Actualisé</translation>
    </message>
</context>
<context>
    <name>PopupHeader</name>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Suspendues</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>RemovalConfirmation</name>
    <message>
        <source>Its key and its recorded balances as well</source>
        <translation>Sa clé et ses soldes enregistrés aussi</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove an account</source>
        <translation>Supprimer un compte</translation>
    </message>
    <message>
        <source>Remove the account “{name}”?</source>
        <translation>Supprimer le compte « {name} » ?</translation>
    </message>
</context>
<context>
    <name>SettingFields</name>
    <message>
        <source>Cannot be used</source>
        <translation>Inutilisable</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Ouvrir le fichier</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Reset the settings</source>
        <translation>Réinitialiser les paramètres</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>Réinitialiser…</translation>
    </message>
    <message>
        <source>Set everything but your accounts back to its default?</source>
        <translation>Rétablir toutes les valeurs par défaut, sauf celles de vos comptes ?</translation>
    </message>
    <message>
        <source>Settings of Wallet Tray</source>
        <translation>Paramètres de Wallet Tray</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>No program took the settings file. It is {path}.</source>
        <translation>Aucun programme n’a ouvert le fichier des paramètres. Il se trouve ici : {path}.</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>API key</source>
        <translation>Clé API</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Jeton d’accès</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Enter an API key for {service}. It is checked with one call and then kept in your keyring; where there is none, in memory until you quit.</source>
        <translation>Saisissez une clé API de {service}. Elle est vérifiée par une requête, puis gardée dans votre trousseau ; s’il n’y en a pas, en mémoire jusqu’à la fermeture.</translation>
    </message>
    <message>
        <source>Get an API key…</source>
        <translation>Obtenir une clé API…</translation>
    </message>
    <message>
        <source>It works for an hour at most; then you will be asked again.</source>
        <translation>Il est valable une heure au plus ; ensuite il vous sera redemandé.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Sign in to {service}</source>
        <translation>Se connecter à {service}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>This is an access token</source>
        <translation>Ceci est un jeton d’accès</translation>
    </message>
</context>
<context>
    <name>SnoozeMenu</name>
    <message>
        <source>For 1 hour</source>
        <translation>Pendant 1 heure</translation>
    </message>
    <message>
        <source>Resume alerts</source>
        <translation>Reprendre les alertes</translation>
    </message>
    <message>
        <source>Snooze alerts</source>
        <translation>Suspendre les alertes</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Jusqu’à demain</translation>
    </message>
    <message>
        <source>Until topped up</source>
        <translation>Jusqu’à la recharge</translation>
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
        <translation>30 j</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 j</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Dernières 24 heures</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Derniers 30 jours</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Derniers 7 jours</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Période affichée</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Hide amounts</source>
        <translation>Masquer les montants</translation>
    </message>
    <message>
        <source>Open wallet</source>
        <translation>Ouvrir le portefeuille</translation>
    </message>
    <message>
        <source>Pause refreshing</source>
        <translation>Interrompre l’actualisation</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>Actualiser maintenant</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Paramètres…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>Recharger…</translation>
    </message>
</context>
<context>
    <name>TypedFields</name>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse du proxy</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>Unité de temps</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>heures</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>secondes</translation>
    </message>
</context>
<context>
    <name>UpgradeNotice</name>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Wallet Tray was upgraded</source>
        <translation>Wallet Tray a été mis à jour</translation>
    </message>
    <message>
        <source>Wallet Tray was upgraded or removed since it was started. Quit it and start it again.</source>
        <translation>Wallet Tray a été mis à jour ou supprimé depuis son démarrage. Quittez-le et relancez-le.</translation>
    </message>
</context>
<context>
    <name>WelcomeDialog</name>
    <message>
        <source>Icon of Wallet Tray</source>
        <translation>Icône de Wallet Tray</translation>
    </message>
    <message>
        <source>It shows what is left in your {service} wallet, and tells you before it runs dry. You find it in the tray, as a small wallet that empties with yours.</source>
        <translation>Il montre ce qui reste dans votre portefeuille {service} et vous prévient avant qu’il soit vide. Vous le trouvez dans la zone de notification : un petit portefeuille qui se vide avec le vôtre.</translation>
    </message>
    <message>
        <source>Look at the demo</source>
        <translation>Voir la démo</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Lancer à l’ouverture de session</translation>
    </message>
    <message>
        <source>The demo did not start. Type “wallet-tray --demo” in a terminal to see why.</source>
        <translation>La démo n’a pas démarré. Tapez « wallet-tray --demo » dans un terminal pour savoir pourquoi.</translation>
    </message>
    <message>
        <source>To begin it needs an API key for {service}. The key is checked with one call and kept in your keyring.</source>
        <translation>Pour commencer, il lui faut une clé API de {service}. Elle est vérifiée par une requête et gardée dans votre trousseau.</translation>
    </message>
    <message>
        <source>Welcome to Wallet Tray</source>
        <translation>Bienvenue dans Wallet Tray</translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>Settings…</source>
        <translation>Paramètres…</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>A key is kept for this address alone; with another one you sign in again.</source>
        <translation>La clé n’est gardée que pour cette adresse ; avec une autre, reconnectez-vous.</translation>
    </message>
    <message>
        <source>A meter</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>A notification when less than this is available.</source>
        <translation>Une notification quand il reste moins que ce montant.</translation>
    </message>
    <message>
        <source>A notification when the wallet is projected to run dry sooner.</source>
        <translation>Une notification quand le portefeuille risque d’être vide plus tôt.</translation>
    </message>
    <message>
        <source>A notification when you owe more than this.</source>
        <translation>Une notification quand vous devez plus que ce montant.</translation>
    </message>
    <message>
        <source>A second and stronger notification.</source>
        <translation>Une seconde notification, plus pressante.</translation>
    </message>
    <message>
        <source>Amount due, above</source>
        <translation>À payer, plus de</translation>
    </message>
    <message>
        <source>An API key</source>
        <translation>Clé API</translation>
    </message>
    <message>
        <source>An access token</source>
        <translation>Jeton d’accès</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Connections over https go through it.</source>
        <translation>Les connexions https passent par lui.</translation>
    </message>
    <message>
        <source>Critical balance, below</source>
        <translation>Solde critique, sous</translation>
    </message>
    <message>
        <source>Enter a name of 1 to 80 characters, in one line.</source>
        <translation>Saisissez un nom de 1 à 80 caractères, sur une seule ligne.</translation>
    </message>
    <message>
        <source>Enter a number above 0.</source>
        <translation>Saisissez un nombre supérieur à 0.</translation>
    </message>
    <message>
        <source>Enter a time between 30 seconds and 24 hours.</source>
        <translation>Saisissez une durée entre 30 secondes et 24 heures.</translation>
    </message>
    <message>
        <source>Enter an https address without a user name. Plain http works on this computer only.</source>
        <translation>Saisissez une adresse https sans nom d’utilisateur. Le http simple ne fonctionne que sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Enter an https address, or nothing.</source>
        <translation>Saisissez une adresse https, ou rien.</translation>
    </message>
    <message>
        <source>Enter the address of a proxy, such as http://proxy.example:3128.</source>
        <translation>Saisissez l’adresse d’un proxy, par exemple http://proxy.example:3128.</translation>
    </message>
    <message>
        <source>For a dark panel</source>
        <translation>Pour une barre sombre</translation>
    </message>
    <message>
        <source>For a light panel</source>
        <translation>Pour une barre claire</translation>
    </message>
    <message>
        <source>Hide amounts</source>
        <translation>Masquer les montants</translation>
    </message>
    <message>
        <source>How often the balance is asked for.</source>
        <translation>À quel rythme le solde est demandé.</translation>
    </message>
    <message>
        <source>Icon colours</source>
        <translation>Couleurs de l’icône</translation>
    </message>
    <message>
        <source>Icon shows</source>
        <translation>L’icône montre</translation>
    </message>
    <message>
        <source>In colour, for any panel</source>
        <translation>En couleur, pour toute barre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Low balance, below</source>
        <translation>Solde bas, sous</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Refresh every</source>
        <translation>Actualiser toutes les</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>Adresse du service</translation>
    </message>
    <message>
        <source>Signs in with</source>
        <translation>Se connecte avec</translation>
    </message>
    <message>
        <source>The number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>They are masked wherever they would be seen; the icon keeps its shape.</source>
        <translation>Ils sont masqués partout où ils se verraient ; l’icône garde sa forme.</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Celui-ci</translation>
    </message>
    <message>
        <source>Time left, below</source>
        <translation>Temps restant, sous</translation>
    </message>
    <message>
        <source>Top-up page</source>
        <translation>Page de recharge</translation>
    </message>
    <message>
        <source>What the account is called in the tray and in notifications.</source>
        <translation>Le nom du compte dans la zone de notification et les notifications.</translation>
    </message>
    <message>
        <source>“Top up…” opens it. Without a page it is not offered.</source>
        <translation>« Recharger… » l’ouvre. Sans page, ce n’est pas proposé.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>&quot;api-key&quot; or &quot;access-token&quot;</source>
        <translation>&quot;api-key&quot; ou &quot;access-token&quot;</translation>
    </message>
    <message>
        <source>&quot;auto&quot; or a language code such as &quot;de&quot;</source>
        <translation>&quot;auto&quot; ou un code de langue comme &quot;de&quot;</translation>
    </message>
    <message>
        <source>&quot;auto&quot;, &quot;light&quot;, &quot;dark&quot; or &quot;color&quot;</source>
        <translation>&quot;auto&quot;, &quot;light&quot;, &quot;dark&quot; ou &quot;color&quot;</translation>
    </message>
    <message>
        <source>&quot;meter&quot; or &quot;number&quot;</source>
        <translation>&quot;meter&quot; ou &quot;number&quot;</translation>
    </message>
    <message>
        <source>&quot;system&quot;, &quot;none&quot; or a proxy&apos;s URL</source>
        <translation>&quot;system&quot;, &quot;none&quot; ou l’URL d’un proxy</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n mois</numerusform>
            <numerusform>%n mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n remarque</numerusform>
            <numerusform>%n remarques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problème</numerusform>
            <numerusform>%n problèmes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recorded balance(s) written to {file}.</source>
        <translation>
            <numerusform>%n solde enregistré écrit dans {file}.</numerusform>
            <numerusform>%n soldes enregistrés écrits dans {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with unusual names</source>
        <translation>
            <numerusform>%n au nom inhabituel</numerusform>
            <numerusform>%n aux noms inhabituels</numerusform>
        </translation>
    </message>
    <message>
        <source>1 to 32 characters of a-z, 0-9, _ and -</source>
        <translation>de 1 à 32 caractères parmi a-z, 0-9, _ et -</translation>
    </message>
    <message>
        <source>A year or more left</source>
        <translation>Il reste un an ou plus</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clé API</translation>
    </message>
    <message>
        <source>API key rejected</source>
        <translation>clé API refusée</translation>
    </message>
    <message>
        <source>API key unusable</source>
        <translation>clé API inutilisable</translation>
    </message>
    <message numerus="yes">
        <source>About %n day(s) left</source>
        <translation>
            <numerusform>Il reste environ %n jour</numerusform>
            <numerusform>Il reste environ %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n hour(s) left</source>
        <translation>
            <numerusform>Il reste environ %n heure</numerusform>
            <numerusform>Il reste environ %n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>Il reste environ %n minute</numerusform>
            <numerusform>Il reste environ %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n month(s) left</source>
        <translation>
            <numerusform>Il reste environ %n mois</numerusform>
            <numerusform>Il reste environ %n mois</numerusform>
        </translation>
    </message>
    <message>
        <source>About {time} left</source>
        <translation>Il reste environ {time}</translation>
    </message>
    <message>
        <source>Above your limit of {limit}.</source>
        <translation>Au-dessus de votre seuil de {limit}.</translation>
    </message>
    <message>
        <source>Above your limits</source>
        <translation>Au-dessus de vos seuils</translation>
    </message>
    <message>
        <source>Add a tray (also called notification area or status notifier) to your panel, or start a panel that has one.</source>
        <translation>Ajoutez une zone de notification (aussi appelée status notifier) à votre barre, ou lancez une barre qui en a une.</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Tout va bien</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Tout va bien.</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>En ordre</translation>
    </message>
    <message>
        <source>Amount due: above {limit}</source>
        <translation>À payer : plus de {limit}</translation>
    </message>
    <message>
        <source>Amount due: {amount}</source>
        <translation>À payer : {amount}</translation>
    </message>
    <message>
        <source>Another copy of the program starts at login: {program}.</source>
        <translation>Une autre copie du programme se lance à l’ouverture de session : {program}.</translation>
    </message>
    <message>
        <source>Another program has made {file} meanwhile. Nothing was replaced; choose another name.</source>
        <translation>Un autre programme a créé {file} entre-temps. Rien n’a été remplacé ; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Answer its question to go on.</source>
        <translation>Répondez à sa question pour continuer.</translation>
    </message>
    <message>
        <source>Available: {amount}</source>
        <translation>Disponible : {amount}</translation>
    </message>
    <message>
        <source>Below your limit of {limit}, {pace}.</source>
        <translation>Sous votre seuil de {limit}, {pace}.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}.</source>
        <translation>Sous votre seuil de {limit}.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. Further use becomes a debt when the wallet is empty.</source>
        <translation>Sous votre seuil de {limit}. L’utilisation suivante devient une dette quand le portefeuille est vide.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. Jobs stop when the wallet is empty.</source>
        <translation>Sous votre seuil de {limit}. Les tâches s’arrêtent quand le portefeuille est vide.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. The account is blocked when the wallet is empty.</source>
        <translation>Sous votre seuil de {limit}. Le compte est bloqué quand le portefeuille est vide.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. The service may delete what you have there when the wallet is empty.</source>
        <translation>Sous votre seuil de {limit}. Le service peut supprimer ce que vous y avez quand le portefeuille est vide.</translation>
    </message>
    <message>
        <source>Check api_url in {file}, and whether this network wants you to sign in to it.</source>
        <translation>Vérifiez api_url dans {file}, et si ce réseau demande une connexion.</translation>
    </message>
    <message>
        <source>Check its permissions, or move it away to start over.</source>
        <translation>Vérifiez ses permissions, ou déplacez-le pour repartir à neuf.</translation>
    </message>
    <message>
        <source>Check its permissions, or move it away: a new one is begun.</source>
        <translation>Vérifiez ses permissions, ou déplacez-le : un nouveau sera commencé.</translation>
    </message>
    <message>
        <source>Check network.proxy in the settings and the system&apos;s proxy.</source>
        <translation>Vérifiez network.proxy dans les paramètres et le proxy du système.</translation>
    </message>
    <message>
        <source>Check the address in the settings, or look for a newer version of this program.</source>
        <translation>Vérifiez l’adresse dans les paramètres ou cherchez une version plus récente du programme.</translation>
    </message>
    <message>
        <source>Check the network and {source}.</source>
        <translation>Vérifiez le réseau et {source}.</translation>
    </message>
    <message>
        <source>Check the network connection and api_url in {file}.</source>
        <translation>Vérifiez la connexion réseau et api_url dans {file}.</translation>
    </message>
    <message>
        <source>Check the network connection and its DNS server.</source>
        <translation>Vérifiez la connexion réseau et son serveur DNS.</translation>
    </message>
    <message>
        <source>Check the network connection and the address in settings.toml.</source>
        <translation>Vérifiez la connexion réseau et l’adresse dans settings.toml.</translation>
    </message>
    <message>
        <source>Check the network connection.</source>
        <translation>Vérifiez la connexion réseau.</translation>
    </message>
    <message>
        <source>Check their spelling.</source>
        <translation>Vérifiez leur orthographe.</translation>
    </message>
    <message>
        <source>Check whether it belongs to an account with prepaid credit.</source>
        <translation>Vérifiez qu’il s’agit d’un compte avec un crédit prépayé.</translation>
    </message>
    <message>
        <source>Check whether it works in other programs, then run this again.</source>
        <translation>Vérifiez s’il fonctionne dans d’autres programmes, puis examinez à nouveau.</translation>
    </message>
    <message>
        <source>Check whether it works in other programs, then try again.</source>
        <translation>Vérifiez s’il fonctionne dans d’autres programmes, puis réessayez.</translation>
    </message>
    <message>
        <source>Check whether the disk or network drive with your files works.</source>
        <translation>Vérifiez que le disque ou le lecteur réseau de vos fichiers fonctionne.</translation>
    </message>
    <message>
        <source>Check whether there is a newer version of this program.</source>
        <translation>Vérifiez s’il existe une version plus récente du programme.</translation>
    </message>
    <message>
        <source>Check whether this computer&apos;s clock is right.</source>
        <translation>Vérifiez que l’horloge de cet ordinateur est à l’heure.</translation>
    </message>
    <message>
        <source>Check whether this network wants you to sign in to it, and api_url in {file}.</source>
        <translation>Vérifiez si ce réseau demande une connexion, et api_url dans {file}.</translation>
    </message>
    <message>
        <source>Check whether this network wants you to sign in to it.</source>
        <translation>Vérifiez si ce réseau demande une connexion.</translation>
    </message>
    <message>
        <source>Check whether this network wants you to sign in to it. A company&apos;s own certificate belongs in the system&apos;s trust store.</source>
        <translation>Vérifiez si ce réseau demande une connexion. Le certificat d’une entreprise a sa place dans le magasin de confiance du système.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Horloge</translation>
    </message>
    <message>
        <source>Copy the whole of it once more and try again.</source>
        <translation>Recopiez-le en entier et réessayez.</translation>
    </message>
    <message>
        <source>Correct it, or move it away to start over.</source>
        <translation>Corrigez-le, ou déplacez-le pour repartir à neuf.</translation>
    </message>
    <message>
        <source>Correct the account in the settings file.</source>
        <translation>Corrigez le compte dans le fichier des paramètres.</translation>
    </message>
    <message>
        <source>Correct the ones above first.</source>
        <translation>Corrigez d’abord celles du dessus.</translation>
    </message>
    <message>
        <source>Correct {key}.</source>
        <translation>Corrigez {key}.</translation>
    </message>
    <message>
        <source>Credentials are kept in: {keyring}.</source>
        <translation>Les identifiants sont gardés dans : {keyring}.</translation>
    </message>
    <message>
        <source>Credit line: {amount}</source>
        <translation>Ligne de crédit : {amount}</translation>
    </message>
    <message>
        <source>Critical balance: {amount}</source>
        <translation>Solde critique : {amount}</translation>
    </message>
    <message>
        <source>Critical: below {limit}</source>
        <translation>Critique : sous {limit}</translation>
    </message>
    <message>
        <source>Empty: blocked until the wallet is topped up</source>
        <translation>Vide : bloqué jusqu’à la recharge</translation>
    </message>
    <message>
        <source>Empty: further use becomes a debt</source>
        <translation>Vide : l’utilisation suivante devient une dette</translation>
    </message>
    <message>
        <source>Empty: jobs stop until the wallet is topped up</source>
        <translation>Vide : les tâches s’arrêtent jusqu’à la recharge</translation>
    </message>
    <message>
        <source>Empty: top up to continue</source>
        <translation>Vide : rechargez pour continuer</translation>
    </message>
    <message>
        <source>Empty: what you have there may be deleted</source>
        <translation>Vide : ce que vous y avez peut être supprimé</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Chiffrement (TLS)</translation>
    </message>
    <message>
        <source>End it and start it again: &apos;wallet-tray&apos;.</source>
        <translation>Quittez-le et relancez-le : « wallet-tray ».</translation>
    </message>
    <message>
        <source>Everything else was erased.</source>
        <translation>Tout le reste a été effacé.</translation>
    </message>
    <message>
        <source>Everything was erased; your settings are kept.</source>
        <translation>Tout a été effacé ; vos paramètres sont conservés.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>For an icon, add &apos;Notification Area&apos; to the panel.</source>
        <translation>Pour une icône, ajoutez « Notification Area » à la barre.</translation>
    </message>
    <message>
        <source>For an icon, add &apos;Status Tray Plugin&apos; to the panel.</source>
        <translation>Pour une icône, ajoutez « Status Tray Plugin » à la barre.</translation>
    </message>
    <message>
        <source>For an icon, add &apos;XApp Status Applet&apos; to the panel.</source>
        <translation>Pour une icône, ajoutez « XApp Status Applet » à la barre.</translation>
    </message>
    <message>
        <source>For an icon, add a tray (also called notification area or status notifier) to your panel, or start a panel that has one.</source>
        <translation>Pour une icône, ajoutez une zone de notification (aussi appelée status notifier) à votre barre, ou lancez une barre qui en a une.</translation>
    </message>
    <message>
        <source>For an icon, add the widget &apos;Status Notifier&apos; to the panel.</source>
        <translation>Pour une icône, ajoutez l’élément « Status Notifier » à la barre.</translation>
    </message>
    <message>
        <source>For an icon, add the widget &apos;System Tray&apos; to a panel.</source>
        <translation>Pour une icône, ajoutez à une barre l’élément « System Tray » (boîte à miniatures).</translation>
    </message>
    <message>
        <source>For an icon, install the extension &apos;AppIndicator and KStatusNotifierItem Support&apos; and switch it on.</source>
        <translation>Pour une icône, installez et activez l’extension « AppIndicator and KStatusNotifierItem Support ».</translation>
    </message>
    <message>
        <source>For an icon, start a bar that has a tray, such as waybar with its module &apos;tray&apos;.</source>
        <translation>Pour une icône, lancez une barre avec une zone de notification, comme waybar et son module « tray ».</translation>
    </message>
    <message>
        <source>From {first} to {last}; lowest {lowest}, highest {highest}</source>
        <translation>De {first} à {last} ; minimum {lowest}, maximum {highest}</translation>
    </message>
    <message>
        <source>Further use becomes a debt until the wallet is topped up.</source>
        <translation>L’utilisation suivante devient une dette jusqu’à la recharge du portefeuille.</translation>
    </message>
    <message>
        <source>GNOME has no tray of its own.</source>
        <translation>GNOME n’a pas de zone de notification.</translation>
    </message>
    <message>
        <source>Give one of these accounts another id in {file}.</source>
        <translation>Donnez un autre id à l’un de ces comptes dans {file}.</translation>
    </message>
    <message>
        <source>Granted: {amount}</source>
        <translation>Offert : {amount}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>If that goes on, look for a newer version of this program.</source>
        <translation>Si cela continue, cherchez une version plus récente du programme.</translation>
    </message>
    <message>
        <source>In {file} {key} must be {must_be}; its default is in force.</source>
        <translation>Dans {file}, {key} doit être {must_be} ; la valeur par défaut s’applique.</translation>
    </message>
    <message>
        <source>In {file} {key} must be {must_be}; until then the account is switched off.</source>
        <translation>Dans {file}, {key} doit être {must_be} ; d’ici là, le compte est désactivé.</translation>
    </message>
    <message>
        <source>Install it with the system&apos;s package manager, often as python3-sqlite3.</source>
        <translation>Installez-le avec le gestionnaire de paquets du système, souvent sous le nom python3-sqlite3.</translation>
    </message>
    <message>
        <source>Install the extension &apos;AppIndicator and KStatusNotifierItem Support&apos; and switch it on.</source>
        <translation>Installez et activez l’extension « AppIndicator and KStatusNotifierItem Support ».</translation>
    </message>
    <message>
        <source>Install the newest version of this program.</source>
        <translation>Installez la dernière version de ce programme.</translation>
    </message>
    <message>
        <source>Install {library} with the system&apos;s package manager.</source>
        <translation>Installez {library} avec le gestionnaire de paquets du système.</translation>
    </message>
    <message>
        <source>Is this computer&apos;s clock right?</source>
        <translation>L’horloge de cet ordinateur est-elle à l’heure ?</translation>
    </message>
    <message>
        <source>Is this computer&apos;s clock right? If it is, only the service can put that right.</source>
        <translation>L’horloge de cet ordinateur est-elle à l’heure ? Si oui, seul le service peut y remédier.</translation>
    </message>
    <message>
        <source>Its website says why.</source>
        <translation>Son site en indique la raison.</translation>
    </message>
    <message>
        <source>Jobs stop until the wallet is topped up.</source>
        <translation>Les tâches s’arrêtent jusqu’à la recharge du portefeuille.</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Trousseau</translation>
    </message>
    <message>
        <source>Large drop: {amount}</source>
        <translation>Forte baisse : {amount}</translation>
    </message>
    <message>
        <source>Loading the balance…</source>
        <translation>Chargement du solde…</translation>
    </message>
    <message>
        <source>Log out and in again; DBUS_SESSION_BUS_ADDRESS must name the bus of this session.</source>
        <translation>Fermez la session et rouvrez-la ; DBUS_SESSION_BUS_ADDRESS doit désigner le bus de cette session.</translation>
    </message>
    <message>
        <source>Low balance: {amount}</source>
        <translation>Solde bas : {amount}</translation>
    </message>
    <message>
        <source>Low: below {limit}</source>
        <translation>Bas : sous {limit}</translation>
    </message>
    <message>
        <source>Make a new API key on your profile page and sign in again.</source>
        <translation>Créez une nouvelle clé API sur votre page de profil et reconnectez-vous.</translation>
    </message>
    <message>
        <source>Make a new one on your profile page and set it.</source>
        <translation>Créez-en une nouvelle sur votre page de profil et définissez-la.</translation>
    </message>
    <message>
        <source>Make a new one on your profile page and sign in again.</source>
        <translation>Créez-en une nouvelle sur votre page de profil et reconnectez-vous.</translation>
    </message>
    <message>
        <source>Move it away, or have its owner changed to you.</source>
        <translation>Déplacez-le, ou demandez à en devenir propriétaire.</translation>
    </message>
    <message>
        <source>No balance since {since}</source>
        <translation>Solde inconnu depuis {since}</translation>
    </message>
    <message>
        <source>No balance yet</source>
        <translation>Solde encore inconnu</translation>
    </message>
    <message>
        <source>No history yet</source>
        <translation>Pas encore d’historique</translation>
    </message>
    <message>
        <source>No notification service runs now; one is started for the first notification.</source>
        <translation>Aucun service de notification ne tourne ; il en sera lancé un à la première notification.</translation>
    </message>
    <message>
        <source>No panel here has a tray.</source>
        <translation>Aucune barre n’a ici de zone de notification.</translation>
    </message>
    <message>
        <source>No problem, {notes}.</source>
        <translation>Aucun problème, {notes}.</translation>
    </message>
    <message>
        <source>No usable account in the settings</source>
        <translation>Aucun compte utilisable dans les paramètres</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Rien n’est encore enregistré.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: {file} holds the headings alone.</source>
        <translation>Rien n’est encore enregistré : {file} ne contient que les en-têtes.</translation>
    </message>
    <message>
        <source>Nothing is recorded, as this Python lacks SQLite.</source>
        <translation>Rien n’est enregistré, car SQLite manque à ce Python.</translation>
    </message>
    <message>
        <source>Nothing to do: at the next balance it is set aside and a new one is begun.</source>
        <translation>Rien à faire : à la prochaine actualisation, il est mis de côté et un nouveau est commencé.</translation>
    </message>
    <message>
        <source>Nothing was entered.</source>
        <translation>Rien n’a été saisi.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Notifications come through the tray icon on this system.</source>
        <translation>Sur ce système, les notifications passent par l’icône.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open the icon&apos;s menu: its first rows carry the figures.</source>
        <translation>Ouvrez le menu de l’icône : ses premières lignes portent les chiffres.</translation>
    </message>
    <message>
        <source>Open the wallet by the tray icon; or use another notification service.</source>
        <translation>Ouvrez le portefeuille par l’icône, ou utilisez un autre service de notification.</translation>
    </message>
    <message>
        <source>Other users of this computer can look into {folder}.</source>
        <translation>D’autres utilisateurs de cet ordinateur peuvent voir dans {folder}.</translation>
    </message>
    <message>
        <source>Overdrawn: blocked until the wallet is topped up</source>
        <translation>À découvert : bloqué jusqu’à la recharge</translation>
    </message>
    <message>
        <source>Overdrawn: further use adds to the debt</source>
        <translation>À découvert : l’utilisation suivante augmente la dette</translation>
    </message>
    <message>
        <source>Overdrawn: jobs stop until the wallet is topped up</source>
        <translation>À découvert : les tâches s’arrêtent jusqu’à la recharge</translation>
    </message>
    <message>
        <source>Overdrawn: top up to continue</source>
        <translation>À découvert : rechargez pour continuer</translation>
    </message>
    <message>
        <source>Overdrawn: what you have there may be deleted</source>
        <translation>À découvert : ce que vous y avez peut être supprimé</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Put it back, or write an account into a new one.</source>
        <translation>Remettez-le en place, ou inscrivez un compte dans un nouveau.</translation>
    </message>
    <message>
        <source>Put the file back, or write the account that it is for into it.</source>
        <translation>Remettez le fichier en place, ou inscrivez-y le compte auquel elle est destinée.</translation>
    </message>
    <message>
        <source>Put them into the proxy&apos;s address, or ask whoever runs it.</source>
        <translation>Mettez-les dans l’adresse du proxy, ou demandez à qui le gère.</translation>
    </message>
    <message>
        <source>PySide6 {version} ends programs on Python {python} within hours (PYSIDE-3474).</source>
        <translation>PySide6 {version} arrête les programmes sous Python {python} en quelques heures (PYSIDE-3474).</translation>
    </message>
    <message>
        <source>Quit it and start it again.</source>
        <translation>Quittez-le et relancez-le.</translation>
    </message>
    <message>
        <source>Refreshing is paused.</source>
        <translation>L’actualisation est interrompue.</translation>
    </message>
    <message>
        <source>Reinstall this program.</source>
        <translation>Réinstallez ce programme.</translation>
    </message>
    <message>
        <source>Reserved: {amount}</source>
        <translation>Réservé : {amount}</translation>
    </message>
    <message>
        <source>Restart it, or log out and in again.</source>
        <translation>Relancez-le, ou fermez la session et rouvrez-la.</translation>
    </message>
    <message>
        <source>Restart your panel, or add a tray to it.</source>
        <translation>Relancez votre barre, ou ajoutez-lui une zone de notification.</translation>
    </message>
    <message>
        <source>Restart your panel, or log out and in again.</source>
        <translation>Relancez votre barre, ou fermez la session et rouvrez-la.</translation>
    </message>
    <message>
        <source>Resume refreshing</source>
        <translation>Reprendre l’actualisation</translation>
    </message>
    <message>
        <source>Run &apos;wallet-tray balance&apos; to use it.</source>
        <translation>Lancez « wallet-tray balance » pour l’utiliser.</translation>
    </message>
    <message>
        <source>Run &apos;wallet-tray doctor --alerts&apos; to see what comes.</source>
        <translation>Lancez « wallet-tray doctor --alerts » pour voir ce qui arrive.</translation>
    </message>
    <message>
        <source>Run &apos;wallet-tray sign-in{option}&apos;.</source>
        <translation>Lancez « wallet-tray sign-in{option} ».</translation>
    </message>
    <message>
        <source>Run this again in a while.</source>
        <translation>Examinez à nouveau dans un moment.</translation>
    </message>
    <message>
        <source>Run this in a terminal of the desktop itself.</source>
        <translation>Lancez ceci dans un terminal du bureau lui-même.</translation>
    </message>
    <message>
        <source>Run this on the desktop to examine its tray; &apos;wallet-tray balance&apos; works everywhere.</source>
        <translation>Lancez ceci sur le bureau pour examiner sa zone de notification ; « wallet-tray balance » fonctionne partout.</translation>
    </message>
    <message>
        <source>Run this on the desktop to examine them.</source>
        <translation>Lancez ceci sur le bureau pour les examiner.</translation>
    </message>
    <message>
        <source>Run: chmod go-rwx {typed}</source>
        <translation>Lancez : chmod go-rwx {typed}</translation>
    </message>
    <message>
        <source>Run: pip install &apos;PySide6-Essentials&lt;6.12&apos;</source>
        <translation>Lancez : pip install &apos;PySide6-Essentials&lt;6.12&apos;</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Set XDG_DATA_HOME to a folder with a shorter path.</source>
        <translation>Réglez XDG_DATA_HOME sur un dossier dont le chemin est plus court.</translation>
    </message>
    <message>
        <source>Set the clock, or let the system do that by itself.</source>
        <translation>Réglez l’horloge, ou laissez le système le faire.</translation>
    </message>
    <message>
        <source>Set {key_variable} to an API key instead, which lasts.</source>
        <translation>Définissez plutôt {key_variable} avec une clé API, qui reste valable.</translation>
    </message>
    <message>
        <source>Set {variable} to the whole of it, or unset it.</source>
        <translation>Donnez à {variable} la valeur entière, ou supprimez-la.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Paramètres…</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Reconnectez-vous.</translation>
    </message>
    <message>
        <source>Sign in to your network, or put both into network.proxy in the settings.</source>
        <translation>Connectez-vous à votre réseau, ou indiquez les deux dans network.proxy dans les paramètres.</translation>
    </message>
    <message>
        <source>Sign in with an API key, which lasts.</source>
        <translation>Connectez-vous avec une clé API, qui reste valable.</translation>
    </message>
    <message>
        <source>Sign in with an API key.</source>
        <translation>Connectez-vous avec une clé API.</translation>
    </message>
    <message>
        <source>Sign in with one that may.</source>
        <translation>Connectez-vous avec des identifiants qui en ont le droit.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Since {since}, far more than this wallet usually spends.</source>
        <translation>Depuis {since}, bien plus que ce portefeuille ne dépense d’habitude.</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Something in this program went wrong.</source>
        <translation>Quelque chose s’est mal passé dans ce programme.</translation>
    </message>
    <message>
        <source>Spending per hour: {amount}</source>
        <translation>Dépense par heure : {amount}</translation>
    </message>
    <message>
        <source>Start Wallet Tray once more to see this window again after closing it.</source>
        <translation>Relancez Wallet Tray pour revoir cette fenêtre après l’avoir fermée.</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Lancer à l’ouverture de session</translation>
    </message>
    <message>
        <source>Start it: &apos;wallet-tray&apos;.</source>
        <translation>Lancez-le : « wallet-tray ».</translation>
    </message>
    <message>
        <source>Start one, such as dunst or mako; the tray icon carries every alert as well.</source>
        <translation>Lancez-en un, comme dunst ou mako ; l’icône montre aussi chaque alerte.</translation>
    </message>
    <message>
        <source>Start the tray program: it thins the history out.</source>
        <translation>Lancez le programme de la zone de notification : il allège l’historique.</translation>
    </message>
    <message>
        <source>Start your keyring (Secret Service or KWallet), or set {key_variable}.</source>
        <translation>Démarrez votre trousseau (Secret Service ou KWallet), ou définissez {key_variable}.</translation>
    </message>
    <message>
        <source>Start your keyring (Secret Service or KWallet), or sign in for this run only.</source>
        <translation>Démarrez votre trousseau (Secret Service ou KWallet) ou connectez-vous pour cette fois seulement.</translation>
    </message>
    <message>
        <source>Start your keyring (Secret Service or KWallet).</source>
        <translation>Démarrez votre trousseau (Secret Service ou KWallet).</translation>
    </message>
    <message>
        <source>Switch &apos;Start at login&apos; on in the settings to have this copy started.</source>
        <translation>Activez « Lancer à l’ouverture de session » dans les paramètres pour lancer cette copie.</translation>
    </message>
    <message>
        <source>The access token ends at {since}</source>
        <translation>Le jeton d’accès expire à {since}</translation>
    </message>
    <message>
        <source>The access token in {variable} no longer works: it lives for an hour at most.</source>
        <translation>Le jeton d’accès de {variable} ne fonctionne plus : il est valable une heure au plus.</translation>
    </message>
    <message>
        <source>The access token in {variable} no longer works: it lives for an hour at most. Set {key_variable} instead and start the program again.</source>
        <translation>Le jeton d’accès de {variable} ne fonctionne plus : il est valable une heure au plus. Définissez plutôt {key_variable} et relancez le programme.</translation>
    </message>
    <message>
        <source>The access token no longer works: it lives for an hour at most.</source>
        <translation>Le jeton d’accès ne fonctionne plus : il est valable une heure au plus.</translation>
    </message>
    <message>
        <source>The access token works for an hour at most.</source>
        <translation>Le jeton d’accès est valable une heure au plus.</translation>
    </message>
    <message>
        <source>The account is blocked until the wallet is topped up.</source>
        <translation>Le compte est bloqué jusqu’à la recharge du portefeuille.</translation>
    </message>
    <message>
        <source>The answer is a web page and not from {service}.</source>
        <translation>La réponse est une page web et ne vient pas de {service}.</translation>
    </message>
    <message>
        <source>The answer of {service} could not be understood.</source>
        <translation>La réponse de {service} n’a pas pu être comprise.</translation>
    </message>
    <message>
        <source>The certificate of {host} has expired.</source>
        <translation>Le certificat de {host} a expiré.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted by this system.</source>
        <translation>Ce système ne fait pas confiance au certificat de {host}.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not valid yet.</source>
        <translation>Le certificat de {host} n’est pas encore valide.</translation>
    </message>
    <message>
        <source>The certificate of {service} is not valid yet.</source>
        <translation>Le certificat de {service} n’est pas encore valide.</translation>
    </message>
    <message>
        <source>The clock could not be compared: no service told the time.</source>
        <translation>L’horloge n’a pas pu être comparée : aucun service n’a donné l’heure.</translation>
    </message>
    <message>
        <source>The connection to {host} is private: its certificate is trusted.</source>
        <translation>La connexion à {host} est privée : son certificat est de confiance.</translation>
    </message>
    <message>
        <source>The connection to {service} broke in the middle of an answer.</source>
        <translation>La connexion à {service} s’est coupée au milieu d’une réponse.</translation>
    </message>
    <message>
        <source>The connection to {service} is not private.</source>
        <translation>La connexion à {service} n’est pas privée.</translation>
    </message>
    <message>
        <source>The copy of the program that was to start at login is gone. Switch it on to have this one started.</source>
        <translation>La copie du programme qui devait se lancer à l’ouverture de session a disparu. Activez l’option pour lancer celle-ci.</translation>
    </message>
    <message>
        <source>The disk is full, so {file} was not written.</source>
        <translation>Le disque est plein, {file} n’a donc pas été écrit.</translation>
    </message>
    <message>
        <source>The display that DISPLAY or WAYLAND_DISPLAY names cannot be used.</source>
        <translation>L’écran que désigne DISPLAY ou WAYLAND_DISPLAY est inutilisable.</translation>
    </message>
    <message>
        <source>The folder of this program has a name that cannot be started at login. Move the program to another folder.</source>
        <translation>Le dossier de ce programme a un nom qui ne peut pas être lancé à l’ouverture de session. Déplacez le programme dans un autre dossier.</translation>
    </message>
    <message>
        <source>The folder {folder} is not yours alone, so Wallet Tray keeps nothing in it and does not start. Move it away, or have its owner changed to you.</source>
        <translation>Le dossier {folder} n’est pas à vous seul ; Wallet Tray n’y conserve donc rien et ne démarre pas. Déplacez-le ou faites-vous en attribuer la propriété.</translation>
    </message>
    <message>
        <source>The folders of this program are open to you alone.</source>
        <translation>Les dossiers de ce programme ne sont ouverts qu’à vous.</translation>
    </message>
    <message>
        <source>The folders of this program could not be looked at in time.</source>
        <translation>Les dossiers de ce programme n’ont pas pu être examinés à temps.</translation>
    </message>
    <message>
        <source>The history can be read, but is larger than it should grow: {size}.</source>
        <translation>L’historique est lisible, mais plus gros qu’il ne devrait : {size}.</translation>
    </message>
    <message>
        <source>The history can be read: {size}.</source>
        <translation>L’historique est lisible : {size}.</translation>
    </message>
    <message>
        <source>The history could not be read in time.</source>
        <translation>L’historique n’a pas pu être lu à temps.</translation>
    </message>
    <message>
        <source>The history in {file} cannot be read.</source>
        <translation>L’historique dans {file} est illisible.</translation>
    </message>
    <message>
        <source>The history in {file} is no history, or is damaged.</source>
        <translation>L’historique dans {file} n’en est pas un, ou est endommagé.</translation>
    </message>
    <message>
        <source>The history was written by a newer version, so nothing is recorded.</source>
        <translation>L’historique vient d’une version plus récente, rien n’est donc enregistré.</translation>
    </message>
    <message>
        <source>The key in the environment stays in use.</source>
        <translation>La clé de l’environnement reste utilisée.</translation>
    </message>
    <message>
        <source>The keyring ({keyring}) did not do what was asked of it.</source>
        <translation>Le trousseau ({keyring}) n’a pas fait ce qui lui était demandé.</translation>
    </message>
    <message>
        <source>The keyring ({keyring}) is locked, so nothing was looked up in it.</source>
        <translation>Le trousseau ({keyring}) est verrouillé, rien n’y a donc été cherché.</translation>
    </message>
    <message>
        <source>The keyring did not take the key, so it is kept until you quit.</source>
        <translation>Le trousseau n’a pas pris la clé, elle est donc gardée jusqu’à la fermeture.</translation>
    </message>
    <message>
        <source>The keyring does not answer.</source>
        <translation>Le trousseau ne répond pas.</translation>
    </message>
    <message>
        <source>The keyring holds no {credential} for {host}.</source>
        <translation>Il manque dans le trousseau pour {host} : {credential}.</translation>
    </message>
    <message>
        <source>The keyring holds {the_credential}.</source>
        <translation>Le trousseau contient {the_credential}.</translation>
    </message>
    <message>
        <source>The last known balance stays on show. Open Wallet Tray to see what is in the way.</source>
        <translation>Le dernier solde connu reste affiché. Ouvrez Wallet Tray pour voir ce qui l’empêche.</translation>
    </message>
    <message>
        <source>The log tells more.</source>
        <translation>Le journal en dit plus.</translation>
    </message>
    <message>
        <source>The log tells more; please report it.</source>
        <translation>Le journal en dit plus ; merci de le signaler.</translation>
    </message>
    <message>
        <source>The log tells more; the program tries again by itself.</source>
        <translation>Le journal en dit plus ; le programme réessaie de lui-même.</translation>
    </message>
    <message>
        <source>The name of the proxy, {proxy}, was not found.</source>
        <translation>Le nom du proxy, {proxy}, est introuvable.</translation>
    </message>
    <message>
        <source>The name {host} was not found in time.</source>
        <translation>Le nom {host} n’a pas été trouvé à temps.</translation>
    </message>
    <message>
        <source>The name {host} was not found.</source>
        <translation>Le nom {host} est introuvable.</translation>
    </message>
    <message>
        <source>The notification service</source>
        <translation>Le service de notification</translation>
    </message>
    <message>
        <source>The notification service does not answer, so alerts may not be shown.</source>
        <translation>Le service de notification ne répond pas, des alertes peuvent donc manquer.</translation>
    </message>
    <message>
        <source>The package {package} is missing.</source>
        <translation>Le paquet {package} manque.</translation>
    </message>
    <message>
        <source>The path of the history is too long for SQLite, so nothing is recorded: {file}.</source>
        <translation>Le chemin de l’historique est trop long pour SQLite, donc rien n’est enregistré : {file}.</translation>
    </message>
    <message>
        <source>The program starts at login.</source>
        <translation>Le programme se lance à l’ouverture de session.</translation>
    </message>
    <message>
        <source>The program tries again by itself.</source>
        <translation>Le programme réessaie de lui-même.</translation>
    </message>
    <message>
        <source>The proxy does not let this program through to {service}.</source>
        <translation>Le proxy ne laisse pas ce programme accéder à {service}.</translation>
    </message>
    <message>
        <source>The proxy from {source} cannot be used: it is {flaw}.</source>
        <translation>Le proxy est inutilisable ({source}) : {flaw}.</translation>
    </message>
    <message>
        <source>The proxy setting cannot be used.</source>
        <translation>Le paramètre du proxy est inutilisable.</translation>
    </message>
    <message>
        <source>The proxy wants a user name and password.</source>
        <translation>Le proxy demande un nom d’utilisateur et un mot de passe.</translation>
    </message>
    <message>
        <source>The proxy {proxy} cannot be reached, or does not let us through ({detail}).</source>
        <translation>Le proxy {proxy} est injoignable ou ne nous laisse pas passer ({detail}).</translation>
    </message>
    <message>
        <source>The proxy {proxy} wants a user name and password.</source>
        <translation>Le proxy {proxy} demande un nom d’utilisateur et un mot de passe.</translation>
    </message>
    <message>
        <source>The session bus (D-Bus) cannot be reached, and trays are found through it.</source>
        <translation>Le bus de session (D-Bus) est injoignable ; c’est par lui qu’on trouve la zone de notification.</translation>
    </message>
    <message>
        <source>The session bus (D-Bus) cannot be reached, so no alert can be shown.</source>
        <translation>Le bus de session (D-Bus) est injoignable, aucune alerte ne peut donc être affichée.</translation>
    </message>
    <message>
        <source>The settings could not be read in time, and no account was examined.</source>
        <translation>Les paramètres n’ont pas pu être lus à temps, et aucun compte n’a été examiné.</translation>
    </message>
    <message>
        <source>The settings file cannot be read. Check its permissions.</source>
        <translation>Le fichier des paramètres est illisible. Vérifiez ses permissions.</translation>
    </message>
    <message>
        <source>The settings file is no valid TOML, so it is not in force. Correct settings.toml.</source>
        <translation>Le fichier des paramètres n’est pas du TOML valide et ne s’applique pas. Corrigez settings.toml.</translation>
    </message>
    <message>
        <source>The settings need a look</source>
        <translation>Les paramètres sont à vérifier</translation>
    </message>
    <message>
        <source>The settings of {service} cannot be used.</source>
        <translation>Les paramètres de {service} sont inutilisables.</translation>
    </message>
    <message>
        <source>The settings were not saved: the disk is full.</source>
        <translation>Les paramètres n’ont pas été enregistrés : le disque est plein.</translation>
    </message>
    <message>
        <source>The settings were not saved: the file cannot be written. Check its permissions.</source>
        <translation>Les paramètres n’ont pas été enregistrés : impossible d’écrire le fichier. Vérifiez ses permissions.</translation>
    </message>
    <message>
        <source>The settings were not saved: the file was written by a newer version.</source>
        <translation>Les paramètres n’ont pas été enregistrés : le fichier vient d’une version plus récente.</translation>
    </message>
    <message>
        <source>The title carries the balance; for more, use another notification service.</source>
        <translation>Le titre porte le solde ; pour plus, utilisez un autre service de notification.</translation>
    </message>
    <message>
        <source>The tray does not answer.</source>
        <translation>La zone de notification ne répond pas.</translation>
    </message>
    <message>
        <source>The tray icon cannot be shown: the system library {library} is missing.</source>
        <translation>L’icône ne peut pas être affichée : la bibliothèque système {library} manque.</translation>
    </message>
    <message>
        <source>The tray is part of this system.</source>
        <translation>La zone de notification fait partie de ce système.</translation>
    </message>
    <message>
        <source>The tray program does not run.</source>
        <translation>Le programme de la zone de notification ne tourne pas.</translation>
    </message>
    <message>
        <source>The tray program runs, but a second start cannot reach it.</source>
        <translation>Le programme de la zone de notification tourne, mais un second lancement ne l’atteint pas.</translation>
    </message>
    <message>
        <source>The tray program runs, but does not react.</source>
        <translation>Le programme de la zone de notification tourne, mais ne réagit pas.</translation>
    </message>
    <message>
        <source>The tray program runs.</source>
        <translation>Le programme de la zone de notification tourne.</translation>
    </message>
    <message>
        <source>The {credential} comes from {variable}, not from the keyring.</source>
        <translation>{credential} : vient de {variable}, non du trousseau.</translation>
    </message>
    <message>
        <source>There is a tray of the older kind (XEmbed), and it shows tooltips.</source>
        <translation>Il y a une zone de notification ancienne (XEmbed), et elle montre les infobulles.</translation>
    </message>
    <message>
        <source>There is a tray{by}, and it shows tooltips.</source>
        <translation>Il y a une zone de notification{by}, et elle montre les infobulles.</translation>
    </message>
    <message>
        <source>There is a tray{by}, but this desktop shows no tooltips.</source>
        <translation>Il y a une zone de notification{by}, mais ce bureau ne montre pas d’infobulles.</translation>
    </message>
    <message>
        <source>There is no desktop here that shows notifications.</source>
        <translation>Il n’y a pas ici de bureau qui affiche des notifications.</translation>
    </message>
    <message>
        <source>There is no display here, and so no tray.</source>
        <translation>Il n’y a pas d’écran ici, donc pas de zone de notification.</translation>
    </message>
    <message>
        <source>There is no keyring here, so the key is kept in memory until you quit.</source>
        <translation>Il n’y a pas de trousseau ici, la clé est donc gardée en mémoire jusqu’à la fermeture.</translation>
    </message>
    <message>
        <source>There is no keyring to keep credentials in.</source>
        <translation>Il n’y a pas de trousseau où garder les identifiants.</translation>
    </message>
    <message>
        <source>There is no keyring to remove the keys from.</source>
        <translation>Il n’y a pas de trousseau d’où retirer les clés.</translation>
    </message>
    <message>
        <source>There is no keyring to take {the_credential} from.</source>
        <translation>Il n’y a pas de trousseau où prendre {the_credential}.</translation>
    </message>
    <message>
        <source>There is no keyring; {variable} is used instead.</source>
        <translation>Il n’y a pas de trousseau ; {variable} est utilisée à la place.</translation>
    </message>
    <message>
        <source>There is no notification service, so no alert can be shown.</source>
        <translation>Il n’y a pas de service de notification, aucune alerte ne peut donc être affichée.</translation>
    </message>
    <message>
        <source>There is no settings file, so the defaults are in force.</source>
        <translation>Il n’y a pas de fichier des paramètres, les valeurs par défaut s’appliquent.</translation>
    </message>
    <message>
        <source>There is no wallet at the address of {service}.</source>
        <translation>Il n’y a pas de portefeuille à l’adresse de {service}.</translation>
    </message>
    <message numerus="yes">
        <source>There is something wrong with %n more value(s).</source>
        <translation>
            <numerusform>%n autre valeur pose problème.</numerusform>
            <numerusform>%n autres valeurs posent problème.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is something wrong with one more value.</source>
        <translation>Une autre valeur pose problème.</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>Il n’y a pas eu de réponse à temps.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: it is longer than 8,192 characters.</source>
        <translation>Ceci ne peut pas être {a_credential} : le texte dépasse 8192 caractères.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are characters in it that are not allowed.</source>
        <translation>Ceci ne peut pas être {a_credential} : des caractères non autorisés s’y trouvent.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are control characters in it.</source>
        <translation>Ceci ne peut pas être {a_credential} : des caractères de contrôle s’y trouvent.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are spaces or line breaks in it.</source>
        <translation>Ceci ne peut pas être {a_credential} : des espaces ou des sauts de ligne s’y trouvent.</translation>
    </message>
    <message>
        <source>This check failed by a fault of the program.</source>
        <translation>Cet examen a échoué par une erreur du programme.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock agrees with that of {host}.</source>
        <translation>L’horloge de cet ordinateur concorde avec celle de {host}.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {amount} ahead of that of {host}.</source>
        <translation>L’horloge de cet ordinateur avance de {amount} sur celle de {host}.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {amount} behind that of {host}.</source>
        <translation>L’horloge de cet ordinateur retarde de {amount} sur celle de {host}.</translation>
    </message>
    <message>
        <source>This copy of the program runs only from where it was started. Install it to have it started at login.</source>
        <translation>Cette copie du programme ne tourne que de là où elle a été lancée. Installez-le pour qu’il démarre à l’ouverture de session.</translation>
    </message>
    <message>
        <source>This desktop shows no tray icons, so the wallet has a window of its own.</source>
        <translation>Ce bureau n’affiche pas d’icônes de notification, le portefeuille a donc sa propre fenêtre.</translation>
    </message>
    <message>
        <source>Time left: below {limit}</source>
        <translation>Temps restant : moins de {limit}</translation>
    </message>
    <message>
        <source>Time left: not enough data yet</source>
        <translation>Temps restant : pas encore assez de données</translation>
    </message>
    <message>
        <source>To have this one started, switch &apos;Start at login&apos; off and on in its settings.</source>
        <translation>Pour lancer celle-ci, désactivez puis réactivez « Lancer à l’ouverture de session » dans ses paramètres.</translation>
    </message>
    <message>
        <source>To keep a credential, start your keyring (Secret Service or KWallet).</source>
        <translation>Pour garder des identifiants, démarrez votre trousseau (Secret Service ou KWallet).</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>Recharger</translation>
    </message>
    <message>
        <source>Top up soon: the service may delete what you have there.</source>
        <translation>Rechargez bientôt : le service peut supprimer ce que vous y avez.</translation>
    </message>
    <message>
        <source>Top up to continue.</source>
        <translation>Rechargez pour continuer.</translation>
    </message>
    <message>
        <source>Total: {amount}</source>
        <translation>Total : {amount}</translation>
    </message>
    <message>
        <source>Total: {total}, reserved: {reserved}</source>
        <translation>Total : {total}, réservé : {reserved}</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Zone de notification</translation>
    </message>
    <message>
        <source>Tray icons are registered here{by}, but no panel shows them.</source>
        <translation>Des icônes sont enregistrées ici{by}, mais aucune barre ne les montre.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation>Réessayez dans un moment.</translation>
    </message>
    <message>
        <source>Try again; if that goes on, log out and in again.</source>
        <translation>Réessayez ; si cela continue, fermez la session et rouvrez-la.</translation>
    </message>
    <message>
        <source>Unlock it and run this again, or set {key_variable}.</source>
        <translation>Déverrouillez-le et examinez à nouveau, ou définissez {key_variable}.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Déverrouillez-le et réessayez.</translation>
    </message>
    <message>
        <source>Updated {time}</source>
        <translation>Actualisé {time}</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Wallet Tray cannot make sure that it runs only once, as no file can be locked in {folder}. Check whether the folder is there and open to you.</source>
        <translation>Wallet Tray ne peut pas s’assurer qu’il n’est lancé qu’une fois, car aucun fichier ne peut être verrouillé dans {folder}. Vérifiez que le dossier existe et que vous y avez accès.</translation>
    </message>
    <message>
        <source>Wallet Tray ended unexpectedly three times in a row.</source>
        <translation>Wallet Tray s’est arrêté de façon inattendue trois fois de suite.</translation>
    </message>
    <message>
        <source>Wallet Tray runs already on the computer {computer}, which uses the same home folder. End it there to have it here.</source>
        <translation>Wallet Tray est déjà lancé sur l’ordinateur {computer}, qui utilise le même dossier personnel. Arrêtez-le là-bas pour l’avoir ici.</translation>
    </message>
    <message>
        <source>Wallet Tray runs already, but does not answer. End it ({process}), then start it again.</source>
        <translation>Wallet Tray est déjà lancé, mais ne répond pas. Arrêtez-le ({process}), puis relancez-le.</translation>
    </message>
    <message>
        <source>Wallet Tray runs already, but does not answer. It hangs, or runs on another computer that uses the same home folder. End it, then start it again.</source>
        <translation>Wallet Tray est déjà lancé, mais ne répond pas. Il est bloqué, ou lancé sur un autre ordinateur qui utilise le même dossier personnel. Arrêtez-le, puis relancez-le.</translation>
    </message>
    <message>
        <source>Wallet Tray runs already, on another display. End it there to have it here.</source>
        <translation>Wallet Tray est déjà lancé sur un autre écran. Arrêtez-le là-bas pour l’avoir ici.</translation>
    </message>
    <message>
        <source>Wallet Tray was upgraded or removed since it was started.</source>
        <translation>Wallet Tray a été mis à jour ou supprimé depuis son démarrage.</translation>
    </message>
    <message>
        <source>Wallet empty: {amount}</source>
        <translation>Portefeuille vide : {amount}</translation>
    </message>
    <message>
        <source>What answers at {host} shows the certificate of another host.</source>
        <translation>Ce qui répond à {host} montre le certificat d’un autre hôte.</translation>
    </message>
    <message>
        <source>What answers at {host} speaks no usable TLS.</source>
        <translation>Ce qui répond à {host} ne parle pas de TLS utilisable.</translation>
    </message>
    <message>
        <source>What is set for {service} cannot be {a_credential}.</source>
        <translation>Ce qui est enregistré pour {service} ne peut pas être {a_credential}.</translation>
    </message>
    <message>
        <source>What is to start at login is gone, or no longer finds the program: {program}.</source>
        <translation>Ce qui doit se lancer à l’ouverture de session a disparu, ou ne trouve plus le programme : {program}.</translation>
    </message>
    <message>
        <source>What starts at login could not be looked at in time.</source>
        <translation>Ce qui se lance à l’ouverture de session n’a pas pu être examiné à temps.</translation>
    </message>
    <message>
        <source>What the keyring holds cannot be {a_credential}.</source>
        <translation>Ce que contient le trousseau ne peut pas être {a_credential}.</translation>
    </message>
    <message>
        <source>What {variable} holds cannot be a credential. Set the whole of it and start the program again.</source>
        <translation>Le contenu de {variable} ne peut pas servir à se connecter. Définissez la valeur entière et relancez le programme.</translation>
    </message>
    <message>
        <source>What {variable} holds cannot be {a_credential}.</source>
        <translation>Ce que contient {variable} ne peut pas être {a_credential}.</translation>
    </message>
    <message>
        <source>Whether {keyring} holds {the_credential} was not looked up: it might ask for a password.</source>
        <translation>On n’a pas cherché si {keyring} contient {the_credential} : un mot de passe pourrait être demandé.</translation>
    </message>
    <message>
        <source>Write it like http://proxy.example:3128, or set network.proxy to &quot;none&quot;.</source>
        <translation>Écrivez-le comme http://proxy.example:3128, ou mettez network.proxy à &quot;none&quot;.</translation>
    </message>
    <message>
        <source>You are not signed in to {service}.</source>
        <translation>Vous n’êtes pas connecté à {service}.</translation>
    </message>
    <message>
        <source>Your keyring did not do what was asked of it.</source>
        <translation>Votre trousseau n’a pas fait ce qui lui était demandé.</translation>
    </message>
    <message>
        <source>Your keyring failed, so the keys in it could not be removed.</source>
        <translation>Votre trousseau n’a pas fonctionné : les clés qu’il contient n’ont pas pu être retirées.</translation>
    </message>
    <message>
        <source>Your keyring is locked, so the keys in it could not be removed.</source>
        <translation>Votre trousseau est verrouillé : les clés qu’il contient n’ont pas pu être retirées.</translation>
    </message>
    <message>
        <source>Your keyring is locked.</source>
        <translation>Votre trousseau est verrouillé.</translation>
    </message>
    <message>
        <source>Your keyring is waiting to be unlocked.</source>
        <translation>Votre trousseau attend d’être déverrouillé.</translation>
    </message>
    <message>
        <source>Your keyring is waiting to be unlocked; the keys in it are removed when you do.</source>
        <translation>Votre trousseau attend d’être déverrouillé ; les clés qu’il contient seront alors retirées.</translation>
    </message>
    <message>
        <source>Your list of programs that start at login cannot be changed. Check the permissions of its folder.</source>
        <translation>La liste des programmes lancés à l’ouverture de session ne peut pas être modifiée. Vérifiez les permissions de son dossier.</translation>
    </message>
    <message>
        <source>a list of tables</source>
        <translation>une liste de tables</translation>
    </message>
    <message>
        <source>a number from 0 on</source>
        <translation>un nombre à partir de 0</translation>
    </message>
    <message>
        <source>a number from 30 to 86400</source>
        <translation>un nombre de 30 à 86400</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>une table</translation>
    </message>
    <message>
        <source>a table of texts</source>
        <translation>une table de textes</translation>
    </message>
    <message>
        <source>a wallet service whose description has no errors</source>
        <translation>un service dont la description ne contient pas d&apos;erreur</translation>
    </message>
    <message>
        <source>a whole number from 1 on</source>
        <translation>un nombre entier à partir de 1</translation>
    </message>
    <message>
        <source>access token</source>
        <translation>jeton d’accès</translation>
    </message>
    <message>
        <source>access token ended</source>
        <translation>jeton d’accès expiré</translation>
    </message>
    <message>
        <source>account blocked</source>
        <translation>compte bloqué</translation>
    </message>
    <message>
        <source>address not found</source>
        <translation>adresse introuvable</translation>
    </message>
    <message>
        <source>alerts snoozed</source>
        <translation>alertes suspendues</translation>
    </message>
    <message>
        <source>amount due above the limit</source>
        <translation>à payer au-dessus du seuil</translation>
    </message>
    <message>
        <source>an API key</source>
        <translation>une clé API</translation>
    </message>
    <message>
        <source>an access token</source>
        <translation>un jeton d’accès</translation>
    </message>
    <message>
        <source>an https address without a user name</source>
        <translation>une adresse https sans nom d’utilisateur</translation>
    </message>
    <message>
        <source>an https address, or empty</source>
        <translation>une adresse https, ou vide</translation>
    </message>
    <message>
        <source>an id of its own</source>
        <translation>un identifiant à lui</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>answer cut off</source>
        <translation>réponse coupée</translation>
    </message>
    <message>
        <source>answer not understood</source>
        <translation>réponse incomprise</translation>
    </message>
    <message>
        <source>as this wallet service asks for it</source>
        <translation>tel que ce service le demande</translation>
    </message>
    <message>
        <source>asked too often</source>
        <translation>demandes trop fréquentes</translation>
    </message>
    <message>
        <source>at the last day&apos;s pace</source>
        <translation>au rythme du dernier jour</translation>
    </message>
    <message>
        <source>at the last hour&apos;s pace</source>
        <translation>au rythme de la dernière heure</translation>
    </message>
    <message>
        <source>at the last week&apos;s pace</source>
        <translation>au rythme de la dernière semaine</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>({time})</translation>
    </message>
    <message>
        <source>connection not private</source>
        <translation>connexion non privée</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>critique</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>fault in this program</source>
        <translation>erreur du programme</translation>
    </message>
    <message>
        <source>in [accounts.alerts], in that account&apos;s own unit</source>
        <translation>dans [accounts.alerts], dans l&apos;unité de ce compte</translation>
    </message>
    <message>
        <source>keyring failed</source>
        <translation>échec du trousseau</translation>
    </message>
    <message>
        <source>keyring locked</source>
        <translation>trousseau verrouillé</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>chargement</translation>
    </message>
    <message>
        <source>low</source>
        <translation>bas</translation>
    </message>
    <message>
        <source>network.proxy in the settings</source>
        <translation>network.proxy dans les paramètres</translation>
    </message>
    <message>
        <source>no URL</source>
        <translation>ce n’est pas une URL</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>pas de réponse à temps</translation>
    </message>
    <message>
        <source>no keyring</source>
        <translation>pas de trousseau</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>pas d’autorisation</translation>
    </message>
    <message>
        <source>no usable account in the settings</source>
        <translation>aucun compte utilisable dans les paramètres</translation>
    </message>
    <message>
        <source>no wallet</source>
        <translation>aucun portefeuille</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>non connecté</translation>
    </message>
    <message>
        <source>not the service</source>
        <translation>pas le service</translation>
    </message>
    <message>
        <source>of an unknown kind</source>
        <translation>type inconnu</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>hors ligne</translation>
    </message>
    <message>
        <source>one line of 1 to 80 printable characters, not all of them blank</source>
        <translation>une seule ligne de 1 à 80 caractères imprimables, pas seulement des espaces</translation>
    </message>
    <message>
        <source>one that this wallet service offers</source>
        <translation>l&apos;une de celles que propose ce service</translation>
    </message>
    <message>
        <source>overdrawn</source>
        <translation>à découvert</translation>
    </message>
    <message>
        <source>proxy refused</source>
        <translation>refus du proxy</translation>
    </message>
    <message>
        <source>proxy unusable</source>
        <translation>proxy inutilisable</translation>
    </message>
    <message>
        <source>proxy wants a login</source>
        <translation>connexion au proxy requise</translation>
    </message>
    <message>
        <source>refreshing paused</source>
        <translation>actualisation interrompue</translation>
    </message>
    <message>
        <source>request refused</source>
        <translation>requête refusée</translation>
    </message>
    <message>
        <source>restart needed</source>
        <translation>redémarrage nécessaire</translation>
    </message>
    <message>
        <source>sent elsewhere</source>
        <translation>renvoyé ailleurs</translation>
    </message>
    <message>
        <source>service has trouble</source>
        <translation>service perturbé</translation>
    </message>
    <message>
        <source>settings unusable</source>
        <translation>paramètres inutilisables</translation>
    </message>
    <message>
        <source>settings.toml is gone. Put it back, or change a setting to make a new one.</source>
        <translation>settings.toml a disparu. Remettez-le en place, ou modifiez un paramètre pour en créer un nouveau.</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>pas à jour</translation>
    </message>
    <message>
        <source>the API key</source>
        <translation>la clé API</translation>
    </message>
    <message>
        <source>the access token</source>
        <translation>le jeton d’accès</translation>
    </message>
    <message>
        <source>the address of your own service</source>
        <translation>l&apos;adresse de votre propre service</translation>
    </message>
    <message>
        <source>the id of a known wallet service</source>
        <translation>l&apos;identifiant d&apos;un service connu</translation>
    </message>
    <message>
        <source>the system or its environment</source>
        <translation>le système ou son environnement</translation>
    </message>
    <message>
        <source>time left below the limit</source>
        <translation>temps restant sous le seuil</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true ou false</translation>
    </message>
    <message>
        <source>waiting for keyring</source>
        <translation>attente du trousseau</translation>
    </message>
    <message>
        <source>{amount} after topping up {added}</source>
        <translation>{amount} après recharge de {added}</translation>
    </message>
    <message>
        <source>{count} more values in {file} cannot be used.</source>
        <translation>{count} autres valeurs de {file} sont inutilisables.</translation>
    </message>
    <message>
        <source>{daemon} shows notifications, but no buttons on them.</source>
        <translation>{daemon} montre les notifications, mais sans boutons.</translation>
    </message>
    <message>
        <source>{daemon} shows notifications, with buttons.</source>
        <translation>{daemon} montre les notifications, avec des boutons.</translation>
    </message>
    <message>
        <source>{daemon} shows only the title of a notification.</source>
        <translation>{daemon} ne montre que le titre d’une notification.</translation>
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
        <translation>{file} est illisible, et aucun compte n’a été examiné.</translation>
    </message>
    <message>
        <source>{file} cannot be written. Choose another folder.</source>
        <translation>Impossible d’écrire {file}. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{file} could not be removed; remove it by hand.</source>
        <translation>{file} n’a pas pu être supprimé ; supprimez-le à la main.</translation>
    </message>
    <message>
        <source>{file} has keys that are not known and have no effect: {keys}.</source>
        <translation>{file} contient des clés inconnues et sans effet : {keys}.</translation>
    </message>
    <message>
        <source>{file} holds the proxy&apos;s password, and other users of this computer can read it.</source>
        <translation>{file} contient le mot de passe du proxy, et d’autres utilisateurs de cet ordinateur peuvent le lire.</translation>
    </message>
    <message>
        <source>{file} is no valid TOML, so it is not in force, and no account was examined.</source>
        <translation>{file} n’est pas du TOML valide et ne s’applique pas, et aucun compte n’a été examiné.</translation>
    </message>
    <message>
        <source>{file} is read without a fault.</source>
        <translation>{file} se lit sans erreur.</translation>
    </message>
    <message>
        <source>{file} was written by a newer version: it is used, but never changed.</source>
        <translation>{file} vient d’une version plus récente : il est utilisé, mais jamais modifié.</translation>
    </message>
    <message>
        <source>{file}, which listed accounts, is gone, and no account was examined.</source>
        <translation>{file}, qui contenait des comptes, a disparu, et aucun compte n’a été examiné.</translation>
    </message>
    <message>
        <source>{folder} belongs to another user, so nothing is kept there.</source>
        <translation>{folder} appartient à un autre utilisateur, rien n’y est donc gardé.</translation>
    </message>
    <message>
        <source>{host} answers.</source>
        <translation>{host} répond.</translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation>{host} n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>{host} is asked directly, without a proxy.</source>
        <translation>{host} est interrogé directement, sans proxy.</translation>
    </message>
    <message>
        <source>{host} is asked through the proxy {proxy}, from {source}.</source>
        <translation>{host} est interrogé par le proxy {proxy} ({source}).</translation>
    </message>
    <message>
        <source>{host} is this computer itself, asked without TLS.</source>
        <translation>{host} est cet ordinateur même, interrogé sans TLS.</translation>
    </message>
    <message>
        <source>{key} in settings.toml must be {must_be}; until then the account is switched off.</source>
        <translation>{key} dans settings.toml doit être {must_be} ; d’ici là, le compte est désactivé.</translation>
    </message>
    <message>
        <source>{key} in settings.toml must be {must_be}; until then the default is in force.</source>
        <translation>{key} dans settings.toml doit être {must_be} ; d’ici là, la valeur par défaut s’applique.</translation>
    </message>
    <message>
        <source>{left}</source>
        <translation>{left}</translation>
    </message>
    <message>
        <source>{left} (up to {longest}) {pace}</source>
        <translation>{left} (jusqu’à {longest}) {pace}</translation>
    </message>
    <message>
        <source>{left} ({shortest} or more) {pace}</source>
        <translation>{left} ({shortest} ou plus) {pace}</translation>
    </message>
    <message>
        <source>{left} ({shortest} to {longest}) {pace}</source>
        <translation>{left} (de {shortest} à {longest}) {pace}</translation>
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
            <numerusform>{name} et %n autre</numerusform>
            <numerusform>{name} et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>{problems}, {notes}.</source>
        <translation>{problems}, {notes}.</translation>
    </message>
    <message>
        <source>{service} accepts {the_credential} and tells the balance.</source>
        <translation>{service} accepte {the_credential} et donne le solde.</translation>
    </message>
    <message>
        <source>{service} asks to be asked less often.</source>
        <translation>{service} demande à être interrogé moins souvent.</translation>
    </message>
    <message>
        <source>{service} cannot be reached.</source>
        <translation>{service} est injoignable.</translation>
    </message>
    <message>
        <source>{service} did not accept the request.</source>
        <translation>{service} n’a pas accepté la requête.</translation>
    </message>
    <message>
        <source>{service} did not answer in time.</source>
        <translation>{service} n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>{service} does not let {the_credential} read the balance.</source>
        <translation>{service} ne laisse pas {the_credential} lire le solde.</translation>
    </message>
    <message>
        <source>{service} has blocked this account.</source>
        <translation>{service} a bloqué ce compte.</translation>
    </message>
    <message>
        <source>{service} has no wallet for {the_credential}.</source>
        <translation>{service} n’a aucun portefeuille pour {the_credential}.</translation>
    </message>
    <message>
        <source>{service} has trouble at the moment.</source>
        <translation>{service} rencontre des difficultés en ce moment.</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential}</source>
        <translation>{service} refuse {the_credential}</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential} in {variable}.</source>
        <translation>{service} refuse {the_credential} de {variable}.</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential} that it was given by {variable}. Set another one and start the program again.</source>
        <translation>{service} refuse {the_credential} de {variable}. Définissez une autre valeur et relancez le programme.</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential}.</source>
        <translation>{service} refuse {the_credential}.</translation>
    </message>
    <message>
        <source>{service} sends requests to another address, which is not followed.</source>
        <translation>{service} renvoie vers une autre adresse, qui n’est pas suivie.</translation>
    </message>
    <message>
        <source>{variable} is set and not used: it could be for {ids}.</source>
        <translation>{variable} est définie mais n’est pas utilisée : elle pourrait être pour l’un de ces comptes : {ids}.</translation>
    </message>
    <message>
        <source>{variable} is set and not used: {file} lists no account any more.</source>
        <translation>{variable} est définie et n’est pas utilisée : {file} ne contient plus aucun compte.</translation>
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
