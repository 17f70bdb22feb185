; Every text of setup and uninstaller, in both languages. MUI2 brings its own.

!macro Text name chinese english
  LangString ${name} ${LANG_SIMPCHINESE} "${chinese}"
  LangString ${name} ${LANG_ENGLISH} "${english}"
!macroend
!define Text "!insertmacro Text"

; First page
${Text} FirstText "版本 ${VERSION}" "Version ${VERSION}"
${Text} InstallText "立即安装到以下文件夹，或自己选择：$\n$INSTDIR" "Install into this folder, or choose another:$\n$INSTDIR"
${Text} InstallNow "立即安装" "Install now"
${Text} InstallCustom "自定义安装…" "Custom installation…"
${Text} UpgradeText "已安装版本 $InstalledVersion，可以升级到版本 ${VERSION}。您的数据保持不变。" \
  "Version $InstalledVersion is installed and can be upgraded to ${VERSION}. Your data stays as it is."
${Text} UpgradeNow "升级" "Upgrade"
${Text} RepairText "版本 ${VERSION} 已安装。快速修复会恢复缺失或损坏的程序文件和快捷方式，您的数据保持不变。" \
  "Version ${VERSION} is installed. Repairing restores program files and shortcuts that are missing or damaged; your \
  data stays as it is."
${Text} RepairNow "快速修复" "Repair"
${Text} UninstallNow "快速卸载…" "Uninstall…"
${Text} NewerText "已安装更新的版本 $InstalledVersion，不能用本安装程序（版本 ${VERSION}）修复。$\n需要修复时，请取得该版本或更新版本的安装程序，运行后选择“快速修复”。" \
  "Version $InstalledVersion is installed, which is newer than this setup (${VERSION}): it cannot be repaired with it.$\n\
  To repair it, run the setup of version $InstalledVersion or later."
${Text} NewerClose "关闭" "Close"

; Custom installation
${Text} CustomTitle "自定义安装" "Custom installation"
${Text} CustomText "安装位置和快捷方式" "Where to, and which shortcuts"
${Text} CustomFolder "安装到文件夹（如果其中已有其他文件，将使用子文件夹 Shebao）：" \
  "Install into this folder (if it holds other files, into a folder Shebao inside it):"
${Text} CustomBrowse "浏览…" "Browse…"
${Text} CustomDesktop "在桌面创建快捷方式" "Shortcut on the desktop"
${Text} CustomMenu "添加到开始菜单" "Entries in the start menu"

; Last page
${Text} DoneTitle "已完成" "Done"
${Text} DoneInstalled "版本 ${VERSION} 已安装。" "Version ${VERSION} is installed."
${Text} DoneRepaired "修复完成，恢复了 $Count 个文件。" "Repaired. Files restored: $Count."
${Text} DoneRun "立即启动" "Start it now"
${Text} DoneClose "完成" "Finish"

; Uninstaller
${Text} RemoveTitle "卸载${PRODUCT}" "Uninstall ${PRODUCT}"
${Text} RemoveText "程序将从以下文件夹中删除：$\n$INSTDIR" "The program is removed from:$\n$INSTDIR"
${Text} RemoveTick "同时删除我在本机的数据（职工、申报草稿和记录、保存的密码）" \
  "Also delete my data on this computer (staff, drafts, records, saved passwords)"
${Text} RemoveHint "不勾选时数据保留，重新安装后可以继续使用。删除后无法恢复。" \
  "Unless ticked, the data stays and is there again after another installation. Deleted data cannot be restored."
${Text} RemoveStranger "卸载正以另一个用户（管理员）的身份运行，无法删除当前登录用户的数据，这些数据会保留。需要删除时，请该用户在卸载后自行删除文件夹 %LOCALAPPDATA%\Shebao。" \
  "This runs as another user (an administrator) than the one who is logged on, whose data it cannot delete: they stay. \
  That user can delete the folder %LOCALAPPDATA%\Shebao after the removal."

; Problems
${Text} AskToClose "${PRODUCT}正在运行。$\n$\n点击“确定”请它关闭并继续；如有未保存的内容，请先保存。" \
  "${PRODUCT} is running.$\n$\nOK asks it to close and goes on. Save your work first."
${Text} StillRunning "程序仍在运行，未作任何更改。请关闭程序后重试。" \
  "The program is still running; nothing was changed. Close it and try again."
${Text} NewerInstalled "已安装更新的版本 $InstalledVersion，本安装程序的版本是 ${VERSION}。未作任何更改。" \
  "Version $InstalledVersion is installed, which is newer than this setup (${VERSION}). Nothing was changed."
${Text} FolderUnusable "无法安装到此文件夹：没有写入权限，路径太长，或它是存放程序数据的文件夹。$\n$INSTDIR" \
  "This folder cannot be used: it cannot be written, its path is too long, or it is where data are kept.$\n$INSTDIR"
${Text} DiskFull "磁盘空间不足，未作任何更改。" "There is not enough space on the disk; nothing was changed."
${Text} NotWritten "有文件无法写入或删除。请关闭可能占用文件的程序后重试；数据没有改变。" \
  "A file could not be written or removed. Close what may be using it and try again; your data is unchanged."
${Text} NotInstalled "程序没有安装，无法修复或卸载。" "The program is not installed: there is nothing to repair or uninstall."
${Text} InstalledElsewhere "程序已安装在其他文件夹：$\n$Installed" "The program is installed in another folder:$\n$Installed"
${Text} NeedsAdministrator "程序是为所有用户安装的，需要管理员权限。" \
  "The program is installed for all users; this needs an administrator."
