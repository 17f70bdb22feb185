; Uninstalling: by record and by name. What is not known is somebody else's and stays, and so does its folder.

Var RemoveData
Var Stranger ; 1 if somebody else is logged on: an administrator who has lent his rights

; setup /UNINSTALL: the uninstaller, waited for. It runs from a temporary copy, so that it can remove itself. The copy of
; setup in the program folder has to go while it runs and cannot wait for that.
Function UninstallNow
  ${If} $EXEPATH == "$INSTDIR\${SETUP_NAME}"
    Call UninstallByItself
    SetErrorLevel ${OK}
    Quit
  ${EndIf}
  InitPluginsDir
  WriteUninstaller "$PLUGINSDIR\uninstall.exe"
  ${GetParameters} $0
  ExecWait '"$PLUGINSDIR\uninstall.exe" $0 _?=$INSTDIR' $1
  SetErrorLevel $1
  Quit
FunctionEnd

; From the page: the uninstaller takes over, and this program ends, which may be the copy that has to go.
Function UninstallByItself
  ${IfNot} ${FileExists} "$INSTDIR\uninstall.exe"
    WriteUninstaller "$INSTDIR\uninstall.exe"
  ${EndIf}
  ${GetParameters} $0
  Exec '"$INSTDIR\uninstall.exe" $0'
FunctionEnd

; Data are removed for the person at the machine alone; of an administrator who has only lent his rights nobody spoke.
Function un.DecideData
  StrCpy $Stranger 0
  System::Call 'wtsapi32::WTSQuerySessionInformationW(p 0, i -1, i 5, *p .r1, *i .r2) i.r3' ; 5: the user of this session
  ${If} $3 <> 0
    System::Call 'kernel32::lstrcpynW(w .r4, p r1, i ${NSIS_MAX_STRLEN})'
    System::Call 'wtsapi32::WTSFreeMemory(p r1)'
    System::Call 'advapi32::GetUserNameW(w .r5, *i ${NSIS_MAX_STRLEN}) i.r3'
    ${If} $4 != ""
    ${AndIf} $5 != $4
      StrCpy $Stranger 1
    ${EndIf}
  ${EndIf}
  StrCpy $0 "/REMOVEDATA"
  Call un.HasSwitch
  StrCpy $RemoveData $0
  ${If} $Stranger = 1
    StrCpy $RemoveData 0
  ${EndIf}
FunctionEnd

; The entry in 程序和功能 goes last, so that what failed can be tried again.
Function un.RemoveProgram
  SetErrorLevel ${NOT_WRITTEN}
  StrCpy $Count 0
  StrCpy $Keep ""
  Call un.RemoveVersions
  Delete "$INSTDIR\versions\*.download" ; of an upgrade that was interrupted
  Delete "$INSTDIR\versions\upgrade.lock"
  RMDir "$INSTDIR\versions"
  Call un.RemoveRootFiles
  ${If} $Count > 0
    StrCpy $Problem ${NOT_WRITTEN}
    Call un.Fail
  ${EndIf}
  Call un.RemoveShortcuts
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
FunctionEnd

Function un.RemoveRootFiles
  StrCpy $0 "$INSTDIR\shebao.exe"
  Call un.RemoveFile
  StrCpy $0 "$INSTDIR\${SETUP_NAME}"
  Call un.RemoveFile
  StrCpy $0 "$INSTDIR\uninstall.exe"
  Call un.RemoveFile
  Delete "$INSTDIR\shebao.exe.new"
  Delete "$INSTDIR\${SETUP_NAME}.new"
  Delete "$INSTDIR\uninstall.exe.new"
  Delete "$INSTDIR\versions.lock"
  Delete "$INSTDIR\versions.state"
  Delete "$INSTDIR\versions.state.new*"
  RMDir $INSTDIR
FunctionEnd

; The data of the person who runs this; each practice world keeps the same files in a folder of its own.
Function un.RemoveData
  Call un.DataFolder
  StrCpy $2 $0
  FindFirst $3 $4 "$2\practice\*"
  ${DoUntil} $4 == ""
    StrCpy $Folder "$2\practice\$4"
    ${If} $4 != "."
    ${AndIf} $4 != ".."
    ${AndIf} ${FileExists} "$Folder\*.*"
      Call un.RemoveDataFiles
      Delete "$Folder\taxside.db"
      Delete "$Folder\taxside.db-wal"
      Delete "$Folder\taxside.db-shm"
      Delete "$Folder\taxside.db-journal"
      RMDir $Folder
    ${EndIf}
    FindNext $3 $4
  ${Loop}
  FindClose $3
  RMDir "$2\practice"
  StrCpy $Folder "$2"
  Call un.RemoveDataFiles
  RMDir $Folder
FunctionEnd

; What could not be opened any more and was moved to a side (src/app/set_aside.h).
Function un.RemoveSetAside
  FindFirst $5 $6 "$Folder\unreadable-*"
  ${DoUntil} $6 == ""
    Delete "$Folder\$6\shebao.db*"
    Delete "$Folder\$6\taxside.db*"
    Delete "$Folder\$6\store.key"
    Delete "$Folder\$6\store.key.*"
    RMDir "$Folder\$6"
    FindNext $5 $6
  ${Loop}
  FindClose $5
FunctionEnd

; The names that store, vault, log, instance lock and exports in the making use.
Function un.RemoveDataFiles
  Delete "$Folder\shebao.db"
  Delete "$Folder\shebao.db-wal"
  Delete "$Folder\shebao.db-shm"
  Delete "$Folder\shebao.db-journal"
  Delete "$Folder\shebao.db.schema-*" ; copies that an upgrade keeps
  Delete "$Folder\shebao.db.newer-*"
  Delete "$Folder\shebao.db.encrypting*" ; of a first start that was cut off
  Delete "$Folder\shebao.db.plain"
  Delete "$Folder\shebao.db.kept-*"
  Delete "$Folder\shebao.db.restoring*" ; of a restore
  Delete "$Folder\shebao.db.restore-ready"
  Delete "$Folder\shebao.db.restore-failed"
  Delete "$Folder\shebao.db.before-restore*"
  Delete "$Folder\store.key"
  Delete "$Folder\store.key.new"
  Delete "$Folder\store.key.recovery" ; the key under the backup password
  Delete "$Folder\store.key.recovery.new"
  Delete "$Folder\store.key.old" ; in whose place a recovered one is
  Delete "$Folder\vault.key"
  Delete "$Folder\vault.key.new" ; half-written by a crash
  Delete "$Folder\vault.bin"
  Delete "$Folder\vault.bin.new"
  Delete "$Folder\vault.bin.damaged-*"
  Delete "$Folder\instance.lock"
  Delete "$Folder\instance.lock.rmlock"
  Delete "$Folder\log\shebao.log"
  Delete "$Folder\log\shebao.?.log"
  RMDir "$Folder\log"
  Delete "$Folder\scratch\shebao-*"
  RMDir "$Folder\scratch"
  Call un.RemoveSetAside
FunctionEnd

Function un.Succeed
  SetErrorLevel ${OK}
  StrCpy $0 "uninstalled data=kept"
  ${If} $RemoveData == 1
    StrCpy $0 "uninstalled data=removed"
  ${EndIf}
  Call un.Say
FunctionEnd
