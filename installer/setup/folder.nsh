; Where to, and what is there already.

Var Installed        ; the folder of an installation that is there, or empty
Var InstalledVersion ; its current version, or empty
Var Task             ; install, upgrade, repair, newer (only to be removed) or uninstall

; $INSTDIR and $Installed, from the registry and /D=.
Function DecideFolder
  ReadRegStr $Installed SHCTX "${UNINSTALL_KEY}" InstallLocation
  ${IfNot} ${FileExists} "$Installed\*"
    StrCpy $Installed ""
  ${EndIf}
  ${If} $INSTDIR == "" ; NSIS reads /D= itself, but not "/D=C:\two words", as shells quote it
    ${GetParameters} $0
    ClearErrors
    ${WordFind2X} $0 '"/D=' '"' "E+1" $1
    ${IfNot} ${Errors}
      StrCpy $INSTDIR $1
    ${EndIf}
  ${EndIf}
  Call OwnFolder
  ${If} $Installed == ""
    Call DefaultFolder
    ${If} ${FileExists} "$INSTDIR\versions.state"
      StrCpy $Installed $INSTDIR
    ${EndIf}
  ${ElseIf} $INSTDIR == ""
  ${OrIf} $INSTDIR == $Installed
    StrCpy $INSTDIR $Installed
  ${Else}
    StrCpy $Problem ${INSTALLED_ELSEWHERE}
    Call Fail
  ${EndIf}
FunctionEnd

Function DefaultFolder
  ${If} $INSTDIR != ""
    Return
  ${EndIf}
  StrCpy $INSTDIR "$PROGRAMFILES64\Shebao"
  ${If} $Scope == user
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Shebao"
  ${EndIf}
FunctionEnd

; Makes $INSTDIR absolute. A folder in which others have files is not ours: there it is a folder of our own inside.
Function OwnFolder
  ${If} $INSTDIR == ""
    Return
  ${EndIf}
  System::Call 'kernel32::GetFullPathNameW(w "$INSTDIR", i ${NSIS_MAX_STRLEN}, w .r0, p 0)'
  ${GetFileName} $0 $1
  StrLen $2 $0
  ${If} $2 > 3
  ${AndIf} $1 == ""
    StrCpy $0 $0 -1 ; a backslash at the end, unless it is a drive
  ${EndIf}
  StrCpy $INSTDIR $0
  ${If} $1 == Shebao
  ${OrIf} ${FileExists} "$INSTDIR\versions.state"
    Return
  ${EndIf}
  ${DirState} $INSTDIR $1
  ${If} $1 = 1
  ${OrIf} $2 <= 3
    ${If} $2 <= 3
      StrCpy $INSTDIR $INSTDIR 2
    ${EndIf}
    StrCpy $INSTDIR "$INSTDIR\Shebao"
  ${EndIf}
FunctionEnd

; $InstalledVersion: as versions.state says, for the program upgrades itself; else as the registry says.
Function ReadInstalledVersion
  StrCpy $InstalledVersion ""
  ClearErrors
  FileOpen $0 "$Installed\versions.state" r
  ${IfNot} ${Errors}
    ${Do}
      FileRead $0 $1
      StrCpy $2 $1 8
      ${If} $2 == "current="
        StrCpy $InstalledVersion $1 "" 8
        ${WordReplace} $InstalledVersion "$\n" "" "+" $InstalledVersion
        ${WordReplace} $InstalledVersion "$\r" "" "+" $InstalledVersion
      ${EndIf}
    ${LoopUntil} ${Errors}
    FileClose $0
  ${EndIf}
  ${If} $InstalledVersion == ""
    ReadRegStr $InstalledVersion SHCTX "${UNINSTALL_KEY}" DisplayVersion
  ${EndIf}
FunctionEnd

Function DecideTask
  Call DecideShortcuts
  StrCpy $0 "/REPAIR"
  Call HasSwitch
  StrCpy $3 $0
  StrCpy $0 "/UNINSTALL"
  Call HasSwitch
  ${If} $Installed == ""
    StrCpy $Task install
    ${If} $0 = 1
    ${OrIf} $3 = 1
      StrCpy $Problem ${NOT_INSTALLED}
      Call Fail
    ${EndIf}
  ${ElseIf} $0 = 1
    StrCpy $Task uninstall
  ${Else}
    Call CompareVersions
  ${EndIf}
FunctionEnd

Function CompareVersions
  Call ReadInstalledVersion
  ${VersionCompare} "$InstalledVersion" "${VERSION}" $0
  ${If} $InstalledVersion == ""
  ${OrIf} $0 = 0
    StrCpy $Task repair
  ${ElseIf} $0 = 2
    StrCpy $Task upgrade
  ${ElseIf} ${Silent}
    StrCpy $Problem ${NEWER_INSTALLED}
    Call Fail
  ${Else}
    StrCpy $Task newer ; the copy of setup that is kept meets this after each upgrade of the program by itself
  ${EndIf}
FunctionEnd

; $Problem: 0 if $INSTDIR can be installed into. Leaves nothing behind.
Function CheckFolder
  StrCpy $Problem 0
  StrLen $0 "$INSTDIR\versions\${VERSION}.new\"
  IntOp $0 $0 + ${LONGEST}
  ${If} $0 > 255
    StrCpy $Problem ${FOLDER_UNUSABLE}
    Return
  ${EndIf}
  Call DataFolder
  StrLen $1 "$0\"
  StrCpy $1 "$INSTDIR\" $1
  ${If} $1 == "$0\"
  ${AndIf} $Task == install
    StrCpy $Problem ${FOLDER_UNUSABLE} ; removing the data would remove the program, and the other way round
    Return
  ${EndIf}
  ClearErrors
  CreateDirectory $INSTDIR
  FileOpen $0 "$INSTDIR\versions.state.new" w
  ${If} ${Errors}
    StrCpy $Problem ${FOLDER_UNUSABLE}
  ${Else}
    FileClose $0
    Delete "$INSTDIR\versions.state.new"
    Call CheckSpace
  ${EndIf}
  RMDir $INSTDIR
FunctionEnd

; Twice: the new files stand beside the old ones before they take their place.
Function CheckSpace
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$INSTDIR", *l .r0, p 0, p 0) i.r1'
  System::Int64Op $0 / 1024
  Pop $0
  IntOp $2 ${SIZE_KB} + 8192
  System::Int64Op $0 < $2
  Pop $0
  ${If} $1 <> 0
  ${AndIf} $0 = 1
    StrCpy $Problem ${DISK_FULL}
  ${EndIf}
FunctionEnd
