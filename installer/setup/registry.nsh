; What 程序和功能 (Programs and Features) shows. In HKCU or HKLM, as the scope says.

Function WriteRegistry
  WriteRegStr SHCTX "${UNINSTALL_KEY}" DisplayName "${PRODUCT}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" DisplayVersion "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" Publisher "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" DisplayIcon "$INSTDIR\shebao.exe"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" InstallLocation "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" UninstallString '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" ModifyPath '"$INSTDIR\${SETUP_NAME}"'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" NoRepair 1 ; "change" offers it
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" EstimatedSize ${SIZE_KB}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" DesktopShortcut $OnDesktop
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" StartMenuShortcuts $InStartMenu
FunctionEnd
