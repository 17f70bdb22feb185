; A program that runs is asked to close, as if its user had clicked the cross. It is never ended.

!macro RunningFunctions un
  ; $0: 1 if file $0 is a program that runs. Such a file cannot be opened for writing.
  Function ${un}IsRunning
    System::Call 'kernel32::CreateFileW(w r0, i 0x40000000, i 7, p 0, i 3, i 0, p 0) p.r1 ? e'
    Pop $2
    StrCpy $0 0
    ${If} $1 P<> -1
      System::Call 'kernel32::CloseHandle(p r1)'
    ${ElseIf} $2 = 32 ; ERROR_SHARING_VIOLATION
      StrCpy $0 1
    ${EndIf}
  FunctionEnd

  ; $0: 1 if the launcher or a client in $INSTDIR runs, whoever started it.
  Function ${un}AnyRuns
    FindFirst $3 $4 "$INSTDIR\versions\*"
    StrCpy $0 "$INSTDIR\shebao.exe"
    ${Do}
      Call ${un}IsRunning
      ${If} $0 = 1
      ${OrIf} $4 == ""
        ${Break}
      ${EndIf}
      StrCpy $0 "$INSTDIR\versions\$4\shebao-client.exe"
      FindNext $3 $4
    ${Loop}
    FindClose $3
  FunctionEnd

  ; Sends WM_CLOSE to every visible main window of a program in $INSTDIR\versions, and of the launcher, which has one
  ; only to say that it found nothing to start.
  Function ${un}AskToClose
    StrCpy $0 0
    ${Do}
      System::Call 'user32::FindWindowExW(p 0, p r0, p 0, p 0) p.r0'
      ${If} $0 P= 0
        ${Break}
      ${EndIf}
      System::Call 'user32::IsWindowVisible(p r0) i.r1'
      ${If} $1 <> 0
        Call ${un}ProgramOfWindow
        StrLen $2 "$INSTDIR\versions\"
        StrCpy $2 $1 $2
        ${If} $2 == "$INSTDIR\versions\"
        ${OrIf} $1 == "$INSTDIR\shebao.exe"
          System::Call 'user32::PostMessageW(p r0, i ${WM_CLOSE}, p 0, p 0)'
        ${EndIf}
      ${EndIf}
    ${Loop}
  FunctionEnd

  ; $1: the program file behind window $0; empty if it may not be known.
  Function ${un}ProgramOfWindow
    System::Call 'user32::GetWindowThreadProcessId(p r0, *i .r2)'
    System::Call 'kernel32::OpenProcess(i 0x1000, i 0, i r2) p.r2' ; PROCESS_QUERY_LIMITED_INFORMATION
    System::Call 'kernel32::QueryFullProcessImageNameW(p r2, i 0, w .r1, *i ${NSIS_MAX_STRLEN}) i.r3'
    System::Call 'kernel32::CloseHandle(p r2)'
    ${If} $3 = 0
      StrCpy $1 ""
    ${EndIf}
  FunctionEnd

  ; $0: 1 if it still runs after as many seconds as /WAIT says (30). Asks again every five: a program that was just
  ; starting may have shown its window since.
  Function ${un}WaitForEnd
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/WAIT=" $5
    ${If} ${Errors}
      StrCpy $5 30
    ${EndIf}
    IntOp $5 $5 * 4
    ${Do}
      Call ${un}AnyRuns
      IntOp $5 $5 - 1
      ${If} $0 = 0
      ${OrIf} $5 < 0
        Return
      ${EndIf}
      IntOp $6 $5 % 20
      ${If} $6 = 0
        Call ${un}AskToClose
      ${EndIf}
      Sleep 250
    ${Loop}
  FunctionEnd

  ; Afterwards nothing runs, or $Problem says that it does.
  Function ${un}CloseProgram
    Call ${un}AnyRuns
    ${DoWhile} $0 = 1
      MessageBox MB_OKCANCEL|MB_ICONEXCLAMATION $(AskToClose) /SD IDOK IDOK ask
        StrCpy $Problem ${STILL_RUNNING}
        Return
      ask:
      Call ${un}AskToClose
      Call ${un}WaitForEnd
      ${If} $0 = 1
      ${AndIf} ${Silent}
        StrCpy $Problem ${STILL_RUNNING}
        Return
      ${EndIf}
    ${Loop}
  FunctionEnd
!macroend
!insertmacro RunningFunctions ""
!insertmacro RunningFunctions "un."
