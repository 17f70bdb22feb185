; Shortcuts carry the product's names, which are Chinese in every language of setup.

!define DESKTOP_LINK "$DESKTOP\${PRODUCT}.lnk"
!define MENU_FOLDER "$SMPROGRAMS\${PRODUCT}"

Var OnDesktop   ; 1 or 0
Var InStartMenu

; As chosen before, or by /NODESKTOP and /NOSTARTMENU; else both.
Function DecideShortcuts
  ClearErrors
  ReadRegDWORD $OnDesktop SHCTX "${UNINSTALL_KEY}" DesktopShortcut
  ReadRegDWORD $InStartMenu SHCTX "${UNINSTALL_KEY}" StartMenuShortcuts
  ${If} ${Errors}
    StrCpy $OnDesktop 1
    StrCpy $InStartMenu 1
  ${EndIf}
  StrCpy $0 "/NODESKTOP"
  Call HasSwitch
  ${If} $0 = 1
    StrCpy $OnDesktop 0
  ${EndIf}
  StrCpy $0 "/NOSTARTMENU"
  Call HasSwitch
  ${If} $0 = 1
    StrCpy $InStartMenu 0
  ${EndIf}
FunctionEnd

Function WriteShortcuts
  SetOutPath $INSTDIR ; the folder they start in
  ${If} $OnDesktop = 1
    CreateShortcut "${DESKTOP_LINK}" "$INSTDIR\shebao.exe"
  ${EndIf}
  ${If} $InStartMenu = 1
    CreateDirectory "${MENU_FOLDER}"
    CreateShortcut "${MENU_FOLDER}\${PRODUCT}.lnk" "$INSTDIR\shebao.exe"
    CreateShortcut "${MENU_FOLDER}\演示模式.lnk" "$INSTDIR\shebao.exe" "--practice"
    CreateShortcut "${MENU_FOLDER}\卸载.lnk" "$INSTDIR\uninstall.exe"
  ${EndIf}
FunctionEnd

Function un.RemoveShortcuts
  Delete "${DESKTOP_LINK}"
  Delete "${MENU_FOLDER}\${PRODUCT}.lnk"
  Delete "${MENU_FOLDER}\演示模式.lnk"
  Delete "${MENU_FOLDER}\卸载.lnk"
  RMDir "${MENU_FOLDER}"
FunctionEnd
