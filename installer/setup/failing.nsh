; Ends: what the person is told, the exit code, and one ASCII line on standard output for whoever runs setup silently.

Var Problem  ; 0, or an exit code
Var Count    ; files that were restored or could not be removed

!macro FailingFunctions un
  ; $0: one line for scripts; nobody may be listening.
  Function ${un}Say
    System::Call 'kernel32::GetStdHandle(i -11) p.r1'
    ${If} $1 P<> 0
      StrLen $2 "$0$\r$\n"
      System::Call 'kernel32::WriteFile(p r1, m "$0$\r$\n", i r2, *i .r3, p 0)'
    ${EndIf}
  FunctionEnd

  ; Says $Problem and ends. In a section the page stays and says that it failed; before, the program ends.
  Function ${un}Fail
    StrCpy $0 "failed code=$Problem"
    Call ${un}Say
    Call ${un}ProblemText
    SetErrorLevel $Problem
    MessageBox MB_OK|MB_ICONSTOP $0 /SD IDOK
    Abort
  FunctionEnd

  ; $0: the text of $Problem.
  Function ${un}ProblemText
    ${Select} $Problem
    ${Case} ${STILL_RUNNING}
      StrCpy $0 $(StillRunning)
    ${Case} ${NEWER_INSTALLED}
      StrCpy $0 $(NewerInstalled)
    ${Case} ${FOLDER_UNUSABLE}
      StrCpy $0 $(FolderUnusable)
    ${Case} ${DISK_FULL}
      StrCpy $0 $(DiskFull)
    ${Case} ${NOT_WRITTEN}
      StrCpy $0 $(NotWritten)
    ${Case} ${NOT_INSTALLED}
      StrCpy $0 $(NotInstalled)
    ${Case} ${INSTALLED_ELSEWHERE}
      StrCpy $0 $(InstalledElsewhere)
    ${Case} ${NEEDS_ADMINISTRATOR}
      StrCpy $0 $(NeedsAdministrator)
    ${EndSelect}
  FunctionEnd
!macroend
!insertmacro FailingFunctions ""
!insertmacro FailingFunctions "un."
