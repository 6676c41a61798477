<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Wallet Tray</source>
        <translation>关于 Wallet Tray</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Icon of Wallet Tray</source>
        <translation>Wallet Tray 图标</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>许可证文本</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>The balance of your prepaid compute wallet, with a warning before it runs dry.</source>
        <translation>显示您的预付费计算钱包余额，并在用完之前提醒您。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
</context>
<context>
    <name>AccountChoice</name>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Export history…</source>
        <translation>导出历史…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>重新登录…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>AccountRow</name>
    <message>
        <source>Account ID</source>
        <translation>账户 ID</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy account ID</source>
        <translation>复制账户 ID</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Test my alerts</source>
        <translation>测试提醒</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
</context>
<context>
    <name>AppActions</name>
    <message>
        <source>A demo opens no pages. Here would be {page}.</source>
        <translation>演示模式不会打开网页。此处本应打开 {page}。</translation>
    </message>
</context>
<context>
    <name>BalanceChart</name>
    <message>
        <source>Balance over time</source>
        <translation>余额变化</translation>
    </message>
</context>
<context>
    <name>BalancePanel</name>
    <message>
        <source>Amount due</source>
        <translation>应付金额</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Available balance</source>
        <translation>可用余额</translation>
    </message>
    <message>
        <source>Credit line</source>
        <translation>信用额度</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>赠送</translation>
    </message>
    <message>
        <source>Granted balance</source>
        <translation>赠送余额</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>Reserved balance</source>
        <translation>预留余额</translation>
    </message>
    <message>
        <source>Spending per hour</source>
        <translation>每小时支出</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>充值…</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Total balance</source>
        <translation>总余额</translation>
    </message>
</context>
<context>
    <name>BannerBox</name>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>DiagnosisDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Diagnosis of Wallet Tray</source>
        <translation>Wallet Tray 诊断</translation>
    </message>
    <message>
        <source>Examine again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Looking at everything; this takes up to 15 seconds…</source>
        <translation>正在全面检查，最多需要 15 秒…</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>总结</translation>
    </message>
</context>
<context>
    <name>DropsList</name>
    <message>
        <source>Last drops</source>
        <translation>最近的扣减</translation>
    </message>
    <message>
        <source>No spending seen yet</source>
        <translation>暂无支出</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>用途</translation>
    </message>
</context>
<context>
    <name>EraseConfirmation</name>
    <message>
        <source>Erase</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>清除所有内容</translation>
    </message>
    <message>
        <source>Erase the keys of all accounts, the recorded balances and the remembered alerts?</source>
        <translation>要清除所有账户的密钥、已记录的余额和已记住的提醒吗？</translation>
    </message>
    <message>
        <source>You are signed out everywhere. Your settings stay. This cannot be undone.</source>
        <translation>您将在所有账户中退出登录。您的设置会保留。此操作无法撤销。</translation>
    </message>
</context>
<context>
    <name>ExportField</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>All that was recorded of this account, as a table (CSV).</source>
        <translation>此账户的全部记录，以表格 (CSV) 形式导出。</translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>导出历史</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>Findings</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Diagnosis…</source>
        <translation>诊断…</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>清除所有内容…</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>正在清除…</translation>
    </message>
    <message>
        <source>Looks at all that the program depends on, and says what to do.</source>
        <translation>检查程序所依赖的一切，并说明应如何处理。</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>登录系统时启动</translation>
    </message>
    <message>
        <source>The keys of all accounts, recorded balances and remembered alerts.</source>
        <translation>所有账户的密钥、已记录的余额和已记住的提醒。</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读数</translation>
    </message>
</context>
<context>
    <name>NewAccountDialog</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>添加账户</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Id on the command line</source>
        <translation>命令行中的标识</translation>
    </message>
    <message>
        <source>It stays the same when the account is renamed.</source>
        <translation>重命名账户后保持不变。</translation>
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
        <translation>退出</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Refreshing…</source>
        <translation>正在刷新…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新时间</translation>
    </message>
</context>
<context>
    <name>PopupHeader</name>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>暂停提醒</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>提醒已暂停</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>RemovalConfirmation</name>
    <message>
        <source>Its key and its recorded balances as well</source>
        <translation>同时删除其密钥和余额记录</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove an account</source>
        <translation>移除账户</translation>
    </message>
    <message>
        <source>Remove the account “{name}”?</source>
        <translation>要移除账户“{name}”吗？</translation>
    </message>
</context>
<context>
    <name>SettingFields</name>
    <message>
        <source>Cannot be used</source>
        <translation>无法使用</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset the settings</source>
        <translation>重置设置</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>重置…</translation>
    </message>
    <message>
        <source>Set everything but your accounts back to its default?</source>
        <translation>要将账户以外的所有设置恢复为默认值吗？</translation>
    </message>
    <message>
        <source>Settings of Wallet Tray</source>
        <translation>Wallet Tray 设置</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>No program took the settings file. It is {path}.</source>
        <translation>没有程序打开设置文件。文件位置：{path}。</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>访问令牌</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在验证…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Enter an API key for {service}. It is checked with one call and then kept in your keyring; where there is none, in memory until you quit.</source>
        <translation>请输入 {service} 的 API 密钥。程序会发送一次请求进行验证，然后将其保存在您的密钥环中；没有密钥环时，仅在内存中保留到退出为止。</translation>
    </message>
    <message>
        <source>Get an API key…</source>
        <translation>获取 API 密钥…</translation>
    </message>
    <message>
        <source>It works for an hour at most; then you will be asked again.</source>
        <translation>最长有效一小时，之后会再次询问您。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign in to {service}</source>
        <translation>登录 {service}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>This is an access token</source>
        <translation>这是访问令牌</translation>
    </message>
</context>
<context>
    <name>SnoozeMenu</name>
    <message>
        <source>For 1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>Resume alerts</source>
        <translation>恢复提醒</translation>
    </message>
    <message>
        <source>Snooze alerts</source>
        <translation>暂停提醒</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>到明天</translation>
    </message>
    <message>
        <source>Until topped up</source>
        <translation>到充值为止</translation>
    </message>
</context>
<context>
    <name>SpanSwitch</name>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>显示的时间段</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Hide amounts</source>
        <translation>隐藏金额</translation>
    </message>
    <message>
        <source>Open wallet</source>
        <translation>打开钱包</translation>
    </message>
    <message>
        <source>Pause refreshing</source>
        <translation>暂停刷新</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>立即刷新</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>充值…</translation>
    </message>
</context>
<context>
    <name>TypedFields</name>
    <message>
        <source>Address of the proxy</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>时间单位</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
</context>
<context>
    <name>UpgradeNotice</name>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Wallet Tray was upgraded</source>
        <translation>Wallet Tray 已更新</translation>
    </message>
    <message>
        <source>Wallet Tray was upgraded or removed since it was started. Quit it and start it again.</source>
        <translation>Wallet Tray 启动后已被更新或删除。请退出后重新启动。</translation>
    </message>
</context>
<context>
    <name>WelcomeDialog</name>
    <message>
        <source>Icon of Wallet Tray</source>
        <translation>Wallet Tray 图标</translation>
    </message>
    <message>
        <source>It shows what is left in your {service} wallet, and tells you before it runs dry. You find it in the tray, as a small wallet that empties with yours.</source>
        <translation>它显示您的 {service} 钱包还剩多少，并在用完之前提醒您。它在系统托盘中：一个随您的余额一起变空的小钱包。</translation>
    </message>
    <message>
        <source>Look at the demo</source>
        <translation>查看演示</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>登录系统时启动</translation>
    </message>
    <message>
        <source>The demo did not start. Type “wallet-tray --demo” in a terminal to see why.</source>
        <translation>演示未能启动。请在终端中输入“wallet-tray --demo”查看原因。</translation>
    </message>
    <message>
        <source>To begin it needs an API key for {service}. The key is checked with one call and kept in your keyring.</source>
        <translation>开始使用需要 {service} 的 API 密钥。密钥会通过一次请求进行验证，并保存在您的密钥环中。</translation>
    </message>
    <message>
        <source>Welcome to Wallet Tray</source>
        <translation>欢迎使用 Wallet Tray</translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>A key is kept for this address alone; with another one you sign in again.</source>
        <translation>密钥仅用于此地址；更换地址后需要重新登录。</translation>
    </message>
    <message>
        <source>A meter</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>A notification when less than this is available.</source>
        <translation>可用余额低于此值时发出通知。</translation>
    </message>
    <message>
        <source>A notification when the wallet is projected to run dry sooner.</source>
        <translation>预计钱包会提前用完时发出通知。</translation>
    </message>
    <message>
        <source>A notification when you owe more than this.</source>
        <translation>应付金额超过此值时发出通知。</translation>
    </message>
    <message>
        <source>A second and stronger notification.</source>
        <translation>第二次、更紧急的通知。</translation>
    </message>
    <message>
        <source>Amount due, above</source>
        <translation>应付金额，高于</translation>
    </message>
    <message>
        <source>An API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>An access token</source>
        <translation>访问令牌</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Connections over https go through it.</source>
        <translation>https 连接将通过它。</translation>
    </message>
    <message>
        <source>Critical balance, below</source>
        <translation>余额告急，低于</translation>
    </message>
    <message>
        <source>Enter a name of 1 to 80 characters, in one line.</source>
        <translation>请输入 1 到 80 个字符的名称，不能换行。</translation>
    </message>
    <message>
        <source>Enter a number above 0.</source>
        <translation>请输入大于 0 的数字。</translation>
    </message>
    <message>
        <source>Enter a time between 30 seconds and 24 hours.</source>
        <translation>请输入 30 秒到 24 小时之间的时间。</translation>
    </message>
    <message>
        <source>Enter an https address without a user name. Plain http works on this computer only.</source>
        <translation>请输入不含用户名的 https 地址。http 仅可用于本机。</translation>
    </message>
    <message>
        <source>Enter an https address, or nothing.</source>
        <translation>请输入 https 地址，或留空。</translation>
    </message>
    <message>
        <source>Enter the address of a proxy, such as http://proxy.example:3128.</source>
        <translation>请输入代理地址，例如 http://proxy.example:3128。</translation>
    </message>
    <message>
        <source>For a dark panel</source>
        <translation>适合深色面板</translation>
    </message>
    <message>
        <source>For a light panel</source>
        <translation>适合浅色面板</translation>
    </message>
    <message>
        <source>Hide amounts</source>
        <translation>隐藏金额</translation>
    </message>
    <message>
        <source>How often the balance is asked for.</source>
        <translation>查询余额的频率。</translation>
    </message>
    <message>
        <source>Icon colours</source>
        <translation>图标颜色</translation>
    </message>
    <message>
        <source>Icon shows</source>
        <translation>图标显示</translation>
    </message>
    <message>
        <source>In colour, for any panel</source>
        <translation>彩色，适合任何面板</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Low balance, below</source>
        <translation>余额不足，低于</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Refresh every</source>
        <translation>刷新间隔</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>服务地址</translation>
    </message>
    <message>
        <source>Signs in with</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>The number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>They are masked wherever they would be seen; the icon keeps its shape.</source>
        <translation>所有会显示金额的地方都将遮盖；图标形状不变。</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>指定地址</translation>
    </message>
    <message>
        <source>Time left, below</source>
        <translation>剩余时间，低于</translation>
    </message>
    <message>
        <source>Top-up page</source>
        <translation>充值页面</translation>
    </message>
    <message>
        <source>What the account is called in the tray and in notifications.</source>
        <translation>账户在托盘和通知中显示的名称。</translation>
    </message>
    <message>
        <source>“Top up…” opens it. Without a page it is not offered.</source>
        <translation>“充值…”会打开它。没有页面时不提供此项。</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>&quot;api-key&quot; or &quot;access-token&quot;</source>
        <translation>&quot;api-key&quot; 或 &quot;access-token&quot;</translation>
    </message>
    <message>
        <source>&quot;auto&quot; or a language code such as &quot;de&quot;</source>
        <translation>&quot;auto&quot; 或 &quot;de&quot; 之类的语言代码</translation>
    </message>
    <message>
        <source>&quot;auto&quot;, &quot;light&quot;, &quot;dark&quot; or &quot;color&quot;</source>
        <translation>&quot;auto&quot;、&quot;light&quot;、&quot;dark&quot; 或 &quot;color&quot;</translation>
    </message>
    <message>
        <source>&quot;meter&quot; or &quot;number&quot;</source>
        <translation>&quot;meter&quot; 或 &quot;number&quot;</translation>
    </message>
    <message>
        <source>&quot;system&quot;, &quot;none&quot; or a proxy&apos;s URL</source>
        <translation>&quot;system&quot;、&quot;none&quot; 或代理的 URL</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另外 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 条提示</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recorded balance(s) written to {file}.</source>
        <translation>
            <numerusform>已将 %n 条余额记录写入 {file}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with unusual names</source>
        <translation>
            <numerusform>%n 个名称异常</numerusform>
        </translation>
    </message>
    <message>
        <source>1 to 32 characters of a-z, 0-9, _ and -</source>
        <translation>1 到 32 个字符，限 a-z、0-9、_ 和 -</translation>
    </message>
    <message>
        <source>A year or more left</source>
        <translation>还可用一年以上</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>API key rejected</source>
        <translation>API 密钥被拒绝</translation>
    </message>
    <message>
        <source>API key unusable</source>
        <translation>API 密钥不可用</translation>
    </message>
    <message numerus="yes">
        <source>About %n day(s) left</source>
        <translation>
            <numerusform>大约还可用 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n hour(s) left</source>
        <translation>
            <numerusform>大约还可用 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>大约还可用 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n month(s) left</source>
        <translation>
            <numerusform>大约还可用 %n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>About {time} left</source>
        <translation>大约还可用 {time}</translation>
    </message>
    <message>
        <source>Above your limit of {limit}.</source>
        <translation>高于您的限值 {limit}。</translation>
    </message>
    <message>
        <source>Above your limits</source>
        <translation>高于您的限值</translation>
    </message>
    <message>
        <source>Add a tray (also called notification area or status notifier) to your panel, or start a panel that has one.</source>
        <translation>请在面板中添加系统托盘（也称通知区域或 status notifier），或启动带有托盘的面板。</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Amount due: above {limit}</source>
        <translation>应付金额：高于 {limit}</translation>
    </message>
    <message>
        <source>Amount due: {amount}</source>
        <translation>应付金额：{amount}</translation>
    </message>
    <message>
        <source>Another copy of the program starts at login: {program}.</source>
        <translation>登录系统时启动的是此程序的另一个副本：{program}。</translation>
    </message>
    <message>
        <source>Another program has made {file} meanwhile. Nothing was replaced; choose another name.</source>
        <translation>其他程序在此期间创建了 {file}。未替换任何内容；请另选名称。</translation>
    </message>
    <message>
        <source>Answer its question to go on.</source>
        <translation>请回应其询问以继续。</translation>
    </message>
    <message>
        <source>Available: {amount}</source>
        <translation>可用：{amount}</translation>
    </message>
    <message>
        <source>Below your limit of {limit}, {pace}.</source>
        <translation>{pace}，低于您的限值 {limit}。</translation>
    </message>
    <message>
        <source>Below your limit of {limit}.</source>
        <translation>低于您的限值 {limit}。</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. Further use becomes a debt when the wallet is empty.</source>
        <translation>低于您的限值 {limit}。钱包用完后，继续使用将产生欠款。</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. Jobs stop when the wallet is empty.</source>
        <translation>低于您的限值 {limit}。钱包用完后作业将停止。</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. The account is blocked when the wallet is empty.</source>
        <translation>低于您的限值 {limit}。钱包用完后，账户将被封锁。</translation>
    </message>
    <message>
        <source>Below your limit of {limit}. The service may delete what you have there when the wallet is empty.</source>
        <translation>低于您的限值 {limit}。钱包用完后，服务可能删除您在那里的内容。</translation>
    </message>
    <message>
        <source>Check api_url in {file}, and whether this network wants you to sign in to it.</source>
        <translation>请检查 {file} 中的 api_url，以及此网络是否需要登录。</translation>
    </message>
    <message>
        <source>Check its permissions, or move it away to start over.</source>
        <translation>请检查其权限，或将其移走以重新开始。</translation>
    </message>
    <message>
        <source>Check its permissions, or move it away: a new one is begun.</source>
        <translation>请检查其权限，或将其移走：程序会新建一份。</translation>
    </message>
    <message>
        <source>Check network.proxy in the settings and the system&apos;s proxy.</source>
        <translation>请检查设置中的 network.proxy 和系统代理。</translation>
    </message>
    <message>
        <source>Check the address in the settings, or look for a newer version of this program.</source>
        <translation>请检查设置中的地址，或查看程序是否有新版本。</translation>
    </message>
    <message>
        <source>Check the network and {source}.</source>
        <translation>请检查网络和{source}。</translation>
    </message>
    <message>
        <source>Check the network connection and api_url in {file}.</source>
        <translation>请检查网络连接和 {file} 中的 api_url。</translation>
    </message>
    <message>
        <source>Check the network connection and its DNS server.</source>
        <translation>请检查网络连接及其 DNS 服务器。</translation>
    </message>
    <message>
        <source>Check the network connection and the address in settings.toml.</source>
        <translation>请检查网络连接和 settings.toml 中的地址。</translation>
    </message>
    <message>
        <source>Check the network connection.</source>
        <translation>请检查网络连接。</translation>
    </message>
    <message>
        <source>Check their spelling.</source>
        <translation>请检查其拼写。</translation>
    </message>
    <message>
        <source>Check whether it belongs to an account with prepaid credit.</source>
        <translation>请检查它是否属于有预付余额的账户。</translation>
    </message>
    <message>
        <source>Check whether it works in other programs, then run this again.</source>
        <translation>请检查它在其他程序中是否正常，然后重新检查。</translation>
    </message>
    <message>
        <source>Check whether it works in other programs, then try again.</source>
        <translation>请检查它在其他程序中是否正常，然后重试。</translation>
    </message>
    <message>
        <source>Check whether the disk or network drive with your files works.</source>
        <translation>请检查存放您文件的磁盘或网络驱动器是否正常。</translation>
    </message>
    <message>
        <source>Check whether there is a newer version of this program.</source>
        <translation>请查看程序是否有新版本。</translation>
    </message>
    <message>
        <source>Check whether this computer&apos;s clock is right.</source>
        <translation>请检查此计算机的时钟是否正确。</translation>
    </message>
    <message>
        <source>Check whether this network wants you to sign in to it, and api_url in {file}.</source>
        <translation>请检查此网络是否需要登录，以及 {file} 中的 api_url。</translation>
    </message>
    <message>
        <source>Check whether this network wants you to sign in to it.</source>
        <translation>请检查此网络是否需要登录。</translation>
    </message>
    <message>
        <source>Check whether this network wants you to sign in to it. A company&apos;s own certificate belongs in the system&apos;s trust store.</source>
        <translation>请检查此网络是否需要登录。公司自有的证书应加入系统的信任存储。</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Copy the whole of it once more and try again.</source>
        <translation>请重新完整复制后再试。</translation>
    </message>
    <message>
        <source>Correct it, or move it away to start over.</source>
        <translation>请更正它，或将其移走以重新开始。</translation>
    </message>
    <message>
        <source>Correct the account in the settings file.</source>
        <translation>请在设置文件中更正该账户。</translation>
    </message>
    <message>
        <source>Correct the ones above first.</source>
        <translation>请先更正上面的。</translation>
    </message>
    <message>
        <source>Correct {key}.</source>
        <translation>请更正 {key}。</translation>
    </message>
    <message>
        <source>Credentials are kept in: {keyring}.</source>
        <translation>凭据保存在：{keyring}。</translation>
    </message>
    <message>
        <source>Credit line: {amount}</source>
        <translation>信用额度：{amount}</translation>
    </message>
    <message>
        <source>Critical balance: {amount}</source>
        <translation>余额告急：{amount}</translation>
    </message>
    <message>
        <source>Critical: below {limit}</source>
        <translation>告急：低于 {limit}</translation>
    </message>
    <message>
        <source>Empty: blocked until the wallet is topped up</source>
        <translation>已用完：充值前将被封锁</translation>
    </message>
    <message>
        <source>Empty: further use becomes a debt</source>
        <translation>已用完：继续使用将产生欠款</translation>
    </message>
    <message>
        <source>Empty: jobs stop until the wallet is topped up</source>
        <translation>已用完：充值前作业将停止</translation>
    </message>
    <message>
        <source>Empty: top up to continue</source>
        <translation>已用完：请充值后继续</translation>
    </message>
    <message>
        <source>Empty: what you have there may be deleted</source>
        <translation>已用完：您在那里的内容可能被删除</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>加密 (TLS)</translation>
    </message>
    <message>
        <source>End it and start it again: &apos;wallet-tray&apos;.</source>
        <translation>请结束并重新启动它：“wallet-tray”。</translation>
    </message>
    <message>
        <source>Everything else was erased.</source>
        <translation>其他内容均已清除。</translation>
    </message>
    <message>
        <source>Everything was erased; your settings are kept.</source>
        <translation>所有内容均已清除；您的设置已保留。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>For an icon, add &apos;Notification Area&apos; to the panel.</source>
        <translation>要显示图标，请在面板中添加“Notification Area”。</translation>
    </message>
    <message>
        <source>For an icon, add &apos;Status Tray Plugin&apos; to the panel.</source>
        <translation>要显示图标，请在面板中添加“Status Tray Plugin”。</translation>
    </message>
    <message>
        <source>For an icon, add &apos;XApp Status Applet&apos; to the panel.</source>
        <translation>要显示图标，请在面板中添加“XApp Status Applet”。</translation>
    </message>
    <message>
        <source>For an icon, add a tray (also called notification area or status notifier) to your panel, or start a panel that has one.</source>
        <translation>要显示图标，请在面板中添加系统托盘（也称通知区域或 status notifier），或启动带有托盘的面板。</translation>
    </message>
    <message>
        <source>For an icon, add the widget &apos;Status Notifier&apos; to the panel.</source>
        <translation>要显示图标，请在面板中添加部件“Status Notifier”。</translation>
    </message>
    <message>
        <source>For an icon, add the widget &apos;System Tray&apos; to a panel.</source>
        <translation>要显示图标，请在面板中添加部件“System Tray”（系统托盘）。</translation>
    </message>
    <message>
        <source>For an icon, install the extension &apos;AppIndicator and KStatusNotifierItem Support&apos; and switch it on.</source>
        <translation>要显示图标，请安装并启用扩展“AppIndicator and KStatusNotifierItem Support”。</translation>
    </message>
    <message>
        <source>For an icon, start a bar that has a tray, such as waybar with its module &apos;tray&apos;.</source>
        <translation>要显示图标，请启动带有托盘的状态栏，例如启用 tray 模块的 waybar。</translation>
    </message>
    <message>
        <source>From {first} to {last}; lowest {lowest}, highest {highest}</source>
        <translation>从 {first} 到 {last}；最低 {lowest}，最高 {highest}</translation>
    </message>
    <message>
        <source>Further use becomes a debt until the wallet is topped up.</source>
        <translation>钱包充值前，继续使用将产生欠款。</translation>
    </message>
    <message>
        <source>GNOME has no tray of its own.</source>
        <translation>GNOME 没有自己的托盘。</translation>
    </message>
    <message>
        <source>Give one of these accounts another id in {file}.</source>
        <translation>请在 {file} 中为其中一个账户换一个 id。</translation>
    </message>
    <message>
        <source>Granted: {amount}</source>
        <translation>赠送：{amount}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>If that goes on, look for a newer version of this program.</source>
        <translation>如果问题持续，请查看程序是否有新版本。</translation>
    </message>
    <message>
        <source>In {file} {key} must be {must_be}; its default is in force.</source>
        <translation>{file} 中的 {key} 必须为：{must_be}；当前使用默认值。</translation>
    </message>
    <message>
        <source>In {file} {key} must be {must_be}; until then the account is switched off.</source>
        <translation>{file} 中的 {key} 必须为：{must_be}；在此之前该账户停用。</translation>
    </message>
    <message>
        <source>Install it with the system&apos;s package manager, often as python3-sqlite3.</source>
        <translation>请用系统的软件包管理器安装，通常名为 python3-sqlite3。</translation>
    </message>
    <message>
        <source>Install the extension &apos;AppIndicator and KStatusNotifierItem Support&apos; and switch it on.</source>
        <translation>请安装并启用扩展“AppIndicator and KStatusNotifierItem Support”。</translation>
    </message>
    <message>
        <source>Install the newest version of this program.</source>
        <translation>请安装此程序的最新版本。</translation>
    </message>
    <message>
        <source>Install {library} with the system&apos;s package manager.</source>
        <translation>请用系统的软件包管理器安装 {library}。</translation>
    </message>
    <message>
        <source>Is this computer&apos;s clock right?</source>
        <translation>此计算机的时钟正确吗？</translation>
    </message>
    <message>
        <source>Is this computer&apos;s clock right? If it is, only the service can put that right.</source>
        <translation>此计算机的时钟正确吗？如果正确，则只有服务方能够解决。</translation>
    </message>
    <message>
        <source>Its website says why.</source>
        <translation>原因请见其网站。</translation>
    </message>
    <message>
        <source>Jobs stop until the wallet is topped up.</source>
        <translation>钱包充值前作业将停止。</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>Large drop: {amount}</source>
        <translation>大额扣减：{amount}</translation>
    </message>
    <message>
        <source>Loading the balance…</source>
        <translation>正在加载余额…</translation>
    </message>
    <message>
        <source>Log out and in again; DBUS_SESSION_BUS_ADDRESS must name the bus of this session.</source>
        <translation>请注销后重新登录；DBUS_SESSION_BUS_ADDRESS 必须指向此会话的总线。</translation>
    </message>
    <message>
        <source>Low balance: {amount}</source>
        <translation>余额不足：{amount}</translation>
    </message>
    <message>
        <source>Low: below {limit}</source>
        <translation>不足：低于 {limit}</translation>
    </message>
    <message>
        <source>Make a new API key on your profile page and sign in again.</source>
        <translation>请在个人资料页面新建 API 密钥并重新登录。</translation>
    </message>
    <message>
        <source>Make a new one on your profile page and set it.</source>
        <translation>请在个人资料页面新建一个并设置它。</translation>
    </message>
    <message>
        <source>Make a new one on your profile page and sign in again.</source>
        <translation>请在个人资料页面新建一个并重新登录。</translation>
    </message>
    <message>
        <source>Move it away, or have its owner changed to you.</source>
        <translation>请将其移走，或让管理员把所有者改为您。</translation>
    </message>
    <message>
        <source>No balance since {since}</source>
        <translation>自 {since} 起没有余额数据</translation>
    </message>
    <message>
        <source>No balance yet</source>
        <translation>暂无余额数据</translation>
    </message>
    <message>
        <source>No history yet</source>
        <translation>暂无历史记录</translation>
    </message>
    <message>
        <source>No notification service runs now; one is started for the first notification.</source>
        <translation>目前没有运行通知服务；首次通知时会启动。</translation>
    </message>
    <message>
        <source>No panel here has a tray.</source>
        <translation>这里没有带托盘的面板。</translation>
    </message>
    <message>
        <source>No problem, {notes}.</source>
        <translation>没有问题，{notes}。</translation>
    </message>
    <message>
        <source>No usable account in the settings</source>
        <translation>设置中没有可用的账户</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>尚无记录。</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: {file} holds the headings alone.</source>
        <translation>尚无记录：{file} 中只有表头。</translation>
    </message>
    <message>
        <source>Nothing is recorded, as this Python lacks SQLite.</source>
        <translation>未作记录，因为此 Python 缺少 SQLite。</translation>
    </message>
    <message>
        <source>Nothing to do: at the next balance it is set aside and a new one is begun.</source>
        <translation>无需处理：下次获得余额时会将其搁置并新建一份。</translation>
    </message>
    <message>
        <source>Nothing was entered.</source>
        <translation>没有输入任何内容。</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Notifications come through the tray icon on this system.</source>
        <translation>在此系统上，通知通过托盘图标显示。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the icon&apos;s menu: its first rows carry the figures.</source>
        <translation>请打开图标的菜单：前几行显示数字。</translation>
    </message>
    <message>
        <source>Open the wallet by the tray icon; or use another notification service.</source>
        <translation>请通过托盘图标打开钱包，或改用其他通知服务。</translation>
    </message>
    <message>
        <source>Other users of this computer can look into {folder}.</source>
        <translation>此计算机的其他用户可以查看 {folder}。</translation>
    </message>
    <message>
        <source>Overdrawn: blocked until the wallet is topped up</source>
        <translation>已透支：充值前将被封锁</translation>
    </message>
    <message>
        <source>Overdrawn: further use adds to the debt</source>
        <translation>已透支：继续使用将增加欠款</translation>
    </message>
    <message>
        <source>Overdrawn: jobs stop until the wallet is topped up</source>
        <translation>已透支：充值前作业将停止</translation>
    </message>
    <message>
        <source>Overdrawn: top up to continue</source>
        <translation>已透支：请充值后继续</translation>
    </message>
    <message>
        <source>Overdrawn: what you have there may be deleted</source>
        <translation>已透支：您在那里的内容可能被删除</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Put it back, or write an account into a new one.</source>
        <translation>请将其放回，或在新文件中写入一个账户。</translation>
    </message>
    <message>
        <source>Put the file back, or write the account that it is for into it.</source>
        <translation>请将文件放回，或在其中写入该变量所属的账户。</translation>
    </message>
    <message>
        <source>Put them into the proxy&apos;s address, or ask whoever runs it.</source>
        <translation>请将其写入代理地址，或询问代理的管理者。</translation>
    </message>
    <message>
        <source>PySide6 {version} ends programs on Python {python} within hours (PYSIDE-3474).</source>
        <translation>PySide6 {version} 在 Python {python} 上会使程序在数小时内退出 (PYSIDE-3474)。</translation>
    </message>
    <message>
        <source>Quit it and start it again.</source>
        <translation>请退出后重新启动。</translation>
    </message>
    <message>
        <source>Refreshing is paused.</source>
        <translation>刷新已暂停。</translation>
    </message>
    <message>
        <source>Reinstall this program.</source>
        <translation>请重新安装此程序。</translation>
    </message>
    <message>
        <source>Reserved: {amount}</source>
        <translation>已预留：{amount}</translation>
    </message>
    <message>
        <source>Restart it, or log out and in again.</source>
        <translation>请重新启动它，或注销后重新登录。</translation>
    </message>
    <message>
        <source>Restart your panel, or add a tray to it.</source>
        <translation>请重新启动面板，或为其添加托盘。</translation>
    </message>
    <message>
        <source>Restart your panel, or log out and in again.</source>
        <translation>请重新启动面板，或注销后重新登录。</translation>
    </message>
    <message>
        <source>Resume refreshing</source>
        <translation>恢复刷新</translation>
    </message>
    <message>
        <source>Run &apos;wallet-tray balance&apos; to use it.</source>
        <translation>运行“wallet-tray balance”即可使用它。</translation>
    </message>
    <message>
        <source>Run &apos;wallet-tray doctor --alerts&apos; to see what comes.</source>
        <translation>运行“wallet-tray doctor --alerts”查看效果。</translation>
    </message>
    <message>
        <source>Run &apos;wallet-tray sign-in{option}&apos;.</source>
        <translation>请运行“wallet-tray sign-in{option}”。</translation>
    </message>
    <message>
        <source>Run this again in a while.</source>
        <translation>请稍后重新检查。</translation>
    </message>
    <message>
        <source>Run this in a terminal of the desktop itself.</source>
        <translation>请在桌面自身的终端中运行。</translation>
    </message>
    <message>
        <source>Run this on the desktop to examine its tray; &apos;wallet-tray balance&apos; works everywhere.</source>
        <translation>请在桌面上运行以检查其托盘；“wallet-tray balance”在任何地方都可用。</translation>
    </message>
    <message>
        <source>Run this on the desktop to examine them.</source>
        <translation>请在桌面上运行以进行检查。</translation>
    </message>
    <message>
        <source>Run: chmod go-rwx {typed}</source>
        <translation>请运行：chmod go-rwx {typed}</translation>
    </message>
    <message>
        <source>Run: pip install &apos;PySide6-Essentials&lt;6.12&apos;</source>
        <translation>请运行：pip install &apos;PySide6-Essentials&lt;6.12&apos;</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Set XDG_DATA_HOME to a folder with a shorter path.</source>
        <translation>请将 XDG_DATA_HOME 设为路径较短的文件夹。</translation>
    </message>
    <message>
        <source>Set the clock, or let the system do that by itself.</source>
        <translation>请校准时钟，或让系统自动校准。</translation>
    </message>
    <message>
        <source>Set {key_variable} to an API key instead, which lasts.</source>
        <translation>请改为将 {key_variable} 设置为长期有效的 API 密钥。</translation>
    </message>
    <message>
        <source>Set {variable} to the whole of it, or unset it.</source>
        <translation>请将 {variable} 设置为完整的值，或取消设置。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>请重新登录。</translation>
    </message>
    <message>
        <source>Sign in to your network, or put both into network.proxy in the settings.</source>
        <translation>请登录您的网络，或在设置的 network.proxy 中填写二者。</translation>
    </message>
    <message>
        <source>Sign in with an API key, which lasts.</source>
        <translation>请使用长期有效的 API 密钥登录。</translation>
    </message>
    <message>
        <source>Sign in with an API key.</source>
        <translation>请使用 API 密钥登录。</translation>
    </message>
    <message>
        <source>Sign in with one that may.</source>
        <translation>请改用有权限的凭据登录。</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Since {since}, far more than this wallet usually spends.</source>
        <translation>自 {since} 起，远超此钱包的日常支出。</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>暂停提醒</translation>
    </message>
    <message>
        <source>Something in this program went wrong.</source>
        <translation>程序出现了问题。</translation>
    </message>
    <message>
        <source>Spending per hour: {amount}</source>
        <translation>每小时支出：{amount}</translation>
    </message>
    <message>
        <source>Start Wallet Tray once more to see this window again after closing it.</source>
        <translation>关闭此窗口后，再次启动 Wallet Tray 即可重新显示。</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>登录系统时启动</translation>
    </message>
    <message>
        <source>Start it: &apos;wallet-tray&apos;.</source>
        <translation>请启动它：“wallet-tray”。</translation>
    </message>
    <message>
        <source>Start one, such as dunst or mako; the tray icon carries every alert as well.</source>
        <translation>请启动一个，例如 dunst 或 mako；托盘图标也会显示每条提醒。</translation>
    </message>
    <message>
        <source>Start the tray program: it thins the history out.</source>
        <translation>请启动托盘程序：它会精简历史记录。</translation>
    </message>
    <message>
        <source>Start your keyring (Secret Service or KWallet), or set {key_variable}.</source>
        <translation>请启动密钥环（Secret Service 或 KWallet），或设置 {key_variable}。</translation>
    </message>
    <message>
        <source>Start your keyring (Secret Service or KWallet), or sign in for this run only.</source>
        <translation>请启动密钥环（Secret Service 或 KWallet），或仅在本次运行中登录。</translation>
    </message>
    <message>
        <source>Start your keyring (Secret Service or KWallet).</source>
        <translation>请启动密钥环（Secret Service 或 KWallet）。</translation>
    </message>
    <message>
        <source>Switch &apos;Start at login&apos; on in the settings to have this copy started.</source>
        <translation>请在设置中打开“登录系统时启动”，以启动当前副本。</translation>
    </message>
    <message>
        <source>The access token ends at {since}</source>
        <translation>访问令牌将于 {since} 失效</translation>
    </message>
    <message>
        <source>The access token in {variable} no longer works: it lives for an hour at most.</source>
        <translation>{variable} 中的访问令牌已失效：最长有效一小时。</translation>
    </message>
    <message>
        <source>The access token in {variable} no longer works: it lives for an hour at most. Set {key_variable} instead and start the program again.</source>
        <translation>{variable} 中的访问令牌已失效：最长有效一小时。请改用 {key_variable} 并重新启动程序。</translation>
    </message>
    <message>
        <source>The access token no longer works: it lives for an hour at most.</source>
        <translation>访问令牌已失效：最长有效一小时。</translation>
    </message>
    <message>
        <source>The access token works for an hour at most.</source>
        <translation>访问令牌最长有效一小时。</translation>
    </message>
    <message>
        <source>The account is blocked until the wallet is topped up.</source>
        <translation>钱包充值前，账户将被封锁。</translation>
    </message>
    <message>
        <source>The answer is a web page and not from {service}.</source>
        <translation>收到的是网页，而不是 {service} 的响应。</translation>
    </message>
    <message>
        <source>The answer of {service} could not be understood.</source>
        <translation>无法理解 {service} 的响应。</translation>
    </message>
    <message>
        <source>The certificate of {host} has expired.</source>
        <translation>{host} 的证书已过期。</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted by this system.</source>
        <translation>此系统不信任 {host} 的证书。</translation>
    </message>
    <message>
        <source>The certificate of {host} is not valid yet.</source>
        <translation>{host} 的证书尚未生效。</translation>
    </message>
    <message>
        <source>The certificate of {service} is not valid yet.</source>
        <translation>{service} 的证书尚未生效。</translation>
    </message>
    <message>
        <source>The clock could not be compared: no service told the time.</source>
        <translation>无法比对时钟：没有服务提供时间。</translation>
    </message>
    <message>
        <source>The connection to {host} is private: its certificate is trusted.</source>
        <translation>与 {host} 的连接是私密的：其证书受信任。</translation>
    </message>
    <message>
        <source>The connection to {service} broke in the middle of an answer.</source>
        <translation>与 {service} 的连接在响应途中断开。</translation>
    </message>
    <message>
        <source>The connection to {service} is not private.</source>
        <translation>与 {service} 的连接不是私密连接。</translation>
    </message>
    <message>
        <source>The copy of the program that was to start at login is gone. Switch it on to have this one started.</source>
        <translation>原定在登录系统时启动的程序副本已不存在。打开此项即可改为启动当前副本。</translation>
    </message>
    <message>
        <source>The disk is full, so {file} was not written.</source>
        <translation>磁盘已满，因此未写入 {file}。</translation>
    </message>
    <message>
        <source>The display that DISPLAY or WAYLAND_DISPLAY names cannot be used.</source>
        <translation>DISPLAY 或 WAYLAND_DISPLAY 所指的显示无法使用。</translation>
    </message>
    <message>
        <source>The folder of this program has a name that cannot be started at login. Move the program to another folder.</source>
        <translation>此程序所在文件夹的名称无法用于登录时启动。请将程序移到其他文件夹。</translation>
    </message>
    <message>
        <source>The folder {folder} is not yours alone, so Wallet Tray keeps nothing in it and does not start. Move it away, or have its owner changed to you.</source>
        <translation>文件夹 {folder} 并非由您独有，因此 Wallet Tray 不会在其中保存任何内容，也不会启动。请将其移走，或将其所有者改为您。</translation>
    </message>
    <message>
        <source>The folders of this program are open to you alone.</source>
        <translation>此程序的文件夹仅对您开放。</translation>
    </message>
    <message>
        <source>The folders of this program could not be looked at in time.</source>
        <translation>未能及时检查此程序的文件夹。</translation>
    </message>
    <message>
        <source>The history can be read, but is larger than it should grow: {size}.</source>
        <translation>历史记录可以读取，但超出了应有的大小：{size}。</translation>
    </message>
    <message>
        <source>The history can be read: {size}.</source>
        <translation>历史记录可以读取：{size}。</translation>
    </message>
    <message>
        <source>The history could not be read in time.</source>
        <translation>未能及时读取历史记录。</translation>
    </message>
    <message>
        <source>The history in {file} cannot be read.</source>
        <translation>无法读取 {file} 中的历史记录。</translation>
    </message>
    <message>
        <source>The history in {file} is no history, or is damaged.</source>
        <translation>{file} 中的内容不是历史记录，或已损坏。</translation>
    </message>
    <message>
        <source>The history was written by a newer version, so nothing is recorded.</source>
        <translation>历史记录由更新的版本写入，因此未作记录。</translation>
    </message>
    <message>
        <source>The key in the environment stays in use.</source>
        <translation>环境变量中的密钥仍在使用。</translation>
    </message>
    <message>
        <source>The keyring ({keyring}) did not do what was asked of it.</source>
        <translation>密钥环（{keyring}）未能完成所请求的操作。</translation>
    </message>
    <message>
        <source>The keyring ({keyring}) is locked, so nothing was looked up in it.</source>
        <translation>密钥环（{keyring}）已锁定，因此未在其中查找。</translation>
    </message>
    <message>
        <source>The keyring did not take the key, so it is kept until you quit.</source>
        <translation>密钥环未接受该密钥，因此仅保留到退出为止。</translation>
    </message>
    <message>
        <source>The keyring does not answer.</source>
        <translation>密钥环没有响应。</translation>
    </message>
    <message>
        <source>The keyring holds no {credential} for {host}.</source>
        <translation>密钥环中没有 {host} 的{credential}。</translation>
    </message>
    <message>
        <source>The keyring holds {the_credential}.</source>
        <translation>密钥环中有{the_credential}。</translation>
    </message>
    <message>
        <source>The last known balance stays on show. Open Wallet Tray to see what is in the way.</source>
        <translation>仍显示最近一次的余额。请打开 Wallet Tray 查看原因。</translation>
    </message>
    <message>
        <source>The log tells more.</source>
        <translation>日志中有详细信息。</translation>
    </message>
    <message>
        <source>The log tells more; please report it.</source>
        <translation>日志中有详细信息；请报告此问题。</translation>
    </message>
    <message>
        <source>The log tells more; the program tries again by itself.</source>
        <translation>日志中有详细信息；程序会自动重试。</translation>
    </message>
    <message>
        <source>The name of the proxy, {proxy}, was not found.</source>
        <translation>找不到代理的名称 {proxy}。</translation>
    </message>
    <message>
        <source>The name {host} was not found in time.</source>
        <translation>未能及时找到名称 {host}。</translation>
    </message>
    <message>
        <source>The name {host} was not found.</source>
        <translation>找不到名称 {host}。</translation>
    </message>
    <message>
        <source>The notification service</source>
        <translation>通知服务</translation>
    </message>
    <message>
        <source>The notification service does not answer, so alerts may not be shown.</source>
        <translation>通知服务没有响应，因此可能无法显示提醒。</translation>
    </message>
    <message>
        <source>The package {package} is missing.</source>
        <translation>缺少软件包 {package}。</translation>
    </message>
    <message>
        <source>The path of the history is too long for SQLite, so nothing is recorded: {file}.</source>
        <translation>历史的路径对 SQLite 来说太长，因此不会记录任何内容：{file}。</translation>
    </message>
    <message>
        <source>The program starts at login.</source>
        <translation>程序会在登录系统时启动。</translation>
    </message>
    <message>
        <source>The program tries again by itself.</source>
        <translation>程序会自动重试。</translation>
    </message>
    <message>
        <source>The proxy does not let this program through to {service}.</source>
        <translation>代理不允许本程序连接 {service}。</translation>
    </message>
    <message>
        <source>The proxy from {source} cannot be used: it is {flaw}.</source>
        <translation>代理无法使用（{source}）：{flaw}。</translation>
    </message>
    <message>
        <source>The proxy setting cannot be used.</source>
        <translation>代理设置无法使用。</translation>
    </message>
    <message>
        <source>The proxy wants a user name and password.</source>
        <translation>代理要求用户名和密码。</translation>
    </message>
    <message>
        <source>The proxy {proxy} cannot be reached, or does not let us through ({detail}).</source>
        <translation>无法连接到代理 {proxy}，或它不允许通过（{detail}）。</translation>
    </message>
    <message>
        <source>The proxy {proxy} wants a user name and password.</source>
        <translation>代理 {proxy} 要求用户名和密码。</translation>
    </message>
    <message>
        <source>The session bus (D-Bus) cannot be reached, and trays are found through it.</source>
        <translation>无法访问会话总线 (D-Bus)，而托盘要通过它查找。</translation>
    </message>
    <message>
        <source>The session bus (D-Bus) cannot be reached, so no alert can be shown.</source>
        <translation>无法访问会话总线 (D-Bus)，因此无法显示提醒。</translation>
    </message>
    <message>
        <source>The settings could not be read in time, and no account was examined.</source>
        <translation>未能及时读取设置，也未检查任何账户。</translation>
    </message>
    <message>
        <source>The settings file cannot be read. Check its permissions.</source>
        <translation>无法读取设置文件。请检查其权限。</translation>
    </message>
    <message>
        <source>The settings file is no valid TOML, so it is not in force. Correct settings.toml.</source>
        <translation>设置文件不是有效的 TOML，因此未生效。请更正 settings.toml。</translation>
    </message>
    <message>
        <source>The settings need a look</source>
        <translation>请检查设置</translation>
    </message>
    <message>
        <source>The settings of {service} cannot be used.</source>
        <translation>{service} 的设置无法使用。</translation>
    </message>
    <message>
        <source>The settings were not saved: the disk is full.</source>
        <translation>设置未保存：磁盘已满。</translation>
    </message>
    <message>
        <source>The settings were not saved: the file cannot be written. Check its permissions.</source>
        <translation>设置未保存：无法写入文件。请检查其权限。</translation>
    </message>
    <message>
        <source>The settings were not saved: the file was written by a newer version.</source>
        <translation>设置未保存：该文件由更新的版本写入。</translation>
    </message>
    <message>
        <source>The title carries the balance; for more, use another notification service.</source>
        <translation>标题中有余额；如需更多内容，请改用其他通知服务。</translation>
    </message>
    <message>
        <source>The tray does not answer.</source>
        <translation>托盘没有响应。</translation>
    </message>
    <message>
        <source>The tray icon cannot be shown: the system library {library} is missing.</source>
        <translation>无法显示托盘图标：缺少系统库 {library}。</translation>
    </message>
    <message>
        <source>The tray is part of this system.</source>
        <translation>托盘是此系统的一部分。</translation>
    </message>
    <message>
        <source>The tray program does not run.</source>
        <translation>托盘程序未运行。</translation>
    </message>
    <message>
        <source>The tray program runs, but a second start cannot reach it.</source>
        <translation>托盘程序正在运行，但再次启动时无法与其通信。</translation>
    </message>
    <message>
        <source>The tray program runs, but does not react.</source>
        <translation>托盘程序正在运行，但没有反应。</translation>
    </message>
    <message>
        <source>The tray program runs.</source>
        <translation>托盘程序正在运行。</translation>
    </message>
    <message>
        <source>The {credential} comes from {variable}, not from the keyring.</source>
        <translation>{credential}来自 {variable}，而非密钥环。</translation>
    </message>
    <message>
        <source>There is a tray of the older kind (XEmbed), and it shows tooltips.</source>
        <translation>有旧式托盘 (XEmbed)，并且会显示工具提示。</translation>
    </message>
    <message>
        <source>There is a tray{by}, and it shows tooltips.</source>
        <translation>有系统托盘{by}，并且会显示工具提示。</translation>
    </message>
    <message>
        <source>There is a tray{by}, but this desktop shows no tooltips.</source>
        <translation>有系统托盘{by}，但此桌面不显示工具提示。</translation>
    </message>
    <message>
        <source>There is no desktop here that shows notifications.</source>
        <translation>这里没有可显示通知的桌面。</translation>
    </message>
    <message>
        <source>There is no display here, and so no tray.</source>
        <translation>这里没有显示，因此没有托盘。</translation>
    </message>
    <message>
        <source>There is no keyring here, so the key is kept in memory until you quit.</source>
        <translation>此处没有密钥环，因此密钥仅在内存中保留到退出为止。</translation>
    </message>
    <message>
        <source>There is no keyring to keep credentials in.</source>
        <translation>没有可保存凭据的密钥环。</translation>
    </message>
    <message>
        <source>There is no keyring to remove the keys from.</source>
        <translation>没有可从中移除密钥的密钥环。</translation>
    </message>
    <message>
        <source>There is no keyring to take {the_credential} from.</source>
        <translation>{the_credential}无法读取：没有密钥环。</translation>
    </message>
    <message>
        <source>There is no keyring; {variable} is used instead.</source>
        <translation>没有密钥环；改用 {variable}。</translation>
    </message>
    <message>
        <source>There is no notification service, so no alert can be shown.</source>
        <translation>没有通知服务，因此无法显示提醒。</translation>
    </message>
    <message>
        <source>There is no settings file, so the defaults are in force.</source>
        <translation>没有设置文件，因此使用默认值。</translation>
    </message>
    <message>
        <source>There is no wallet at the address of {service}.</source>
        <translation>{service} 的地址上没有钱包。</translation>
    </message>
    <message numerus="yes">
        <source>There is something wrong with %n more value(s).</source>
        <translation>
            <numerusform>另有 %n 个值有误。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is something wrong with one more value.</source>
        <translation>另有一个值有误。</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>未及时收到响应。</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: it is longer than 8,192 characters.</source>
        <translation>这不可能是“{a_credential}”：长度超过 8192 个字符。</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are characters in it that are not allowed.</source>
        <translation>这不可能是“{a_credential}”：其中含有不允许的字符。</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are control characters in it.</source>
        <translation>这不可能是“{a_credential}”：其中含有控制字符。</translation>
    </message>
    <message>
        <source>This cannot be {a_credential}: there are spaces or line breaks in it.</source>
        <translation>这不可能是“{a_credential}”：其中含有空格或换行。</translation>
    </message>
    <message>
        <source>This check failed by a fault of the program.</source>
        <translation>此项检查因程序故障而失败。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock agrees with that of {host}.</source>
        <translation>此计算机的时钟与 {host} 一致。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {amount} ahead of that of {host}.</source>
        <translation>此计算机的时钟比 {host} 快 {amount}。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {amount} behind that of {host}.</source>
        <translation>此计算机的时钟比 {host} 慢 {amount}。</translation>
    </message>
    <message>
        <source>This copy of the program runs only from where it was started. Install it to have it started at login.</source>
        <translation>此程序副本只能从启动它的位置运行。请安装程序，以便登录系统时启动。</translation>
    </message>
    <message>
        <source>This desktop shows no tray icons, so the wallet has a window of its own.</source>
        <translation>此桌面不显示托盘图标，因此钱包使用单独的窗口。</translation>
    </message>
    <message>
        <source>Time left: below {limit}</source>
        <translation>剩余时间：低于 {limit}</translation>
    </message>
    <message>
        <source>Time left: not enough data yet</source>
        <translation>剩余时间：数据尚不足</translation>
    </message>
    <message>
        <source>To have this one started, switch &apos;Start at login&apos; off and on in its settings.</source>
        <translation>若要启动当前副本，请在其设置中关闭再打开“登录系统时启动”。</translation>
    </message>
    <message>
        <source>To keep a credential, start your keyring (Secret Service or KWallet).</source>
        <translation>要保存凭据，请启动密钥环（Secret Service 或 KWallet）。</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Top up soon: the service may delete what you have there.</source>
        <translation>请尽快充值：服务可能删除您在那里的内容。</translation>
    </message>
    <message>
        <source>Top up to continue.</source>
        <translation>请充值后继续。</translation>
    </message>
    <message>
        <source>Total: {amount}</source>
        <translation>总计：{amount}</translation>
    </message>
    <message>
        <source>Total: {total}, reserved: {reserved}</source>
        <translation>总计：{total}，已预留：{reserved}</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>托盘</translation>
    </message>
    <message>
        <source>Tray icons are registered here{by}, but no panel shows them.</source>
        <translation>这里登记了托盘图标{by}，但没有面板显示它们。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>Try again; if that goes on, log out and in again.</source>
        <translation>请重试；如果问题持续，请注销后重新登录。</translation>
    </message>
    <message>
        <source>Unlock it and run this again, or set {key_variable}.</source>
        <translation>请解锁后重新检查，或设置 {key_variable}。</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>请解锁后重试。</translation>
    </message>
    <message>
        <source>Updated {time}</source>
        <translation>更新于 {time}</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Wallet Tray cannot make sure that it runs only once, as no file can be locked in {folder}. Check whether the folder is there and open to you.</source>
        <translation>Wallet Tray 无法确保只运行一个实例，因为无法锁定 {folder} 中的任何文件。请检查该文件夹是否存在，以及您是否有权访问。</translation>
    </message>
    <message>
        <source>Wallet Tray ended unexpectedly three times in a row.</source>
        <translation>Wallet Tray 已连续三次意外退出。</translation>
    </message>
    <message>
        <source>Wallet Tray runs already on the computer {computer}, which uses the same home folder. End it there to have it here.</source>
        <translation>Wallet Tray 已在计算机 {computer} 上运行，两台计算机使用同一主文件夹。请先在那里将其结束，再在这里启动。</translation>
    </message>
    <message>
        <source>Wallet Tray runs already, but does not answer. End it ({process}), then start it again.</source>
        <translation>Wallet Tray 已在运行，但没有响应。请将其结束（{process}），然后重新启动。</translation>
    </message>
    <message>
        <source>Wallet Tray runs already, but does not answer. It hangs, or runs on another computer that uses the same home folder. End it, then start it again.</source>
        <translation>Wallet Tray 已在运行，但没有响应。它可能已卡住，或正在使用同一主文件夹的另一台计算机上运行。请将其结束，然后重新启动。</translation>
    </message>
    <message>
        <source>Wallet Tray runs already, on another display. End it there to have it here.</source>
        <translation>Wallet Tray 已在另一个显示器上运行。请先在那里将其结束，再在这里启动。</translation>
    </message>
    <message>
        <source>Wallet Tray was upgraded or removed since it was started.</source>
        <translation>Wallet Tray 启动后已被更新或删除。</translation>
    </message>
    <message>
        <source>Wallet empty: {amount}</source>
        <translation>钱包已用完：{amount}</translation>
    </message>
    <message>
        <source>What answers at {host} shows the certificate of another host.</source>
        <translation>{host} 上的服务器出示了其他主机的证书。</translation>
    </message>
    <message>
        <source>What answers at {host} speaks no usable TLS.</source>
        <translation>{host} 上的服务器不支持可用的 TLS。</translation>
    </message>
    <message>
        <source>What is set for {service} cannot be {a_credential}.</source>
        <translation>为 {service} 设置的内容不可能是“{a_credential}”。</translation>
    </message>
    <message>
        <source>What is to start at login is gone, or no longer finds the program: {program}.</source>
        <translation>登录系统时要启动的项目已不存在，或已找不到程序：{program}。</translation>
    </message>
    <message>
        <source>What starts at login could not be looked at in time.</source>
        <translation>未能及时检查登录系统时启动的项目。</translation>
    </message>
    <message>
        <source>What the keyring holds cannot be {a_credential}.</source>
        <translation>密钥环中的内容不可能是“{a_credential}”。</translation>
    </message>
    <message>
        <source>What {variable} holds cannot be a credential. Set the whole of it and start the program again.</source>
        <translation>{variable} 中的内容不可能是凭据。请设置完整的值并重新启动程序。</translation>
    </message>
    <message>
        <source>What {variable} holds cannot be {a_credential}.</source>
        <translation>{variable} 中的内容不可能是“{a_credential}”。</translation>
    </message>
    <message>
        <source>Whether {keyring} holds {the_credential} was not looked up: it might ask for a password.</source>
        <translation>未查看 {keyring} 中是否有{the_credential}：它可能会询问密码。</translation>
    </message>
    <message>
        <source>Write it like http://proxy.example:3128, or set network.proxy to &quot;none&quot;.</source>
        <translation>请写成 http://proxy.example:3128 的形式，或将 network.proxy 设为 &quot;none&quot;。</translation>
    </message>
    <message>
        <source>You are not signed in to {service}.</source>
        <translation>您尚未登录 {service}。</translation>
    </message>
    <message>
        <source>Your keyring did not do what was asked of it.</source>
        <translation>您的密钥环未能完成所请求的操作。</translation>
    </message>
    <message>
        <source>Your keyring failed, so the keys in it could not be removed.</source>
        <translation>您的密钥环出现故障，因此无法移除其中的密钥。</translation>
    </message>
    <message>
        <source>Your keyring is locked, so the keys in it could not be removed.</source>
        <translation>您的密钥环已锁定，因此无法移除其中的密钥。</translation>
    </message>
    <message>
        <source>Your keyring is locked.</source>
        <translation>您的密钥环已锁定。</translation>
    </message>
    <message>
        <source>Your keyring is waiting to be unlocked.</source>
        <translation>您的密钥环正在等待解锁。</translation>
    </message>
    <message>
        <source>Your keyring is waiting to be unlocked; the keys in it are removed when you do.</source>
        <translation>您的密钥环正在等待解锁；解锁后会移除其中的密钥。</translation>
    </message>
    <message>
        <source>Your list of programs that start at login cannot be changed. Check the permissions of its folder.</source>
        <translation>无法更改登录时启动的程序列表。请检查其文件夹的权限。</translation>
    </message>
    <message>
        <source>a list of tables</source>
        <translation>表的列表</translation>
    </message>
    <message>
        <source>a number from 0 on</source>
        <translation>不小于 0 的数字</translation>
    </message>
    <message>
        <source>a number from 30 to 86400</source>
        <translation>30 到 86400 之间的数字</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>a table of texts</source>
        <translation>一个文本表</translation>
    </message>
    <message>
        <source>a wallet service whose description has no errors</source>
        <translation>描述没有错误的服务</translation>
    </message>
    <message>
        <source>a whole number from 1 on</source>
        <translation>不小于 1 的整数</translation>
    </message>
    <message>
        <source>access token</source>
        <translation>访问令牌</translation>
    </message>
    <message>
        <source>access token ended</source>
        <translation>访问令牌已失效</translation>
    </message>
    <message>
        <source>account blocked</source>
        <translation>账户已被封锁</translation>
    </message>
    <message>
        <source>address not found</source>
        <translation>找不到地址</translation>
    </message>
    <message>
        <source>alerts snoozed</source>
        <translation>提醒已暂停</translation>
    </message>
    <message>
        <source>amount due above the limit</source>
        <translation>应付金额超过限值</translation>
    </message>
    <message>
        <source>an API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>an access token</source>
        <translation>访问令牌</translation>
    </message>
    <message>
        <source>an https address without a user name</source>
        <translation>不含用户名的 https 地址</translation>
    </message>
    <message>
        <source>an https address, or empty</source>
        <translation>https 地址或留空</translation>
    </message>
    <message>
        <source>an id of its own</source>
        <translation>唯一的标识</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>answer cut off</source>
        <translation>响应中断</translation>
    </message>
    <message>
        <source>answer not understood</source>
        <translation>响应无法理解</translation>
    </message>
    <message>
        <source>as this wallet service asks for it</source>
        <translation>此服务要求的值</translation>
    </message>
    <message>
        <source>asked too often</source>
        <translation>请求过于频繁</translation>
    </message>
    <message>
        <source>at the last day&apos;s pace</source>
        <translation>按最近一天的速度</translation>
    </message>
    <message>
        <source>at the last hour&apos;s pace</source>
        <translation>按最近一小时的速度</translation>
    </message>
    <message>
        <source>at the last week&apos;s pace</source>
        <translation>按最近一周的速度</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>（{time}）</translation>
    </message>
    <message>
        <source>connection not private</source>
        <translation>连接不私密</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>告急</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>已用完</translation>
    </message>
    <message>
        <source>fault in this program</source>
        <translation>程序故障</translation>
    </message>
    <message>
        <source>in [accounts.alerts], in that account&apos;s own unit</source>
        <translation>写在 [accounts.alerts] 中，以该账户的单位计</translation>
    </message>
    <message>
        <source>keyring failed</source>
        <translation>密钥环出错</translation>
    </message>
    <message>
        <source>keyring locked</source>
        <translation>密钥环已锁定</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>low</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>network.proxy in the settings</source>
        <translation>设置中的 network.proxy</translation>
    </message>
    <message>
        <source>no URL</source>
        <translation>不是 URL</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>未及时响应</translation>
    </message>
    <message>
        <source>no keyring</source>
        <translation>没有密钥环</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>no usable account in the settings</source>
        <translation>设置中没有可用的账户</translation>
    </message>
    <message>
        <source>no wallet</source>
        <translation>没有钱包</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>not the service</source>
        <translation>并非该服务</translation>
    </message>
    <message>
        <source>of an unknown kind</source>
        <translation>类型未知</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>one line of 1 to 80 printable characters, not all of them blank</source>
        <translation>1 到 80 个可打印字符组成的一行，不能全为空格</translation>
    </message>
    <message>
        <source>one that this wallet service offers</source>
        <translation>此服务提供的选项之一</translation>
    </message>
    <message>
        <source>overdrawn</source>
        <translation>已透支</translation>
    </message>
    <message>
        <source>proxy refused</source>
        <translation>代理拒绝</translation>
    </message>
    <message>
        <source>proxy unusable</source>
        <translation>代理不可用</translation>
    </message>
    <message>
        <source>proxy wants a login</source>
        <translation>代理要求登录</translation>
    </message>
    <message>
        <source>refreshing paused</source>
        <translation>刷新已暂停</translation>
    </message>
    <message>
        <source>request refused</source>
        <translation>请求被拒绝</translation>
    </message>
    <message>
        <source>restart needed</source>
        <translation>需要重新启动</translation>
    </message>
    <message>
        <source>sent elsewhere</source>
        <translation>被转到其他地址</translation>
    </message>
    <message>
        <source>service has trouble</source>
        <translation>服务故障</translation>
    </message>
    <message>
        <source>settings unusable</source>
        <translation>设置不可用</translation>
    </message>
    <message>
        <source>settings.toml is gone. Put it back, or change a setting to make a new one.</source>
        <translation>settings.toml 已不存在。请将其放回，或更改一项设置以新建一份。</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>未更新</translation>
    </message>
    <message>
        <source>the API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>the access token</source>
        <translation>访问令牌</translation>
    </message>
    <message>
        <source>the address of your own service</source>
        <translation>您自己的服务的地址</translation>
    </message>
    <message>
        <source>the id of a known wallet service</source>
        <translation>已知服务的标识</translation>
    </message>
    <message>
        <source>the system or its environment</source>
        <translation>系统或其环境变量</translation>
    </message>
    <message>
        <source>time left below the limit</source>
        <translation>剩余时间低于限值</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>waiting for keyring</source>
        <translation>等待密钥环</translation>
    </message>
    <message>
        <source>{amount} after topping up {added}</source>
        <translation>充值 {added} 后为 {amount}</translation>
    </message>
    <message>
        <source>{count} more values in {file} cannot be used.</source>
        <translation>{file} 中另有 {count} 个值无法使用。</translation>
    </message>
    <message>
        <source>{daemon} shows notifications, but no buttons on them.</source>
        <translation>{daemon} 会显示通知，但不显示按钮。</translation>
    </message>
    <message>
        <source>{daemon} shows notifications, with buttons.</source>
        <translation>{daemon} 会显示通知和按钮。</translation>
    </message>
    <message>
        <source>{daemon} shows only the title of a notification.</source>
        <translation>{daemon} 只显示通知的标题。</translation>
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
        <translation>无法读取 {file}，也未检查任何账户。</translation>
    </message>
    <message>
        <source>{file} cannot be written. Choose another folder.</source>
        <translation>无法写入 {file}。请另选文件夹。</translation>
    </message>
    <message>
        <source>{file} could not be removed; remove it by hand.</source>
        <translation>无法移除 {file}；请手动移除。</translation>
    </message>
    <message>
        <source>{file} has keys that are not known and have no effect: {keys}.</source>
        <translation>{file} 中有未知且无效的键：{keys}。</translation>
    </message>
    <message>
        <source>{file} holds the proxy&apos;s password, and other users of this computer can read it.</source>
        <translation>{file} 中有代理的密码，此计算机的其他用户可以读取。</translation>
    </message>
    <message>
        <source>{file} is no valid TOML, so it is not in force, and no account was examined.</source>
        <translation>{file} 不是有效的 TOML，因此未生效，也未检查任何账户。</translation>
    </message>
    <message>
        <source>{file} is read without a fault.</source>
        <translation>{file} 读取正常。</translation>
    </message>
    <message>
        <source>{file} was written by a newer version: it is used, but never changed.</source>
        <translation>{file} 由更新的版本写入：会使用它，但不会更改。</translation>
    </message>
    <message>
        <source>{file}, which listed accounts, is gone, and no account was examined.</source>
        <translation>列有账户的 {file} 已不存在，也未检查任何账户。</translation>
    </message>
    <message>
        <source>{folder} belongs to another user, so nothing is kept there.</source>
        <translation>{folder} 属于其他用户，因此不在其中保存任何内容。</translation>
    </message>
    <message>
        <source>{host} answers.</source>
        <translation>{host} 有响应。</translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation>{host} 未及时响应。</translation>
    </message>
    <message>
        <source>{host} is asked directly, without a proxy.</source>
        <translation>直接连接 {host}，不使用代理。</translation>
    </message>
    <message>
        <source>{host} is asked through the proxy {proxy}, from {source}.</source>
        <translation>通过代理 {proxy} 连接 {host}（{source}）。</translation>
    </message>
    <message>
        <source>{host} is this computer itself, asked without TLS.</source>
        <translation>{host} 就是此计算机本身，不使用 TLS。</translation>
    </message>
    <message>
        <source>{key} in settings.toml must be {must_be}; until then the account is switched off.</source>
        <translation>settings.toml 中的 {key} 必须为：{must_be}；在此之前该账户停用。</translation>
    </message>
    <message>
        <source>{key} in settings.toml must be {must_be}; until then the default is in force.</source>
        <translation>settings.toml 中的 {key} 必须为：{must_be}；在此之前使用默认值。</translation>
    </message>
    <message>
        <source>{left}</source>
        <translation>{left}</translation>
    </message>
    <message>
        <source>{left} (up to {longest}) {pace}</source>
        <translation>{pace}，{left}（最多 {longest}）</translation>
    </message>
    <message>
        <source>{left} ({shortest} or more) {pace}</source>
        <translation>{pace}，{left}（{shortest} 或更多）</translation>
    </message>
    <message>
        <source>{left} ({shortest} to {longest}) {pace}</source>
        <translation>{pace}，{left}（{shortest}～{longest}）</translation>
    </message>
    <message>
        <source>{left} {pace}</source>
        <translation>{pace}，{left}</translation>
    </message>
    <message>
        <source>{left} {pace}.</source>
        <translation>{pace}，{left}。</translation>
    </message>
    <message numerus="yes">
        <source>{name} and %n more</source>
        <translation>
            <numerusform>{name} 等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>{problems}, {notes}.</source>
        <translation>{problems}，{notes}。</translation>
    </message>
    <message>
        <source>{service} accepts {the_credential} and tells the balance.</source>
        <translation>{service} 接受{the_credential}并返回了余额。</translation>
    </message>
    <message>
        <source>{service} asks to be asked less often.</source>
        <translation>{service} 要求降低请求频率。</translation>
    </message>
    <message>
        <source>{service} cannot be reached.</source>
        <translation>无法连接到 {service}。</translation>
    </message>
    <message>
        <source>{service} did not accept the request.</source>
        <translation>{service} 未接受请求。</translation>
    </message>
    <message>
        <source>{service} did not answer in time.</source>
        <translation>{service} 未及时响应。</translation>
    </message>
    <message>
        <source>{service} does not let {the_credential} read the balance.</source>
        <translation>{the_credential}无权读取 {service} 的余额。</translation>
    </message>
    <message>
        <source>{service} has blocked this account.</source>
        <translation>{service} 已封锁此账户。</translation>
    </message>
    <message>
        <source>{service} has no wallet for {the_credential}.</source>
        <translation>{service} 没有与{the_credential}对应的钱包。</translation>
    </message>
    <message>
        <source>{service} has trouble at the moment.</source>
        <translation>{service} 目前出现故障。</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential}</source>
        <translation>{the_credential}被 {service} 拒绝</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential} in {variable}.</source>
        <translation>{service} 拒绝了 {variable} 中的{the_credential}。</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential} that it was given by {variable}. Set another one and start the program again.</source>
        <translation>{the_credential}（来自 {variable}）被 {service} 拒绝。请另设一个并重新启动程序。</translation>
    </message>
    <message>
        <source>{service} rejects {the_credential}.</source>
        <translation>{the_credential}被 {service} 拒绝。</translation>
    </message>
    <message>
        <source>{service} sends requests to another address, which is not followed.</source>
        <translation>{service} 将请求转到其他地址，程序未跟随。</translation>
    </message>
    <message>
        <source>{variable} is set and not used: it could be for {ids}.</source>
        <translation>已设置 {variable} 但未使用：它可能属于以下任一账户：{ids}。</translation>
    </message>
    <message>
        <source>{variable} is set and not used: {file} lists no account any more.</source>
        <translation>{variable} 已设置但未使用：{file} 不再列有任何账户。</translation>
    </message>
    <message>
        <source>{versions}.</source>
        <translation>{versions}。</translation>
    </message>
    <message>
        <source>{what} ({detail}).</source>
        <translation>{what}（{detail}）。</translation>
    </message>
    <message>
        <source>{what}.</source>
        <translation>{what}。</translation>
    </message>
</context>
</TS>
