<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Wallet Tray</source>
        <translation>Acerca de Wallet Tray</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copiar la lista</translation>
    </message>
    <message>
        <source>Icon of Wallet Tray</source>
        <translation>Icono de Wallet Tray</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>Texto de la licencia</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Componente</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Componentes</translation>
    </message>
    <message>
        <source>The balance of your prepaid compute wallet, with a warning before it runs dry.</source>
        <translation>El saldo de su monedero de cómputo prepagado, con una alerta antes de que se agote.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versión {version}</translation>
    </message>
</context>
<context>
    <name>AccountChoice</name>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Añadir…</translation>
    </message>
    <message>
        <source>Export history…</source>
        <translation>Exportar historial…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Sesión no iniciada</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Volver a iniciar sesión…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Sesión iniciada</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>AccountRow</name>
    <message>
        <source>Account ID</source>
        <translation>ID de cuenta</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy account ID</source>
        <translation>Copiar ID de cuenta</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Test my alerts</source>
        <translation>Probar mis alertas</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
</context>
<context>
    <name>AppActions</name>
    <message>
        <source>A demo opens no pages. Here would be {page}.</source>
        <translation>La demostración no abre páginas. Aquí se abriría {page}.</translation>
    </message>
</context>
<context>
    <name>BalanceChart</name>
    <message>
        <source>Balance over time</source>
        <translation>Saldo a lo largo del tiempo</translation>
    </message>
</context>
<context>
    <name>BalancePanel</name>
    <message>
        <source>Amount due</source>
        <translation>Por pagar</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>Available balance</source>
        <translation>Saldo disponible</translation>
    </message>
    <message>
        <source>Credit line</source>
        <translation>Línea de crédito</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>Concedido</translation>
    </message>
    <message>
        <source>Granted balance</source>
        <translation>Saldo concedido</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>Previsión</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>Por hora</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reservado</translation>
    </message>
    <message>
        <source>Reserved balance</source>
        <translation>Saldo reservado</translation>
    </message>
    <message>
        <source>Spending per hour</source>
        <translation>Gasto por hora</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>Recargar…</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Total balance</source>
        <translation>Saldo total</translation>
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
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Diagnosis of Wallet Tray</source>
        <translation>Diagnóstico de Wallet Tray</translation>
    </message>
    <message>
        <source>Examine again</source>
        <translation>Examinar de nuevo</translation>
    </message>
    <message>
        <source>Looking at everything; this takes up to 15 seconds…</source>
        <translation>Examinándolo todo; tarda hasta 15 segundos…</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado general</translation>
    </message>
</context>
<context>
    <name>DropsList</name>
    <message>
        <source>Last drops</source>
        <translation>Últimas bajadas</translation>
    </message>
    <message>
        <source>No spending seen yet</source>
        <translation>Aún no hay gastos</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>Qué fue</translation>
    </message>
</context>
<context>
    <name>EraseConfirmation</name>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Erase the keys of all accounts, the recorded balances and the remembered alerts?</source>
        <translation>¿Borrar las claves de todas las cuentas, los saldos registrados y las alertas recordadas?</translation>
    </message>
    <message>
        <source>You are signed out everywhere. Your settings stay. This cannot be undone.</source>
        <translation>Se cerrará la sesión en todas las cuentas. Los ajustes se conservan. Esto no se puede deshacer.</translation>
    </message>
</context>
<context>
    <name>ExportField</name>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>All that was recorded of this account, as a table (CSV).</source>
        <translation>Todo lo registrado de esta cuenta, como tabla (CSV).</translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>Exportar historial</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>Findings</source>
        <translation>Resultados</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Diagnosis…</source>
        <translation>Diagnóstico…</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>Borrar todo…</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>Borrando…</translation>
    </message>
    <message>
        <source>Looks at all that the program depends on, and says what to do.</source>
        <translation>Examina todo aquello de lo que depende el programa y dice qué hacer.</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Iniciar al entrar en la sesión</translation>
    </message>
    <message>
        <source>The keys of all accounts, recorded balances and remembered alerts.</source>
        <translation>Las claves de todas las cuentas, los saldos registrados y las alertas recordadas.</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
</context>
<context>
    <name>NewAccountDialog</name>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Añadir una cuenta</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>Id on the command line</source>
        <translation>Identificador en la línea de órdenes</translation>
    </message>
    <message>
        <source>It stays the same when the account is renamed.</source>
        <translation>No cambia al renombrar la cuenta.</translation>
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
        <translation>Salir</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Refreshing…</source>
        <translation>Actualizando…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Actualizado</translation>
    </message>
</context>
<context>
    <name>PopupHeader</name>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Silenciadas</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>RemovalConfirmation</name>
    <message>
        <source>Its key and its recorded balances as well</source>
        <translation>También la clave y los saldos registrados</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove an account</source>
        <translation>Quitar una cuenta</translation>
    </message>
    <message>
        <source>Remove the account “{name}”?</source>
        <translation>¿Quitar la cuenta «{name}»?</translation>
    </message>
</context>
<context>
    <name>SettingFields</name>
    <message>
        <source>Cannot be used</source>
        <translation>No se puede usar</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Abrir el archivo</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset the settings</source>
        <translation>Restablecer los ajustes</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>Restablecer…</translation>
    </message>
    <message>
        <source>Set everything but your accounts back to its default?</source>
        <translation>¿Restablecer los valores predeterminados de todo salvo sus cuentas?</translation>
    </message>
    <message>
        <source>Settings of Wallet Tray</source>
        <translation>Ajustes de Wallet Tray</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>No program took the settings file. It is {path}.</source>
        <translation>Ningún programa abrió el archivo de ajustes. Está en {path}.</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>API key</source>
        <translation>Clave de API</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token de acceso</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Enter an API key for {service}. It is checked with one call and then kept in your keyring; where there is none, in memory until you quit.</source>
        <translation>Introduzca una clave de API de {service}. Se comprueba con una petición y luego se guarda en su llavero; si no hay ninguno, en la memoria hasta que salga.</translation>
    </message>
    <message>
        <source>Get an API key…</source>
        <translation>Obtener una clave de API…</translation>
    </message>
    <message>
        <source>It works for an hour at most; then you will be asked again.</source>
        <translation>Vale una hora como máximo; después se le volverá a pedir.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Sign in to {service}</source>
        <translation>Iniciar sesión en {service}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>This is an access token</source>
        <translation>Esto es un token de acceso</translation>
    </message>
</context>
<context>
    <name>SnoozeMenu</name>
    <message>
        <source>For 1 hour</source>
        <translation>Durante 1 hora</translation>
    </message>
    <message>
        <source>Resume alerts</source>
        <translation>Reanudar las alertas</translation>
    </message>
    <message>
        <source>Snooze alerts</source>
        <translation>Silenciar las alertas</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Hasta mañana</translation>
    </message>
    <message>
        <source>Until topped up</source>
        <translation>Hasta la recarga</translation>
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
        <translation>30 d</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 d</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Período mostrado</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Hide amounts</source>
        <translation>Ocultar importes</translation>
    </message>
    <message>
        <source>Open wallet</source>
        <translation>Abrir monedero</translation>
    </message>
    <message>
        <source>Pause refreshing</source>
        <translation>Pausar la actualización</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>Actualizar ahora</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>Recargar…</translation>
    </message>
</context>
<context>
    <name>TypedFields</name>
    <message>
        <source>Address of the proxy</source>
        <translation>Dirección del proxy</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>Unidad de tiempo</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
</context>
<context>
    <name>UpgradeNotice</name>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Wallet Tray was upgraded</source>
        <translation>Wallet Tray se ha actualizado</translation>
    </message>
    <message>
        <source>Wallet Tray was upgraded or removed since it was started. Quit it and start it again.</source>
        <translation>Wallet Tray se ha actualizado o eliminado desde que se inició. Ciérrelo y vuelva a iniciarlo.</translation>
    </message>
</context>
<context>
    <name>WelcomeDialog</name>
    <message>
        <source>Icon of Wallet Tray</source>
        <translation>Icono de Wallet Tray</translation>
    </message>
    <message>
        <source>It shows what is left in your {service} wallet, and tells you before it runs dry. You find it in the tray, as a small wallet that empties with yours.</source>
        <translation>Muestra lo que queda en su monedero de {service} y le avisa antes de que se agote. Lo encontrará en la bandeja del sistema: un pequeño monedero que se vacía con el suyo.</translation>
    </message>
    <message>
        <source>Look at the demo</source>
        <translation>Ver la demostración</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Iniciar al entrar en la sesión</translation>
    </message>
    <message>
        <source>The demo did not start. Type “wallet-tray --demo” in a terminal to see why.</source>
        <translation>La demostración no se ha iniciado. Escriba «wallet-tray --demo» en un terminal para ver por qué.</translation>
    </message>
    <message>
        <source>To begin it needs an API key for {service}. The key is checked with one call and kept in your keyring.</source>
        <translation>Para empezar necesita una clave de API de {service}. Se comprueba con una petición y se guarda en su llavero.</translation>
    </message>
    <message>
        <source>Welcome to Wallet Tray</source>
        <translation>Le damos la bienvenida a Wallet Tray</translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>A key is kept for this address alone; with another one you sign in again.</source>
        <translation>La clave vale solo para esta dirección; con otra tendrá que volver a iniciar sesión.</translation>
    </message>
    <message>
        <source>A meter</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>A notification when less than this is available.</source>
        <translation>Una notificación cuando haya disponible menos de esto.</translation>
    </message>
    <message>
        <source>A notification when the wallet is projected to run dry sooner.</source>
        <translation>Una notificación cuando se prevea que el monedero se agote antes.</translation>
    </message>
    <message>
        <source>A notification when you owe more than this.</source>
        <translation>Una notificación cuando deba más de esto.</translation>
    </message>
    <message>
        <source>A second and stronger notification.</source>
        <translation>Una segunda notificación, más urgente.</translation>
    </message>
    <message>
        <source>Amount due, above</source>
        <translation>Por pagar, más de</translation>
    </message>
    <message>
        <source>An API key</source>
        <translation>Clave de API</translation>
    </message>
    <message>
        <source>An access token</source>
        <translation>Token de acceso</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Connections over https go through it.</source>
        <translation>Las conexiones https pasan por él.</translation>
    </message>
    <message>
        <source>Critical balance, below</source>
        <translation>Saldo crítico, menos de</translation>
    </message>
    <message>
        <source>Enter a name of 1 to 80 characters, in one line.</source>
        <translation>Introduzca un nombre de 1 a 80 caracteres, en una sola línea.</translation>
    </message>
    <message>
        <source>Enter a number above 0.</source>
        <translation>Introduzca un número mayor que 0.</translation>
    </message>
    <message>
        <source>Enter a time between 30 seconds and 24 hours.</source>
        <translation>Introduzca un tiempo entre 30 segundos y 24 horas.</translation>
    </message>
    <message>
        <source>Enter an https address without a user name. Plain http works on this computer only.</source>
        <translation>Introduzca una dirección https sin nombre de usuario. El http simple solo funciona en este equipo.</translation>
    </message>
    <message>
        <source>Enter an https address, or nothing.</source>
        <translation>Introduzca una dirección https, o nada.</translation>
    </message>
    <message>
        <source>Enter the address of a proxy, such as http://proxy.example:3128.</source>
        <translation>Introduzca la dirección de un proxy, como http://proxy.example:3128.</translation>
    </message>
    <message>
        <source>For a dark panel</source>
        <translation>Para un panel oscuro</translation>
    </message>
    <message>
        <source>For a light panel</source>
        <translation>Para un panel claro</translation>
    </message>
    <message>
        <source>Hide amounts</source>
        <translation>Ocultar importes</translation>
    </message>
    <message>
        <source>How often the balance is asked for.</source>
        <translation>Cada cuánto se consulta el saldo.</translation>
    </message>
    <message>
        <source>Icon colours</source>
        <translation>Colores del icono</translation>
    </message>
    <message>
        <source>Icon shows</source>
        <translation>El icono muestra</translation>
    </message>
    <message>
        <source>In colour, for any panel</source>
        <translation>En color, para cualquier panel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Low balance, below</source>
        <translation>Saldo bajo, menos de</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Refresh every</source>
        <translation>Actualizar cada</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>Dirección del servicio</translation>
    </message>
    <message>
        <source>Signs in with</source>
        <translation>Inicia sesión con</translation>
    </message>
    <message>
        <source>The number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>They are masked wherever they would be seen; the icon keeps its shape.</source>
        <translation>Se ocultan allí donde se verían; el icono conserva su forma.</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Este</translation>
    </message>
    <message>
        <source>Time left, below</source>
        <translation>Tiempo restante, menos de</translation>
    </message>
    <message>
        <source>Top-up page</source>
        <translation>Página de recarga</translation>
    </message>
    <message>
        <source>What the account is called in the tray and in notifications.</source>
        <translation>Cómo se llama la cuenta en la bandeja y en las notificaciones.</translation>
    </message>
    <message>
        <source>“Top up…” opens it. Without a page it is not offered.</source>
        <translation>«Recargar…» la abre. Sin una página no se ofrece.</translation>
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
        <translation>&quot;auto&quot; o un código de idioma como &quot;de&quot;</translation>
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
        <translation>&quot;system&quot;, &quot;none&quot; o la URL de un proxy</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n mes</numerusform>
            <numerusform>%n meses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n notas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problema</numerusform>
            <numerusform>%n problemas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recorded balance(s) written to {file}.</source>
        <translation>
            <numerusform>%n saldo registrado escrito en {file}.</numerusform>
            <numerusform>%n saldos registrados escritos en {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with unusual names</source>
        <translation>
            <numerusform>%n con un nombre inusual</numerusform>
            <numerusform>%n con nombres inusuales</numerusform>
        </translation>
    </message>
    <message>
        <source>1 to 32 characters of a-z, 0-9, _ and -</source>
        <translation>de 1 a 32 caracteres entre a-z, 0-9, _ y -</translation>
    </message>
    <message>
        <source>A year or more left</source>
        <translation>Queda un año o más</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clave de API</translation>
    </message>
    <message>
        <source>API key rejected</source>
        <translation>clave de API rechazada</translation>
    </message>
    <message>
        <source>API key unusable</source>
        <translation>clave de API inservible</translation>
    </message>
    <message numerus="yes">
        <source>About %n day(s) left</source>
        <translation>
            <numerusform>Queda cerca de %n día</numerusform>
            <numerusform>Quedan cerca de %n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n hour(s) left</source>
        <translation>
            <numerusform>Queda cerca de %n hora</numerusform>
            <numerusform>Quedan cerca de %n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>Queda cerca de %n minuto</numerusform>
            <numerusform>Quedan cerca de %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n month(s) left</source>
        <translation>
            <numerusform>Queda cerca de %n mes</numerusform>
            <numerusform>Quedan cerca de %n meses</numerusform>
        </translation>
    </message>
    <message>
        <source>About {time} left</source>
        <translation>Quedan cerca de {time}</translation>
    </message>
    <message>
        <source>Above your limit of {limit}.</source>
        <translation>Por encima de su límite de {limit}.</translation>
    </message>
    <message>
        <source>Above your limits</source>
        <translation>Por encima de sus límites</translation>
    </message>
    <message>
        <source>Add a tray (also called notification area or status notifier) to your panel, or start a panel that has one.</source>
        <translation>Añada a su panel una bandeja (también llamada área de notificación o status notifier) o inicie un panel que la tenga.</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Todo va bien</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Todo va bien.</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Amount due: above {limit}</source>
        <translation>Por pagar: más de {limit}</translation>
    </message>
    <message>
        <source>Amount due: {amount}</source>
        <translation>Por pagar: {amount}</translation>
    </message>
    <message>
        <source>Another copy of the program starts at login: {program}.</source>
        <translation>Al entrar en la sesión se inicia otra copia del programa: {program}.</translation>
    </message>
    <message>
        <source>Another program has made {file} meanwhile. Nothing was replaced; choose another name.</source>
        <translation>Otro programa creó {file} entretanto. No se reemplazó nada; elija otro nombre.</translation>
    </message>
    <message>
        <source>Answer its question to go on.</source>
        <translation>Responda a su pregunta para continuar.</translation>
    </message>
    <message>
        <source>Available: {amount}</source>
        <translation>Disponible: {amount}</translation>
    </message>
    <message>
        <source>Below your limit of {limit}, {pace}.</source>
        <translation>Por debajo de su límite de {limit}, {pace}.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}.</source>
        <translation>Por debajo de su límite de {limit}.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. Further use becomes a debt when the wallet is empty.</source>
        <translation>Por debajo de su límite de {limit}. El uso posterior se convierte en deuda cuando el monedero está vacío.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. Jobs stop when the wallet is empty.</source>
        <translation>Por debajo de su límite de {limit}. Los trabajos se detienen cuando el monedero está vacío.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. The account is blocked when the wallet is empty.</source>
        <translation>Por debajo de su límite de {limit}. La cuenta se bloquea cuando el monedero está vacío.</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. The service may delete what you have there when the wallet is empty.</source>
        <translation>Por debajo de su límite de {limit}. El servicio puede borrar lo que tiene allí cuando el monedero está vacío.</translation>
    </message>
    <message>
        <source>Check api_url in {file}, and whether this network wants you to sign in to it.</source>
        <translation>Compruebe api_url en {file} y si esta red le pide iniciar sesión.</translation>
    </message>
    <message>
        <source>Check its permissions, or move it away to start over.</source>
        <translation>Compruebe sus permisos, o muévalo para empezar de nuevo.</translation>
    </message>
    <message>
        <source>Check its permissions, or move it away: a new one is begun.</source>
        <translation>Compruebe sus permisos, o muévalo: se empezará uno nuevo.</translation>
    </message>
    <message>
        <source>Check network.proxy in the settings and the system&apos;s proxy.</source>
        <translation>Compruebe network.proxy en los ajustes y el proxy del sistema.</translation>
    </message>
    <message>
        <source>Check the address in the settings, or look for a newer version of this program.</source>
        <translation>Compruebe la dirección en los ajustes o busque una versión más reciente del programa.</translation>
    </message>
    <message>
        <source>Check the network and {source}.</source>
        <translation>Compruebe la red y {source}.</translation>
    </message>
    <message>
        <source>Check the network connection and api_url in {file}.</source>
        <translation>Compruebe la conexión de red y api_url en {file}.</translation>
    </message>
    <message>
        <source>Check the network connection and its DNS server.</source>
        <translation>Compruebe la conexión de red y su servidor DNS.</translation>
    </message>
    <message>
        <source>Check the network connection and the address in settings.toml.</source>
        <translation>Compruebe la conexión de red y la dirección en settings.toml.</translation>
    </message>
    <message>
        <source>Check the network connection.</source>
        <translation>Compruebe la conexión de red.</translation>
    </message>
    <message>
        <source>Check their spelling.</source>
        <translation>Compruebe cómo están escritas.</translation>
    </message>
    <message>
        <source>Check whether it belongs to an account with prepaid credit.</source>
        <translation>Compruebe si pertenece a una cuenta con saldo de prepago.</translation>
    </message>
    <message>
        <source>Check whether it works in other programs, then run this again.</source>
        <translation>Compruebe si funciona en otros programas y examine de nuevo.</translation>
    </message>
    <message>
        <source>Check whether it works in other programs, then try again.</source>
        <translation>Compruebe si funciona en otros programas y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Check whether the disk or network drive with your files works.</source>
        <translation>Compruebe si funciona el disco o la unidad de red con sus archivos.</translation>
    </message>
    <message>
        <source>Check whether there is a newer version of this program.</source>
        <translation>Compruebe si hay una versión más reciente del programa.</translation>
    </message>
    <message>
        <source>Check whether this computer&apos;s clock is right.</source>
        <translation>Compruebe que el reloj de este equipo esté en hora.</translation>
    </message>
    <message>
        <source>Check whether this network wants you to sign in to it, and api_url in {file}.</source>
        <translation>Compruebe si esta red le pide iniciar sesión, y api_url en {file}.</translation>
    </message>
    <message>
        <source>Check whether this network wants you to sign in to it.</source>
        <translation>Compruebe si esta red le pide iniciar sesión.</translation>
    </message>
    <message>
        <source>Check whether this network wants you to sign in to it. A company&apos;s own certificate belongs in the system&apos;s trust store.</source>
        <translation>Compruebe si esta red le pide iniciar sesión. El certificado propio de una empresa va en el almacén de confianza del sistema.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>Copy the whole of it once more and try again.</source>
        <translation>Vuelva a copiarlo entero e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Correct it, or move it away to start over.</source>
        <translation>Corríjalo, o muévalo para empezar de nuevo.</translation>
    </message>
    <message>
        <source>Correct the account in the settings file.</source>
        <translation>Corrija la cuenta en el archivo de ajustes.</translation>
    </message>
    <message>
        <source>Correct the ones above first.</source>
        <translation>Corrija primero los de arriba.</translation>
    </message>
    <message>
        <source>Correct {key}.</source>
        <translation>Corrija {key}.</translation>
    </message>
    <message>
        <source>Credentials are kept in: {keyring}.</source>
        <translation>Las credenciales se guardan en: {keyring}.</translation>
    </message>
    <message>
        <source>Credit line: {amount}</source>
        <translation>Línea de crédito: {amount}</translation>
    </message>
    <message>
        <source>Critical balance: {amount}</source>
        <translation>Saldo crítico: {amount}</translation>
    </message>
    <message>
        <source>Critical: below {limit}</source>
        <translation>Crítico: menos de {limit}</translation>
    </message>
    <message>
        <source>Empty: blocked until the wallet is topped up</source>
        <translation>Vacío: bloqueado hasta la recarga</translation>
    </message>
    <message>
        <source>Empty: further use becomes a debt</source>
        <translation>Vacío: el uso posterior se convierte en deuda</translation>
    </message>
    <message>
        <source>Empty: jobs stop until the wallet is topped up</source>
        <translation>Vacío: los trabajos se detienen hasta la recarga</translation>
    </message>
    <message>
        <source>Empty: top up to continue</source>
        <translation>Vacío: recargue para continuar</translation>
    </message>
    <message>
        <source>Empty: what you have there may be deleted</source>
        <translation>Vacío: lo que tiene allí puede borrarse</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Cifrado (TLS)</translation>
    </message>
    <message>
        <source>End it and start it again: &apos;wallet-tray&apos;.</source>
        <translation>Ciérrelo y vuelva a iniciarlo: «wallet-tray».</translation>
    </message>
    <message>
        <source>Everything else was erased.</source>
        <translation>Se borró todo lo demás.</translation>
    </message>
    <message>
        <source>Everything was erased; your settings are kept.</source>
        <translation>Se borró todo; los ajustes se conservan.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>For an icon, add &apos;Notification Area&apos; to the panel.</source>
        <translation>Para ver el icono, añada «Notification Area» al panel.</translation>
    </message>
    <message>
        <source>For an icon, add &apos;Status Tray Plugin&apos; to the panel.</source>
        <translation>Para ver el icono, añada «Status Tray Plugin» al panel.</translation>
    </message>
    <message>
        <source>For an icon, add &apos;XApp Status Applet&apos; to the panel.</source>
        <translation>Para ver el icono, añada «XApp Status Applet» al panel.</translation>
    </message>
    <message>
        <source>For an icon, add a tray (also called notification area or status notifier) to your panel, or start a panel that has one.</source>
        <translation>Para ver el icono, añada a su panel una bandeja (también llamada área de notificación o status notifier) o inicie un panel que la tenga.</translation>
    </message>
    <message>
        <source>For an icon, add the widget &apos;Status Notifier&apos; to the panel.</source>
        <translation>Para ver el icono, añada al panel el elemento «Status Notifier».</translation>
    </message>
    <message>
        <source>For an icon, add the widget &apos;System Tray&apos; to a panel.</source>
        <translation>Para ver el icono, añada a un panel el elemento «System Tray» (bandeja del sistema).</translation>
    </message>
    <message>
        <source>For an icon, install the extension &apos;AppIndicator and KStatusNotifierItem Support&apos; and switch it on.</source>
        <translation>Para ver el icono, instale y active la extensión «AppIndicator and KStatusNotifierItem Support».</translation>
    </message>
    <message>
        <source>For an icon, start a bar that has a tray, such as waybar with its module &apos;tray&apos;.</source>
        <translation>Para ver el icono, inicie una barra que tenga bandeja, como waybar con su módulo «tray».</translation>
    </message>
    <message>
        <source>From {first} to {last}; lowest {lowest}, highest {highest}</source>
        <translation>De {first} a {last}; mínimo {lowest}, máximo {highest}</translation>
    </message>
    <message>
        <source>Further use becomes a debt until the wallet is topped up.</source>
        <translation>El uso posterior se convierte en deuda hasta que se recargue el monedero.</translation>
    </message>
    <message>
        <source>GNOME has no tray of its own.</source>
        <translation>GNOME no tiene bandeja propia.</translation>
    </message>
    <message>
        <source>Give one of these accounts another id in {file}.</source>
        <translation>Dé a una de estas cuentas otro id en {file}.</translation>
    </message>
    <message>
        <source>Granted: {amount}</source>
        <translation>Concedido: {amount}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>If that goes on, look for a newer version of this program.</source>
        <translation>Si continúa, busque una versión más reciente del programa.</translation>
    </message>
    <message>
        <source>In {file} {key} must be {must_be}; its default is in force.</source>
        <translation>En {file}, {key} debe ser {must_be}; rige el valor predeterminado.</translation>
    </message>
    <message>
        <source>In {file} {key} must be {must_be}; until then the account is switched off.</source>
        <translation>En {file}, {key} debe ser {must_be}; hasta entonces la cuenta está desactivada.</translation>
    </message>
    <message>
        <source>Install it with the system&apos;s package manager, often as python3-sqlite3.</source>
        <translation>Instálelo con el gestor de paquetes del sistema, a menudo como python3-sqlite3.</translation>
    </message>
    <message>
        <source>Install the extension &apos;AppIndicator and KStatusNotifierItem Support&apos; and switch it on.</source>
        <translation>Instale y active la extensión «AppIndicator and KStatusNotifierItem Support».</translation>
    </message>
    <message>
        <source>Install the newest version of this program.</source>
        <translation>Instale la versión más reciente de este programa.</translation>
    </message>
    <message>
        <source>Install {library} with the system&apos;s package manager.</source>
        <translation>Instale {library} con el gestor de paquetes del sistema.</translation>
    </message>
    <message>
        <source>Is this computer&apos;s clock right?</source>
        <translation>¿Está en hora el reloj de este equipo?</translation>
    </message>
    <message>
        <source>Is this computer&apos;s clock right? If it is, only the service can put that right.</source>
        <translation>¿Está en hora el reloj de este equipo? Si lo está, solo el servicio puede arreglarlo.</translation>
    </message>
    <message>
        <source>Its website says why.</source>
        <translation>Su sitio web indica el motivo.</translation>
    </message>
    <message>
        <source>Jobs stop until the wallet is topped up.</source>
        <translation>Los trabajos se detienen hasta que se recargue el monedero.</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Llavero</translation>
    </message>
    <message>
        <source>Large drop: {amount}</source>
        <translation>Fuerte bajada: {amount}</translation>
    </message>
    <message>
        <source>Loading the balance…</source>
        <translation>Cargando el saldo…</translation>
    </message>
    <message>
        <source>Log out and in again; DBUS_SESSION_BUS_ADDRESS must name the bus of this session.</source>
        <translation>Cierre la sesión y vuelva a entrar; DBUS_SESSION_BUS_ADDRESS debe indicar el bus de esta sesión.</translation>
    </message>
    <message>
        <source>Low balance: {amount}</source>
        <translation>Saldo bajo: {amount}</translation>
    </message>
    <message>
        <source>Low: below {limit}</source>
        <translation>Bajo: menos de {limit}</translation>
    </message>
    <message>
        <source>Make a new API key on your profile page and sign in again.</source>
        <translation>Cree una clave de API nueva en su página de perfil y vuelva a iniciar sesión.</translation>
    </message>
    <message>
        <source>Make a new one on your profile page and set it.</source>
        <translation>Cree una nueva en su página de perfil y defínala.</translation>
    </message>
    <message>
        <source>Make a new one on your profile page and sign in again.</source>
        <translation>Cree una nueva en su página de perfil y vuelva a iniciar sesión.</translation>
    </message>
    <message>
        <source>Move it away, or have its owner changed to you.</source>
        <translation>Muévala, o haga que usted sea su propietario.</translation>
    </message>
    <message>
        <source>No balance since {since}</source>
        <translation>Saldo desconocido desde {since}</translation>
    </message>
    <message>
        <source>No balance yet</source>
        <translation>Saldo aún desconocido</translation>
    </message>
    <message>
        <source>No history yet</source>
        <translation>Aún no hay historial</translation>
    </message>
    <message>
        <source>No notification service runs now; one is started for the first notification.</source>
        <translation>Ahora no hay ningún servicio de notificaciones; se iniciará uno con la primera notificación.</translation>
    </message>
    <message>
        <source>No panel here has a tray.</source>
        <translation>Ningún panel tiene aquí una bandeja.</translation>
    </message>
    <message>
        <source>No problem, {notes}.</source>
        <translation>Ningún problema, {notes}.</translation>
    </message>
    <message>
        <source>No usable account in the settings</source>
        <translation>Ninguna cuenta utilizable en los ajustes</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Aún no hay nada registrado.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: {file} holds the headings alone.</source>
        <translation>Aún no hay nada registrado: {file} contiene solo los encabezados.</translation>
    </message>
    <message>
        <source>Nothing is recorded, as this Python lacks SQLite.</source>
        <translation>No se registra nada, porque a este Python le falta SQLite.</translation>
    </message>
    <message>
        <source>Nothing to do: at the next balance it is set aside and a new one is begun.</source>
        <translation>Nada que hacer: con la próxima actualización se aparta y se empieza uno nuevo.</translation>
    </message>
    <message>
        <source>Nothing was entered.</source>
        <translation>No se introdujo nada.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Notifications come through the tray icon on this system.</source>
        <translation>En este sistema las notificaciones llegan por el icono de la bandeja.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open the icon&apos;s menu: its first rows carry the figures.</source>
        <translation>Abra el menú del icono: las primeras filas llevan las cifras.</translation>
    </message>
    <message>
        <source>Open the wallet by the tray icon; or use another notification service.</source>
        <translation>Abra el monedero desde el icono, o use otro servicio de notificaciones.</translation>
    </message>
    <message>
        <source>Other users of this computer can look into {folder}.</source>
        <translation>Otros usuarios de este equipo pueden mirar en {folder}.</translation>
    </message>
    <message>
        <source>Overdrawn: blocked until the wallet is topped up</source>
        <translation>En descubierto: bloqueado hasta la recarga</translation>
    </message>
    <message>
        <source>Overdrawn: further use adds to the debt</source>
        <translation>En descubierto: el uso posterior aumenta la deuda</translation>
    </message>
    <message>
        <source>Overdrawn: jobs stop until the wallet is topped up</source>
        <translation>En descubierto: los trabajos se detienen hasta la recarga</translation>
    </message>
    <message>
        <source>Overdrawn: top up to continue</source>
        <translation>En descubierto: recargue para continuar</translation>
    </message>
    <message>
        <source>Overdrawn: what you have there may be deleted</source>
        <translation>En descubierto: lo que tiene allí puede borrarse</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Put it back, or write an account into a new one.</source>
        <translation>Devuélvalo a su sitio, o escriba una cuenta en uno nuevo.</translation>
    </message>
    <message>
        <source>Put the file back, or write the account that it is for into it.</source>
        <translation>Devuelva el archivo a su sitio, o escriba en él la cuenta a la que está destinada.</translation>
    </message>
    <message>
        <source>Put them into the proxy&apos;s address, or ask whoever runs it.</source>
        <translation>Póngalos en la dirección del proxy, o pregunte a quien lo administra.</translation>
    </message>
    <message>
        <source>PySide6 {version} ends programs on Python {python} within hours (PYSIDE-3474).</source>
        <translation>PySide6 {version} cierra los programas con Python {python} en unas horas (PYSIDE-3474).</translation>
    </message>
    <message>
        <source>Quit it and start it again.</source>
        <translation>Ciérrelo y vuelva a iniciarlo.</translation>
    </message>
    <message>
        <source>Refreshing is paused.</source>
        <translation>La actualización está en pausa.</translation>
    </message>
    <message>
        <source>Reinstall this program.</source>
        <translation>Reinstale este programa.</translation>
    </message>
    <message>
        <source>Reserved: {amount}</source>
        <translation>Reservado: {amount}</translation>
    </message>
    <message>
        <source>Restart it, or log out and in again.</source>
        <translation>Reinícielo, o cierre la sesión y vuelva a entrar.</translation>
    </message>
    <message>
        <source>Restart your panel, or add a tray to it.</source>
        <translation>Reinicie su panel, o añádale una bandeja.</translation>
    </message>
    <message>
        <source>Restart your panel, or log out and in again.</source>
        <translation>Reinicie su panel, o cierre la sesión y vuelva a entrar.</translation>
    </message>
    <message>
        <source>Resume refreshing</source>
        <translation>Reanudar la actualización</translation>
    </message>
    <message>
        <source>Run &apos;wallet-tray balance&apos; to use it.</source>
        <translation>Ejecute «wallet-tray balance» para usarlo.</translation>
    </message>
    <message>
        <source>Run &apos;wallet-tray doctor --alerts&apos; to see what comes.</source>
        <translation>Ejecute «wallet-tray doctor --alerts» para ver qué llega.</translation>
    </message>
    <message>
        <source>Run &apos;wallet-tray sign-in{option}&apos;.</source>
        <translation>Ejecute «wallet-tray sign-in{option}».</translation>
    </message>
    <message>
        <source>Run this again in a while.</source>
        <translation>Vuelva a examinar dentro de un rato.</translation>
    </message>
    <message>
        <source>Run this in a terminal of the desktop itself.</source>
        <translation>Ejecute esto en un terminal del propio escritorio.</translation>
    </message>
    <message>
        <source>Run this on the desktop to examine its tray; &apos;wallet-tray balance&apos; works everywhere.</source>
        <translation>Ejecute esto en el escritorio para examinar su bandeja; «wallet-tray balance» funciona en todas partes.</translation>
    </message>
    <message>
        <source>Run this on the desktop to examine them.</source>
        <translation>Ejecute esto en el escritorio para examinarlas.</translation>
    </message>
    <message>
        <source>Run: chmod go-rwx {typed}</source>
        <translation>Ejecute: chmod go-rwx {typed}</translation>
    </message>
    <message>
        <source>Run: pip install &apos;PySide6-Essentials&lt;6.12&apos;</source>
        <translation>Ejecute: pip install &apos;PySide6-Essentials&lt;6.12&apos;</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Set XDG_DATA_HOME to a folder with a shorter path.</source>
        <translation>Ajuste XDG_DATA_HOME a una carpeta con una ruta más corta.</translation>
    </message>
    <message>
        <source>Set the clock, or let the system do that by itself.</source>
        <translation>Ponga el reloj en hora, o deje que lo haga el sistema.</translation>
    </message>
    <message>
        <source>Set {key_variable} to an API key instead, which lasts.</source>
        <translation>Defina en su lugar {key_variable} con una clave de API, que no caduca.</translation>
    </message>
    <message>
        <source>Set {variable} to the whole of it, or unset it.</source>
        <translation>Defina {variable} con el valor completo, o elimínela.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Vuelva a iniciar sesión.</translation>
    </message>
    <message>
        <source>Sign in to your network, or put both into network.proxy in the settings.</source>
        <translation>Inicie sesión en su red o indique ambos en network.proxy en los ajustes.</translation>
    </message>
    <message>
        <source>Sign in with an API key, which lasts.</source>
        <translation>Inicie sesión con una clave de API, que no caduca.</translation>
    </message>
    <message>
        <source>Sign in with an API key.</source>
        <translation>Inicie sesión con una clave de API.</translation>
    </message>
    <message>
        <source>Sign in with one that may.</source>
        <translation>Inicie sesión con una credencial que tenga permiso.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Since {since}, far more than this wallet usually spends.</source>
        <translation>Desde {since}, mucho más de lo que este monedero suele gastar.</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Something in this program went wrong.</source>
        <translation>Algo falló en este programa.</translation>
    </message>
    <message>
        <source>Spending per hour: {amount}</source>
        <translation>Gasto por hora: {amount}</translation>
    </message>
    <message>
        <source>Start Wallet Tray once more to see this window again after closing it.</source>
        <translation>Inicie Wallet Tray otra vez para volver a ver esta ventana después de cerrarla.</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Iniciar al entrar en la sesión</translation>
    </message>
    <message>
        <source>Start it: &apos;wallet-tray&apos;.</source>
        <translation>Inícielo: «wallet-tray».</translation>
    </message>
    <message>
        <source>Start one, such as dunst or mako; the tray icon carries every alert as well.</source>
        <translation>Inicie uno, como dunst o mako; el icono también muestra cada alerta.</translation>
    </message>
    <message>
        <source>Start the tray program: it thins the history out.</source>
        <translation>Inicie el programa de la bandeja: reduce el historial.</translation>
    </message>
    <message>
        <source>Start your keyring (Secret Service or KWallet), or set {key_variable}.</source>
        <translation>Inicie su llavero (Secret Service o KWallet), o defina {key_variable}.</translation>
    </message>
    <message>
        <source>Start your keyring (Secret Service or KWallet), or sign in for this run only.</source>
        <translation>Inicie su llavero (Secret Service o KWallet) o inicie sesión solo por esta vez.</translation>
    </message>
    <message>
        <source>Start your keyring (Secret Service or KWallet).</source>
        <translation>Inicie su llavero (Secret Service o KWallet).</translation>
    </message>
    <message>
        <source>Switch &apos;Start at login&apos; on in the settings to have this copy started.</source>
        <translation>Active «Iniciar al entrar en la sesión» en los ajustes para que se inicie esta copia.</translation>
    </message>
    <message>
        <source>The access token ends at {since}</source>
        <translation>El token de acceso caduca a las {since}</translation>
    </message>
    <message>
        <source>The access token in {variable} no longer works: it lives for an hour at most.</source>
        <translation>El token de acceso de {variable} ya no sirve: vale una hora como máximo.</translation>
    </message>
    <message>
        <source>The access token in {variable} no longer works: it lives for an hour at most. Set {key_variable} instead and start the program again.</source>
        <translation>El token de acceso de {variable} ya no sirve: vale una hora como máximo. Defina {key_variable} en su lugar y reinicie el programa.</translation>
    </message>
    <message>
        <source>The access token no longer works: it lives for an hour at most.</source>
        <translation>El token de acceso ya no sirve: vale una hora como máximo.</translation>
    </message>
    <message>
        <source>The access token works for an hour at most.</source>
        <translation>El token de acceso vale una hora como máximo.</translation>
    </message>
    <message>
        <source>The account is blocked until the wallet is topped up.</source>
        <translation>La cuenta está bloqueada hasta que se recargue el monedero.</translation>
    </message>
    <message>
        <source>The answer is a web page and not from {service}.</source>
        <translation>La respuesta es una página web y no viene de {service}.</translation>
    </message>
    <message>
        <source>The answer of {service} could not be understood.</source>
        <translation>No se pudo entender la respuesta de {service}.</translation>
    </message>
    <message>
        <source>The certificate of {host} has expired.</source>
        <translation>El certificado de {host} ha caducado.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted by this system.</source>
        <translation>Este sistema no confía en el certificado de {host}.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not valid yet.</source>
        <translation>El certificado de {host} aún no es válido.</translation>
    </message>
    <message>
        <source>The certificate of {service} is not valid yet.</source>
        <translation>El certificado de {service} aún no es válido.</translation>
    </message>
    <message>
        <source>The clock could not be compared: no service told the time.</source>
        <translation>No se pudo comparar el reloj: ningún servicio indicó la hora.</translation>
    </message>
    <message>
        <source>The connection to {host} is private: its certificate is trusted.</source>
        <translation>La conexión con {host} es privada: su certificado es de confianza.</translation>
    </message>
    <message>
        <source>The connection to {service} broke in the middle of an answer.</source>
        <translation>La conexión con {service} se cortó en medio de una respuesta.</translation>
    </message>
    <message>
        <source>The connection to {service} is not private.</source>
        <translation>La conexión con {service} no es privada.</translation>
    </message>
    <message>
        <source>The copy of the program that was to start at login is gone. Switch it on to have this one started.</source>
        <translation>La copia del programa que debía iniciarse al entrar en la sesión ya no está. Actívelo para que se inicie esta.</translation>
    </message>
    <message>
        <source>The disk is full, so {file} was not written.</source>
        <translation>El disco está lleno, así que no se escribió {file}.</translation>
    </message>
    <message>
        <source>The display that DISPLAY or WAYLAND_DISPLAY names cannot be used.</source>
        <translation>La pantalla que indica DISPLAY o WAYLAND_DISPLAY no se puede usar.</translation>
    </message>
    <message>
        <source>The folder of this program has a name that cannot be started at login. Move the program to another folder.</source>
        <translation>La carpeta de este programa tiene un nombre que no se puede iniciar al entrar en la sesión. Mueva el programa a otra carpeta.</translation>
    </message>
    <message>
        <source>The folder {folder} is not yours alone, so Wallet Tray keeps nothing in it and does not start. Move it away, or have its owner changed to you.</source>
        <translation>La carpeta {folder} no es solo suya, por lo que Wallet Tray no guarda nada en ella y no se inicia. Muévala o haga que le asignen su propiedad.</translation>
    </message>
    <message>
        <source>The folders of this program are open to you alone.</source>
        <translation>Las carpetas de este programa solo están abiertas para usted.</translation>
    </message>
    <message>
        <source>The folders of this program could not be looked at in time.</source>
        <translation>No se pudieron examinar a tiempo las carpetas de este programa.</translation>
    </message>
    <message>
        <source>The history can be read, but is larger than it should grow: {size}.</source>
        <translation>El historial se puede leer, pero es mayor de lo debido: {size}.</translation>
    </message>
    <message>
        <source>The history can be read: {size}.</source>
        <translation>El historial se puede leer: {size}.</translation>
    </message>
    <message>
        <source>The history could not be read in time.</source>
        <translation>No se pudo leer a tiempo el historial.</translation>
    </message>
    <message>
        <source>The history in {file} cannot be read.</source>
        <translation>No se puede leer el historial en {file}.</translation>
    </message>
    <message>
        <source>The history in {file} is no history, or is damaged.</source>
        <translation>El historial en {file} no lo es, o está dañado.</translation>
    </message>
    <message>
        <source>The history was written by a newer version, so nothing is recorded.</source>
        <translation>El historial es de una versión más reciente, así que no se registra nada.</translation>
    </message>
    <message>
        <source>The key in the environment stays in use.</source>
        <translation>La clave del entorno se sigue usando.</translation>
    </message>
    <message>
        <source>The keyring ({keyring}) did not do what was asked of it.</source>
        <translation>El llavero ({keyring}) no hizo lo que se le pidió.</translation>
    </message>
    <message>
        <source>The keyring ({keyring}) is locked, so nothing was looked up in it.</source>
        <translation>El llavero ({keyring}) está bloqueado, así que no se consultó nada en él.</translation>
    </message>
    <message>
        <source>The keyring did not take the key, so it is kept until you quit.</source>
        <translation>El llavero no aceptó la clave, así que se conserva hasta que salga.</translation>
    </message>
    <message>
        <source>The keyring does not answer.</source>
        <translation>El llavero no responde.</translation>
    </message>
    <message>
        <source>The keyring holds no {credential} for {host}.</source>
        <translation>En el llavero falta para {host}: {credential}.</translation>
    </message>
    <message>
        <source>The keyring holds {the_credential}.</source>
        <translation>El llavero contiene {the_credential}.</translation>
    </message>
    <message>
        <source>The last known balance stays on show. Open Wallet Tray to see what is in the way.</source>
        <translation>El último saldo conocido sigue a la vista. Abra Wallet Tray para ver qué lo impide.</translation>
    </message>
    <message>
        <source>The log tells more.</source>
        <translation>El registro contiene más detalles.</translation>
    </message>
    <message>
        <source>The log tells more; please report it.</source>
        <translation>El registro contiene más detalles; informe del problema.</translation>
    </message>
    <message>
        <source>The log tells more; the program tries again by itself.</source>
        <translation>El registro contiene más detalles; el programa lo reintenta por sí solo.</translation>
    </message>
    <message>
        <source>The name of the proxy, {proxy}, was not found.</source>
        <translation>No se encontró el nombre del proxy, {proxy}.</translation>
    </message>
    <message>
        <source>The name {host} was not found in time.</source>
        <translation>No se encontró a tiempo el nombre {host}.</translation>
    </message>
    <message>
        <source>The name {host} was not found.</source>
        <translation>No se encontró el nombre {host}.</translation>
    </message>
    <message>
        <source>The notification service</source>
        <translation>El servicio de notificaciones</translation>
    </message>
    <message>
        <source>The notification service does not answer, so alerts may not be shown.</source>
        <translation>El servicio de notificaciones no responde, así que puede que no se muestren alertas.</translation>
    </message>
    <message>
        <source>The package {package} is missing.</source>
        <translation>Falta el paquete {package}.</translation>
    </message>
    <message>
        <source>The path of the history is too long for SQLite, so nothing is recorded: {file}.</source>
        <translation>La ruta del historial es demasiado larga para SQLite, por lo que no se registra nada: {file}.</translation>
    </message>
    <message>
        <source>The program starts at login.</source>
        <translation>El programa se inicia al entrar en la sesión.</translation>
    </message>
    <message>
        <source>The program tries again by itself.</source>
        <translation>El programa lo reintenta por sí solo.</translation>
    </message>
    <message>
        <source>The proxy does not let this program through to {service}.</source>
        <translation>El proxy no deja pasar este programa hacia {service}.</translation>
    </message>
    <message>
        <source>The proxy from {source} cannot be used: it is {flaw}.</source>
        <translation>El proxy no se puede usar ({source}): {flaw}.</translation>
    </message>
    <message>
        <source>The proxy setting cannot be used.</source>
        <translation>El ajuste del proxy no se puede usar.</translation>
    </message>
    <message>
        <source>The proxy wants a user name and password.</source>
        <translation>El proxy pide nombre de usuario y contraseña.</translation>
    </message>
    <message>
        <source>The proxy {proxy} cannot be reached, or does not let us through ({detail}).</source>
        <translation>No se puede conectar con el proxy {proxy}, o no nos deja pasar ({detail}).</translation>
    </message>
    <message>
        <source>The proxy {proxy} wants a user name and password.</source>
        <translation>El proxy {proxy} pide nombre de usuario y contraseña.</translation>
    </message>
    <message>
        <source>The session bus (D-Bus) cannot be reached, and trays are found through it.</source>
        <translation>No se puede acceder al bus de sesión (D-Bus), por el que se encuentra la bandeja.</translation>
    </message>
    <message>
        <source>The session bus (D-Bus) cannot be reached, so no alert can be shown.</source>
        <translation>No se puede acceder al bus de sesión (D-Bus), así que no se puede mostrar ninguna alerta.</translation>
    </message>
    <message>
        <source>The settings could not be read in time, and no account was examined.</source>
        <translation>No se pudieron leer a tiempo los ajustes, y no se examinó ninguna cuenta.</translation>
    </message>
    <message>
        <source>The settings file cannot be read. Check its permissions.</source>
        <translation>No se puede leer el archivo de ajustes. Compruebe sus permisos.</translation>
    </message>
    <message>
        <source>The settings file is no valid TOML, so it is not in force. Correct settings.toml.</source>
        <translation>El archivo de ajustes no es TOML válido y no se aplica. Corrija settings.toml.</translation>
    </message>
    <message>
        <source>The settings need a look</source>
        <translation>Los ajustes necesitan atención</translation>
    </message>
    <message>
        <source>The settings of {service} cannot be used.</source>
        <translation>Los ajustes de {service} no se pueden usar.</translation>
    </message>
    <message>
        <source>The settings were not saved: the disk is full.</source>
        <translation>Los ajustes no se guardaron: el disco está lleno.</translation>
    </message>
    <message>
        <source>The settings were not saved: the file cannot be written. Check its permissions.</source>
        <translation>Los ajustes no se guardaron: no se puede escribir el archivo. Compruebe sus permisos.</translation>
    </message>
    <message>
        <source>The settings were not saved: the file was written by a newer version.</source>
        <translation>Los ajustes no se guardaron: el archivo es de una versión más reciente.</translation>
    </message>
    <message>
        <source>The title carries the balance; for more, use another notification service.</source>
        <translation>El título lleva el saldo; para más, use otro servicio de notificaciones.</translation>
    </message>
    <message>
        <source>The tray does not answer.</source>
        <translation>La bandeja no responde.</translation>
    </message>
    <message>
        <source>The tray icon cannot be shown: the system library {library} is missing.</source>
        <translation>No se puede mostrar el icono: falta la biblioteca del sistema {library}.</translation>
    </message>
    <message>
        <source>The tray is part of this system.</source>
        <translation>La bandeja forma parte de este sistema.</translation>
    </message>
    <message>
        <source>The tray program does not run.</source>
        <translation>El programa de la bandeja no está en marcha.</translation>
    </message>
    <message>
        <source>The tray program runs, but a second start cannot reach it.</source>
        <translation>El programa de la bandeja está en marcha, pero un segundo inicio no llega a él.</translation>
    </message>
    <message>
        <source>The tray program runs, but does not react.</source>
        <translation>El programa de la bandeja está en marcha, pero no reacciona.</translation>
    </message>
    <message>
        <source>The tray program runs.</source>
        <translation>El programa de la bandeja está en marcha.</translation>
    </message>
    <message>
        <source>The {credential} comes from {variable}, not from the keyring.</source>
        <translation>{credential}: proviene de {variable}, no del llavero.</translation>
    </message>
    <message>
        <source>There is a tray of the older kind (XEmbed), and it shows tooltips.</source>
        <translation>Hay una bandeja de tipo antiguo (XEmbed), y muestra sugerencias.</translation>
    </message>
    <message>
        <source>There is a tray{by}, and it shows tooltips.</source>
        <translation>Hay una bandeja{by}, y muestra sugerencias.</translation>
    </message>
    <message>
        <source>There is a tray{by}, but this desktop shows no tooltips.</source>
        <translation>Hay una bandeja{by}, pero este escritorio no muestra sugerencias.</translation>
    </message>
    <message>
        <source>There is no desktop here that shows notifications.</source>
        <translation>Aquí no hay un escritorio que muestre notificaciones.</translation>
    </message>
    <message>
        <source>There is no display here, and so no tray.</source>
        <translation>Aquí no hay pantalla, y por tanto tampoco bandeja.</translation>
    </message>
    <message>
        <source>There is no keyring here, so the key is kept in memory until you quit.</source>
        <translation>Aquí no hay llavero, así que la clave se conserva en la memoria hasta que salga.</translation>
    </message>
    <message>
        <source>There is no keyring to keep credentials in.</source>
        <translation>No hay ningún llavero donde guardar credenciales.</translation>
    </message>
    <message>
        <source>There is no keyring to remove the keys from.</source>
        <translation>No hay ningún llavero del que quitar las claves.</translation>
    </message>
    <message>
        <source>There is no keyring to take {the_credential} from.</source>
        <translation>No hay ningún llavero del que tomar {the_credential}.</translation>
    </message>
    <message>
        <source>There is no keyring; {variable} is used instead.</source>
        <translation>No hay llavero; en su lugar se usa {variable}.</translation>
    </message>
    <message>
        <source>There is no notification service, so no alert can be shown.</source>
        <translation>No hay servicio de notificaciones, así que no se puede mostrar ninguna alerta.</translation>
    </message>
    <message>
        <source>There is no settings file, so the defaults are in force.</source>
        <translation>No hay archivo de ajustes, así que rigen los valores predeterminados.</translation>
    </message>
    <message>
        <source>There is no wallet at the address of {service}.</source>
        <translation>No hay ningún monedero en la dirección de {service}.</translation>
    </message>
    <message numerus="yes">
        <source>There is something wrong with %n more value(s).</source>
        <translation>
            <numerusform>Hay algo mal en %n valor más.</numerusform>
            <numerusform>Hay algo mal en %n valores más.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is something wrong with one more value.</source>
        <translation>Hay algo mal en otro valor.</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>No hubo respuesta a tiempo.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: it is longer than 8,192 characters.</source>
        <translation>Esto no puede ser {a_credential}: supera los 8192 caracteres.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are characters in it that are not allowed.</source>
        <translation>Esto no puede ser {a_credential}: contiene caracteres no admitidos.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are control characters in it.</source>
        <translation>Esto no puede ser {a_credential}: contiene caracteres de control.</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are spaces or line breaks in it.</source>
        <translation>Esto no puede ser {a_credential}: contiene espacios o saltos de línea.</translation>
    </message>
    <message>
        <source>This check failed by a fault of the program.</source>
        <translation>Esta comprobación falló por un error del programa.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock agrees with that of {host}.</source>
        <translation>El reloj de este equipo coincide con el de {host}.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {amount} ahead of that of {host}.</source>
        <translation>El reloj de este equipo va {amount} adelantado respecto a {host}.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {amount} behind that of {host}.</source>
        <translation>El reloj de este equipo va {amount} atrasado respecto a {host}.</translation>
    </message>
    <message>
        <source>This copy of the program runs only from where it was started. Install it to have it started at login.</source>
        <translation>Esta copia del programa solo funciona desde donde se inició. Instálelo para que se inicie al entrar en la sesión.</translation>
    </message>
    <message>
        <source>This desktop shows no tray icons, so the wallet has a window of its own.</source>
        <translation>Este escritorio no muestra iconos en la bandeja, así que el monedero tiene su propia ventana.</translation>
    </message>
    <message>
        <source>Time left: below {limit}</source>
        <translation>Tiempo restante: menos de {limit}</translation>
    </message>
    <message>
        <source>Time left: not enough data yet</source>
        <translation>Tiempo restante: aún faltan datos</translation>
    </message>
    <message>
        <source>To have this one started, switch &apos;Start at login&apos; off and on in its settings.</source>
        <translation>Para que se inicie esta, desactive y vuelva a activar «Iniciar al entrar en la sesión» en sus ajustes.</translation>
    </message>
    <message>
        <source>To keep a credential, start your keyring (Secret Service or KWallet).</source>
        <translation>Para guardar una credencial, inicie su llavero (Secret Service o KWallet).</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>Recargar</translation>
    </message>
    <message>
        <source>Top up soon: the service may delete what you have there.</source>
        <translation>Recargue pronto: el servicio puede borrar lo que tiene allí.</translation>
    </message>
    <message>
        <source>Top up to continue.</source>
        <translation>Recargue para continuar.</translation>
    </message>
    <message>
        <source>Total: {amount}</source>
        <translation>Total: {amount}</translation>
    </message>
    <message>
        <source>Total: {total}, reserved: {reserved}</source>
        <translation>Total: {total}, reservado: {reserved}</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Bandeja</translation>
    </message>
    <message>
        <source>Tray icons are registered here{by}, but no panel shows them.</source>
        <translation>Aquí se registran iconos{by}, pero ningún panel los muestra.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation>Vuelva a intentarlo dentro de un rato.</translation>
    </message>
    <message>
        <source>Try again; if that goes on, log out and in again.</source>
        <translation>Vuelva a intentarlo; si continúa, cierre la sesión y vuelva a entrar.</translation>
    </message>
    <message>
        <source>Unlock it and run this again, or set {key_variable}.</source>
        <translation>Desbloquéelo y examine de nuevo, o defina {key_variable}.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Desbloquéelo y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Updated {time}</source>
        <translation>Actualizado {time}</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Wallet Tray cannot make sure that it runs only once, as no file can be locked in {folder}. Check whether the folder is there and open to you.</source>
        <translation>Wallet Tray no puede asegurarse de que solo se ejecuta una vez, ya que en {folder} no se puede bloquear ningún archivo. Compruebe si la carpeta existe y si tiene acceso a ella.</translation>
    </message>
    <message>
        <source>Wallet Tray ended unexpectedly three times in a row.</source>
        <translation>Wallet Tray se cerró inesperadamente tres veces seguidas.</translation>
    </message>
    <message>
        <source>Wallet Tray runs already on the computer {computer}, which uses the same home folder. End it there to have it here.</source>
        <translation>Wallet Tray ya se está ejecutando en el equipo {computer}, que usa la misma carpeta personal. Termínelo allí para tenerlo aquí.</translation>
    </message>
    <message>
        <source>Wallet Tray runs already, but does not answer. End it ({process}), then start it again.</source>
        <translation>Wallet Tray ya se está ejecutando, pero no responde. Termínelo ({process}) y vuelva a iniciarlo.</translation>
    </message>
    <message>
        <source>Wallet Tray runs already, but does not answer. It hangs, or runs on another computer that uses the same home folder. End it, then start it again.</source>
        <translation>Wallet Tray ya se está ejecutando, pero no responde. Está bloqueado o se ejecuta en otro equipo que usa la misma carpeta personal. Termínelo y vuelva a iniciarlo.</translation>
    </message>
    <message>
        <source>Wallet Tray runs already, on another display. End it there to have it here.</source>
        <translation>Wallet Tray ya se está ejecutando en otra pantalla. Termínelo allí para tenerlo aquí.</translation>
    </message>
    <message>
        <source>Wallet Tray was upgraded or removed since it was started.</source>
        <translation>Wallet Tray se ha actualizado o eliminado desde que se inició.</translation>
    </message>
    <message>
        <source>Wallet empty: {amount}</source>
        <translation>Monedero vacío: {amount}</translation>
    </message>
    <message>
        <source>What answers at {host} shows the certificate of another host.</source>
        <translation>Lo que responde en {host} muestra el certificado de otro equipo.</translation>
    </message>
    <message>
        <source>What answers at {host} speaks no usable TLS.</source>
        <translation>Lo que responde en {host} no habla un TLS utilizable.</translation>
    </message>
    <message>
        <source>What is set for {service} cannot be {a_credential}.</source>
        <translation>Lo que hay guardado para {service} no puede ser {a_credential}.</translation>
    </message>
    <message>
        <source>What is to start at login is gone, or no longer finds the program: {program}.</source>
        <translation>Lo que debe iniciarse al entrar en la sesión ya no está, o ya no encuentra el programa: {program}.</translation>
    </message>
    <message>
        <source>What starts at login could not be looked at in time.</source>
        <translation>No se pudo examinar a tiempo lo que se inicia al entrar en la sesión.</translation>
    </message>
    <message>
        <source>What the keyring holds cannot be {a_credential}.</source>
        <translation>Lo que contiene el llavero no puede ser {a_credential}.</translation>
    </message>
    <message>
        <source>What {variable} holds cannot be a credential. Set the whole of it and start the program again.</source>
        <translation>El contenido de {variable} no puede ser una credencial. Defina el valor completo y reinicie el programa.</translation>
    </message>
    <message>
        <source>What {variable} holds cannot be {a_credential}.</source>
        <translation>Lo que contiene {variable} no puede ser {a_credential}.</translation>
    </message>
    <message>
        <source>Whether {keyring} holds {the_credential} was not looked up: it might ask for a password.</source>
        <translation>No se consultó si {keyring} contiene {the_credential}: podría pedir una contraseña.</translation>
    </message>
    <message>
        <source>Write it like http://proxy.example:3128, or set network.proxy to &quot;none&quot;.</source>
        <translation>Escríbalo como http://proxy.example:3128, o ponga network.proxy en &quot;none&quot;.</translation>
    </message>
    <message>
        <source>You are not signed in to {service}.</source>
        <translation>No ha iniciado sesión en {service}.</translation>
    </message>
    <message>
        <source>Your keyring did not do what was asked of it.</source>
        <translation>Su llavero no hizo lo que se le pidió.</translation>
    </message>
    <message>
        <source>Your keyring failed, so the keys in it could not be removed.</source>
        <translation>Su llavero falló, así que no se pudieron quitar las claves que contiene.</translation>
    </message>
    <message>
        <source>Your keyring is locked, so the keys in it could not be removed.</source>
        <translation>Su llavero está bloqueado, así que no se pudieron quitar las claves que contiene.</translation>
    </message>
    <message>
        <source>Your keyring is locked.</source>
        <translation>Su llavero está bloqueado.</translation>
    </message>
    <message>
        <source>Your keyring is waiting to be unlocked.</source>
        <translation>Su llavero espera a que lo desbloquee.</translation>
    </message>
    <message>
        <source>Your keyring is waiting to be unlocked; the keys in it are removed when you do.</source>
        <translation>Su llavero espera a que lo desbloquee; entonces se quitarán las claves que contiene.</translation>
    </message>
    <message>
        <source>Your list of programs that start at login cannot be changed. Check the permissions of its folder.</source>
        <translation>No se puede cambiar la lista de programas que se inician al entrar en la sesión. Compruebe los permisos de su carpeta.</translation>
    </message>
    <message>
        <source>a list of tables</source>
        <translation>una lista de tablas</translation>
    </message>
    <message>
        <source>a number from 0 on</source>
        <translation>un número a partir de 0</translation>
    </message>
    <message>
        <source>a number from 30 to 86400</source>
        <translation>un número de 30 a 86400</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>una tabla</translation>
    </message>
    <message>
        <source>a table of texts</source>
        <translation>una tabla de textos</translation>
    </message>
    <message>
        <source>a wallet service whose description has no errors</source>
        <translation>un servicio cuya descripción no tenga errores</translation>
    </message>
    <message>
        <source>a whole number from 1 on</source>
        <translation>un número entero a partir de 1</translation>
    </message>
    <message>
        <source>access token</source>
        <translation>token de acceso</translation>
    </message>
    <message>
        <source>access token ended</source>
        <translation>token de acceso caducado</translation>
    </message>
    <message>
        <source>account blocked</source>
        <translation>cuenta bloqueada</translation>
    </message>
    <message>
        <source>address not found</source>
        <translation>dirección no encontrada</translation>
    </message>
    <message>
        <source>alerts snoozed</source>
        <translation>alertas silenciadas</translation>
    </message>
    <message>
        <source>amount due above the limit</source>
        <translation>por pagar sobre el límite</translation>
    </message>
    <message>
        <source>an API key</source>
        <translation>una clave de API</translation>
    </message>
    <message>
        <source>an access token</source>
        <translation>un token de acceso</translation>
    </message>
    <message>
        <source>an https address without a user name</source>
        <translation>una dirección https sin nombre de usuario</translation>
    </message>
    <message>
        <source>an https address, or empty</source>
        <translation>una dirección https, o estar vacío</translation>
    </message>
    <message>
        <source>an id of its own</source>
        <translation>un identificador propio</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>answer cut off</source>
        <translation>respuesta cortada</translation>
    </message>
    <message>
        <source>answer not understood</source>
        <translation>respuesta no entendida</translation>
    </message>
    <message>
        <source>as this wallet service asks for it</source>
        <translation>como lo pide este servicio</translation>
    </message>
    <message>
        <source>asked too often</source>
        <translation>demasiadas consultas</translation>
    </message>
    <message>
        <source>at the last day&apos;s pace</source>
        <translation>al ritmo del último día</translation>
    </message>
    <message>
        <source>at the last hour&apos;s pace</source>
        <translation>al ritmo de la última hora</translation>
    </message>
    <message>
        <source>at the last week&apos;s pace</source>
        <translation>al ritmo de la última semana</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>({time})</translation>
    </message>
    <message>
        <source>connection not private</source>
        <translation>conexión no privada</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>crítico</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
    <message>
        <source>fault in this program</source>
        <translation>fallo del programa</translation>
    </message>
    <message>
        <source>in [accounts.alerts], in that account&apos;s own unit</source>
        <translation>en [accounts.alerts], en la unidad de esa cuenta</translation>
    </message>
    <message>
        <source>keyring failed</source>
        <translation>fallo del llavero</translation>
    </message>
    <message>
        <source>keyring locked</source>
        <translation>llavero bloqueado</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>cargando</translation>
    </message>
    <message>
        <source>low</source>
        <translation>bajo</translation>
    </message>
    <message>
        <source>network.proxy in the settings</source>
        <translation>network.proxy en los ajustes</translation>
    </message>
    <message>
        <source>no URL</source>
        <translation>no es una URL</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>sin respuesta a tiempo</translation>
    </message>
    <message>
        <source>no keyring</source>
        <translation>sin llavero</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>sin permiso</translation>
    </message>
    <message>
        <source>no usable account in the settings</source>
        <translation>ninguna cuenta utilizable en los ajustes</translation>
    </message>
    <message>
        <source>no wallet</source>
        <translation>sin monedero</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>sesión no iniciada</translation>
    </message>
    <message>
        <source>not the service</source>
        <translation>no es el servicio</translation>
    </message>
    <message>
        <source>of an unknown kind</source>
        <translation>tipo desconocido</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>one line of 1 to 80 printable characters, not all of them blank</source>
        <translation>una sola línea de 1 a 80 caracteres imprimibles, no solo espacios</translation>
    </message>
    <message>
        <source>one that this wallet service offers</source>
        <translation>una de las que ofrece este servicio</translation>
    </message>
    <message>
        <source>overdrawn</source>
        <translation>en descubierto</translation>
    </message>
    <message>
        <source>proxy refused</source>
        <translation>rechazo del proxy</translation>
    </message>
    <message>
        <source>proxy unusable</source>
        <translation>proxy inservible</translation>
    </message>
    <message>
        <source>proxy wants a login</source>
        <translation>el proxy pide acceso</translation>
    </message>
    <message>
        <source>refreshing paused</source>
        <translation>actualización en pausa</translation>
    </message>
    <message>
        <source>request refused</source>
        <translation>petición rechazada</translation>
    </message>
    <message>
        <source>restart needed</source>
        <translation>hay que reiniciar</translation>
    </message>
    <message>
        <source>sent elsewhere</source>
        <translation>enviado a otro sitio</translation>
    </message>
    <message>
        <source>service has trouble</source>
        <translation>problemas del servicio</translation>
    </message>
    <message>
        <source>settings unusable</source>
        <translation>ajustes inservibles</translation>
    </message>
    <message>
        <source>settings.toml is gone. Put it back, or change a setting to make a new one.</source>
        <translation>settings.toml ya no está. Devuélvalo a su sitio, o cambie un ajuste para crear uno nuevo.</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>desactualizado</translation>
    </message>
    <message>
        <source>the API key</source>
        <translation>la clave de API</translation>
    </message>
    <message>
        <source>the access token</source>
        <translation>el token de acceso</translation>
    </message>
    <message>
        <source>the address of your own service</source>
        <translation>la dirección de su propio servicio</translation>
    </message>
    <message>
        <source>the id of a known wallet service</source>
        <translation>el identificador de un servicio conocido</translation>
    </message>
    <message>
        <source>the system or its environment</source>
        <translation>el sistema o su entorno</translation>
    </message>
    <message>
        <source>time left below the limit</source>
        <translation>tiempo restante bajo el límite</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true o false</translation>
    </message>
    <message>
        <source>waiting for keyring</source>
        <translation>esperando al llavero</translation>
    </message>
    <message>
        <source>{amount} after topping up {added}</source>
        <translation>{amount} tras recargar {added}</translation>
    </message>
    <message>
        <source>{count} more values in {file} cannot be used.</source>
        <translation>Otros {count} valores de {file} no se pueden usar.</translation>
    </message>
    <message>
        <source>{daemon} shows notifications, but no buttons on them.</source>
        <translation>{daemon} muestra notificaciones, pero sin botones.</translation>
    </message>
    <message>
        <source>{daemon} shows notifications, with buttons.</source>
        <translation>{daemon} muestra notificaciones, con botones.</translation>
    </message>
    <message>
        <source>{daemon} shows only the title of a notification.</source>
        <translation>{daemon} solo muestra el título de una notificación.</translation>
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
        <translation>No se puede leer {file}, y no se examinó ninguna cuenta.</translation>
    </message>
    <message>
        <source>{file} cannot be written. Choose another folder.</source>
        <translation>No se puede escribir {file}. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>{file} could not be removed; remove it by hand.</source>
        <translation>No se pudo eliminar {file}; elimínelo a mano.</translation>
    </message>
    <message>
        <source>{file} has keys that are not known and have no effect: {keys}.</source>
        <translation>{file} tiene claves desconocidas y sin efecto: {keys}.</translation>
    </message>
    <message>
        <source>{file} holds the proxy&apos;s password, and other users of this computer can read it.</source>
        <translation>{file} contiene la contraseña del proxy, y otros usuarios de este equipo pueden leerla.</translation>
    </message>
    <message>
        <source>{file} is no valid TOML, so it is not in force, and no account was examined.</source>
        <translation>{file} no es TOML válido y no se aplica, y no se examinó ninguna cuenta.</translation>
    </message>
    <message>
        <source>{file} is read without a fault.</source>
        <translation>{file} se lee sin errores.</translation>
    </message>
    <message>
        <source>{file} was written by a newer version: it is used, but never changed.</source>
        <translation>{file} es de una versión más reciente: se usa, pero nunca se cambia.</translation>
    </message>
    <message>
        <source>{file}, which listed accounts, is gone, and no account was examined.</source>
        <translation>{file}, que contenía cuentas, ya no está, y no se examinó ninguna cuenta.</translation>
    </message>
    <message>
        <source>{folder} belongs to another user, so nothing is kept there.</source>
        <translation>{folder} pertenece a otro usuario, así que allí no se guarda nada.</translation>
    </message>
    <message>
        <source>{host} answers.</source>
        <translation>{host} responde.</translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation>{host} no respondió a tiempo.</translation>
    </message>
    <message>
        <source>{host} is asked directly, without a proxy.</source>
        <translation>{host} se consulta directamente, sin proxy.</translation>
    </message>
    <message>
        <source>{host} is asked through the proxy {proxy}, from {source}.</source>
        <translation>{host} se consulta por el proxy {proxy} ({source}).</translation>
    </message>
    <message>
        <source>{host} is this computer itself, asked without TLS.</source>
        <translation>{host} es este mismo equipo, y se consulta sin TLS.</translation>
    </message>
    <message>
        <source>{key} in settings.toml must be {must_be}; until then the account is switched off.</source>
        <translation>{key} en settings.toml debe ser {must_be}; hasta entonces la cuenta está desactivada.</translation>
    </message>
    <message>
        <source>{key} in settings.toml must be {must_be}; until then the default is in force.</source>
        <translation>{key} en settings.toml debe ser {must_be}; hasta entonces rige el valor predeterminado.</translation>
    </message>
    <message>
        <source>{left}</source>
        <translation>{left}</translation>
    </message>
    <message>
        <source>{left} (up to {longest}) {pace}</source>
        <translation>{left} (hasta {longest}) {pace}</translation>
    </message>
    <message>
        <source>{left} ({shortest} or more) {pace}</source>
        <translation>{left} ({shortest} o más) {pace}</translation>
    </message>
    <message>
        <source>{left} ({shortest} to {longest}) {pace}</source>
        <translation>{left} (de {shortest} a {longest}) {pace}</translation>
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
            <numerusform>{name} y %n más</numerusform>
            <numerusform>{name} y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>{problems}, {notes}.</source>
        <translation>{problems}, {notes}.</translation>
    </message>
    <message>
        <source>{service} accepts {the_credential} and tells the balance.</source>
        <translation>{service} acepta {the_credential} e indica el saldo.</translation>
    </message>
    <message>
        <source>{service} asks to be asked less often.</source>
        <translation>{service} pide que se le consulte con menos frecuencia.</translation>
    </message>
    <message>
        <source>{service} cannot be reached.</source>
        <translation>No se puede conectar con {service}.</translation>
    </message>
    <message>
        <source>{service} did not accept the request.</source>
        <translation>{service} no aceptó la petición.</translation>
    </message>
    <message>
        <source>{service} did not answer in time.</source>
        <translation>{service} no respondió a tiempo.</translation>
    </message>
    <message>
        <source>{service} does not let {the_credential} read the balance.</source>
        <translation>{service} no deja leer el saldo con {the_credential} en uso.</translation>
    </message>
    <message>
        <source>{service} has blocked this account.</source>
        <translation>{service} ha bloqueado esta cuenta.</translation>
    </message>
    <message>
        <source>{service} has no wallet for {the_credential}.</source>
        <translation>{service} no tiene ningún monedero para {the_credential}.</translation>
    </message>
    <message>
        <source>{service} has trouble at the moment.</source>
        <translation>{service} tiene problemas en este momento.</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential}</source>
        <translation>{service} rechaza {the_credential}</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential} in {variable}.</source>
        <translation>{service} rechaza {the_credential} de {variable}.</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential} that it was given by {variable}. Set another one and start the program again.</source>
        <translation>{service} rechaza {the_credential} de {variable}. Defina otro valor y reinicie el programa.</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential}.</source>
        <translation>{service} rechaza {the_credential}.</translation>
    </message>
    <message>
        <source>{service} sends requests to another address, which is not followed.</source>
        <translation>{service} remite a otra dirección, que no se sigue.</translation>
    </message>
    <message>
        <source>{variable} is set and not used: it could be for {ids}.</source>
        <translation>{variable} está definida y no se usa: podría ser para cualquiera de estas cuentas: {ids}.</translation>
    </message>
    <message>
        <source>{variable} is set and not used: {file} lists no account any more.</source>
        <translation>{variable} está definida y no se usa: {file} ya no contiene ninguna cuenta.</translation>
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
