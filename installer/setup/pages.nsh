; What the person sees: one page with two buttons, perhaps the page of a custom installation, progress, the end.

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING

Var Custom   ; 1 if the second button was pressed
Var Control1
Var Control2
Var Control3
Var BigFont

Page custom FirstPage LeaveFirstPage
Page custom CustomPage LeaveCustomPage
!define MUI_PAGE_CUSTOMFUNCTION_SHOW ShowNext
!insertmacro MUI_PAGE_INSTFILES
Page custom LastPage LeaveLastPage

UninstPage custom un.FirstPage un.LeaveFirstPage
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE SimpChinese ; the first one is what other languages get
!insertmacro MUI_LANGUAGE English

; Two buttons decide; 下一步 is not needed, but Enter still means the first.
Function FirstPage
  StrCpy $Custom 0
  ${Select} $Task
  ${Case} install
    StrCpy $1 $(InstallText)
    StrCpy $2 $(InstallNow)
    StrCpy $3 $(InstallCustom)
  ${Case} upgrade
    StrCpy $1 $(UpgradeText)
    StrCpy $2 $(UpgradeNow)
    StrCpy $3 $(UninstallNow)
  ${Case} repair
    StrCpy $1 $(RepairText)
    StrCpy $2 $(RepairNow)
    StrCpy $3 $(UninstallNow)
  ${Case} newer
    StrCpy $1 $(NewerText)
    StrCpy $2 $(NewerClose)
    StrCpy $3 $(UninstallNow)
  ${EndSelect}
  !insertmacro MUI_HEADER_TEXT "${PRODUCT}" $(FirstText)
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 8u 100% 40u $1
  Pop $0
  ${NSD_CreateButton} 20% 56u 60% 26u $2
  Pop $Control1
  CreateFont $BigFont "$(^Font)" 12 700
  SendMessage $Control1 ${WM_SETFONT} $BigFont 1
  ${NSD_OnClick} $Control1 GoOn
  ${NSD_CreateButton} 20% 92u 60% 18u $3
  Pop $Control2
  ${NSD_OnClick} $Control2 SecondButton
  GetDlgItem $0 $HWNDPARENT 1
  ShowWindow $0 ${SW_HIDE}
  ${NSD_SetFocus} $Control1
  nsDialogs::Show
FunctionEnd

Function GoOn
  SendMessage $HWNDPARENT 0x408 1 0 ; NSIS' message for "one page on"
FunctionEnd

Function SecondButton
  StrCpy $Custom 1
  Call GoOn
FunctionEnd

; A page's leave function can end the program; a button's cannot.
Function LeaveFirstPage
  ${If} $Custom = 1
  ${AndIf} $Task != install
    Call UninstallByItself
    SetErrorLevel ${OK}
    Quit
  ${EndIf}
  ${If} $Task == newer
    SetErrorLevel ${NEWER_INSTALLED}
    Quit
  ${EndIf}
FunctionEnd

Function ShowNext
  GetDlgItem $0 $HWNDPARENT 1
  ShowWindow $0 ${SW_SHOW}
FunctionEnd

Function CustomPage
  ${If} $Custom = 0
    Abort
  ${EndIf}
  Call ShowNext
  !insertmacro MUI_HEADER_TEXT $(CustomTitle) $(CustomText)
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 8u 100% 20u $(CustomFolder)
  Pop $0
  ${NSD_CreateDirRequest} 0 30u 76% 13u $INSTDIR
  Pop $Control1
  ${NSD_CreateBrowseButton} 77% 29u 22% 15u $(CustomBrowse)
  Pop $0
  ${NSD_OnClick} $0 BrowseFolder
  ${NSD_CreateCheckbox} 0 58u 100% 12u $(CustomDesktop)
  Pop $Control2
  ${NSD_SetState} $Control2 $OnDesktop
  ${NSD_CreateCheckbox} 0 76u 100% 12u $(CustomMenu)
  Pop $Control3
  ${NSD_SetState} $Control3 $InStartMenu
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^InstallBtn)"
  nsDialogs::Show
FunctionEnd

Function BrowseFolder
  ${NSD_GetText} $Control1 $0
  nsDialogs::SelectFolderDialog $(CustomTitle) $0
  Pop $0
  ${If} $0 != error
    ${NSD_SetText} $Control1 $0
  ${EndIf}
FunctionEnd

Function LeaveCustomPage
  ${NSD_GetState} $Control2 $OnDesktop
  ${NSD_GetState} $Control3 $InStartMenu
  ${NSD_GetText} $Control1 $INSTDIR
  Call OwnFolder
  Call CheckFolder
  ${If} $Problem <> 0
    Call ProblemText
    MessageBox MB_OK|MB_ICONEXCLAMATION $0
    Abort
  ${EndIf}
FunctionEnd

Function LastPage
  StrCpy $1 $(DoneInstalled)
  ${If} $Task == repair
    StrCpy $1 $(DoneRepaired)
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "${PRODUCT}" $(DoneTitle)
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 8u 100% 40u $1
  Pop $0
  ${NSD_CreateCheckbox} 0 56u 100% 12u $(DoneRun)
  Pop $Control1
  ${NSD_Check} $Control1
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(DoneClose)"
  GetDlgItem $0 $HWNDPARENT 2
  EnableWindow $0 0
  GetDlgItem $0 $HWNDPARENT 3
  EnableWindow $0 0
  nsDialogs::Show
FunctionEnd

; Explorer starts it without the rights that setup may have.
Function LeaveLastPage
  ${NSD_GetState} $Control1 $0
  ${If} $0 = 1
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\shebao.exe"'
  ${EndIf}
FunctionEnd

Function un.FirstPage
  !insertmacro MUI_HEADER_TEXT $(RemoveTitle) ""
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 8u 100% 36u $(RemoveText)
  Pop $0
  StrCpy $1 $(RemoveHint)
  ${If} $Stranger == 1
    StrCpy $1 $(RemoveStranger)
  ${EndIf}
  Call un.DataFolder
  ${NSD_CreateCheckbox} 0 52u 100% 30u "$(RemoveTick)$\n$0"
  Pop $Control1
  ${NSD_AddStyle} $Control1 ${BS_MULTILINE}
  ${NSD_SetState} $Control1 $RemoveData
  ${If} $Stranger == 1
    ShowWindow $Control1 ${SW_HIDE}
  ${EndIf}
  ${NSD_CreateLabel} 12u 86u 95% 40u $1
  Pop $0
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^UninstallBtn)"
  nsDialogs::Show
FunctionEnd

Function un.LeaveFirstPage
  ${NSD_GetState} $Control1 $RemoveData
FunctionEnd
