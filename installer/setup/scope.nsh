; For whom: the person at the machine (no rights needed), or all users when run elevated. /CURRENTUSER and /ALLUSERS
; decide it; else an installation that is there does.

Var Scope ; user or all

; The interface is Chinese unless Windows speaks English; /LANG=zh and /LANG=en decide it.
!macro ChooseLanguage
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/LANG=" $1
  ${If} $1 == zh
    StrCpy $LANGUAGE ${LANG_SIMPCHINESE}
  ${ElseIf} $1 == en
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
!macroend

!macro ScopeFunctions un
  ; $0: 1 if switch $0 was given.
  Function ${un}HasSwitch
    Push $1
    ${GetParameters} $1
    ClearErrors
    ${GetOptions} "$1 " "$0 " $1
    StrCpy $0 1
    ${If} ${Errors}
      StrCpy $0 0
    ${EndIf}
    Pop $1
  FunctionEnd

  Function ${un}ApplyScope
    UserInfo::GetAccountType
    Pop $0
    ${If} $Scope == all
      SetShellVarContext all
      ${If} $0 != Admin
        Call ${un}Elevate
      ${EndIf}
    ${Else}
      SetShellVarContext current
    ${EndIf}
  FunctionEnd

  ; $0: where the program keeps the data of whoever runs this.
  Function ${un}DataFolder
    SetShellVarContext current
    StrCpy $0 "$LOCALAPPDATA\Shebao"
    ${If} $Scope == all
      SetShellVarContext all
    ${EndIf}
  FunctionEnd

  ; Starts this program again as an administrator, and ends.
  Function ${un}Elevate
    StrCpy $Problem ${NEEDS_ADMINISTRATOR}
    ${IfNot} ${Silent}
      ${GetParameters} $0
      ClearErrors
      ExecShell runas $EXEPATH "$0 /ALLUSERS"
      ${IfNot} ${Errors}
        Quit
      ${EndIf}
    ${EndIf}
    Call ${un}Fail
  FunctionEnd
!macroend
!insertmacro ScopeFunctions ""
!insertmacro ScopeFunctions "un."

Function DecideScope
  StrCpy $0 "/CURRENTUSER"
  Call HasSwitch
  StrCpy $1 $0
  StrCpy $0 "/ALLUSERS"
  Call HasSwitch
  ${If} $1 = 1
    StrCpy $Scope user
  ${ElseIf} $0 = 1
    StrCpy $Scope all
  ${Else}
    Call ScopeOfInstalled
  ${EndIf}
  Call ApplyScope
FunctionEnd

Function ScopeOfInstalled
  ReadRegStr $1 HKCU "${UNINSTALL_KEY}" InstallLocation
  ReadRegStr $2 HKLM "${UNINSTALL_KEY}" InstallLocation
  UserInfo::GetAccountType
  Pop $0
  StrCpy $Scope user
  ${If} $2 != ""
  ${AndIf} $1 == ""
    StrCpy $Scope all
  ${ElseIf} $0 == Admin
  ${AndIf} $1 == ""
    StrCpy $Scope all
  ${EndIf}
FunctionEnd

; The uninstaller asks which installation it stands in.
Function un.DecideScope
  StrCpy $Scope user
  ReadRegStr $0 HKLM "${UNINSTALL_KEY}" InstallLocation
  ${If} $0 == $INSTDIR
    StrCpy $Scope all
  ${EndIf}
  Call un.ApplyScope
FunctionEnd
