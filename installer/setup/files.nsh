; Files: compared, replaced, and removed by record.
;
; A version's folder holds files.txt, one line per file: `<sha256> <size> <path>`, the path ASCII, relative, with `/`.
; What it does not name is not ours.

Var File    ; a recorded path, with backslashes
Var Folder  ; of the version at hand
Var Keep    ; the version that stays

!macro FileFunctions un
  ; Calls the function at address $0 for each line of $Folder\files.txt, with $File set. Keeps $R7-$R9 for itself.
  Function ${un}EachRecorded
    StrCpy $R8 $0
    ClearErrors
    FileOpen $R9 "$Folder\files.txt" r
    ${IfNot} ${Errors}
      ${Do}
        ClearErrors
        FileRead $R9 $R7
        ${If} ${Errors}
          ${Break}
        ${EndIf}
        Call ${un}ReadRecord
        ${If} $File != ""
          Call $R8
        ${EndIf}
      ${Loop}
      FileClose $R9
    ${EndIf}
  FunctionEnd

  ; $File: the path in line $R7; empty if it is no record, or one that leads out of the folder.
  Function ${un}ReadRecord
    ${WordReplace} $R7 "$\n" "" "+" $R7
    ${WordReplace} $R7 "$\r" "" "+" $R7
    StrCpy $File $R7 "" 65 ; behind the hash
    ${Do}
      StrCpy $0 $File 1
      StrCpy $File $File "" 1
      ${If} $0 == " "
      ${OrIf} $0 == ""
        ${Break}
      ${EndIf}
    ${Loop}
    ${WordReplace} $File "/" "\" "+" $File
    ${WordReplace} $File ":" "" "+" $0
    ${WordReplace} "\$File\" "\..\" "" "+" $1
    StrCpy $2 $File 1
    ${If} $0 != $File
    ${OrIf} $1 != "\$File\"
    ${OrIf} $2 == "\"
      StrCpy $File ""
    ${EndIf}
  FunctionEnd

  ; Removes every version but the one named $Keep, as far as they are recorded.
  Function ${un}RemoveVersions
    FindFirst $R4 $R5 "$INSTDIR\versions\*"
    ${DoWhile} $R5 != ""
      ${If} $R5 != .
      ${AndIf} $R5 != ..
      ${AndIf} $R5 != $Keep
        StrCpy $Folder "$INSTDIR\versions\$R5"
        Call ${un}RemoveVersion
      ${EndIf}
      FindNext $R4 $R5
    ${Loop}
    FindClose $R4
  FunctionEnd

  ; Removes version $Folder as far as it is recorded. Counts in $Count what cannot be removed; then the record
  ; stays too.
  Function ${un}RemoveVersion
    Push $Count
    GetFunctionAddress $0 ${un}RemoveRecorded
    Call ${un}EachRecorded
    GetFunctionAddress $0 ${un}RemoveParents
    Call ${un}EachRecorded
    Pop $0
    ${If} $Count = $0
      Delete "$Folder\files.txt"
    ${EndIf}
    RMDir $Folder
  FunctionEnd

  Function ${un}RemoveRecorded
    StrCpy $0 "$Folder\$File"
    Call ${un}RemoveFile
  FunctionEnd

  ; Deletes file $0. A scanner may hold it for a moment; who is still there after a second counts in $Count.
  Function ${un}RemoveFile
    SetFileAttributes $0 NORMAL
    ${For} $1 1 5
      Delete $0
      ${IfNot} ${FileExists} $0
        Return
      ${EndIf}
      Sleep 200
    ${Next}
    IntOp $Count $Count + 1
  FunctionEnd

  Function ${un}RemoveParents
    StrCpy $0 $File
    ${Do}
      ${GetParent} $0 $0
      ${If} $0 == ""
        ${Break}
      ${EndIf}
      RMDir "$Folder\$0"
    ${Loop}
  FunctionEnd
!macroend
!insertmacro FileFunctions ""
!insertmacro FileFunctions "un."

; $2: 1 if files $0 and $1 have the same content.
Function SameContent
  StrCpy $2 0
  ClearErrors
  FileOpen $R0 $0 r
  FileOpen $R1 $1 r
  ${IfNot} ${Errors}
    System::Alloc 1048576
    Pop $R2
    System::Alloc 1048576
    Pop $R3
    ${Do}
      System::Call 'kernel32::ReadFile(p R0, p R2, i 1048576, *i .R4, p 0)'
      System::Call 'kernel32::ReadFile(p R1, p R3, i 1048576, *i .R5, p 0)'
      System::Call 'ntdll::RtlCompareMemory(p R2, p R3, p R4) p.R6'
      ${If} $R4 <> $R5
      ${OrIf} $R4 <> $R6
        ${Break}
      ${EndIf}
      ${If} $R4 = 0
        StrCpy $2 1
        ${Break}
      ${EndIf}
    ${Loop}
    System::Free $R2
    System::Free $R3
  ${EndIf}
  FileClose $R0
  FileClose $R1
FunctionEnd

; Renames $0 to $1, replacing a file that is there, as one step that survives a loss of power. Error flag if not.
Function Move
  SetFileAttributes $1 NORMAL
  ${For} $2 1 10
    ClearErrors
    System::Call 'kernel32::MoveFileExW(w r0, w r1, i 9) i.r3' ; 9: replace existing, write through
    ${If} $3 <> 0
      Return
    ${EndIf}
    Sleep 200 ; a scanner may be reading it
  ${Next}
  SetErrors
FunctionEnd

; Makes $1 what $0 is, which is gone afterwards. An equal file is left as it is; the others count in $Count.
Function PutFile
  Call SameContent
  ${If} $2 = 1
    Delete $0
    Return
  ${EndIf}
  Push $0
  ${GetParent} $1 $0
  CreateDirectory $0
  Pop $0
  Call Move
  ${If} ${Errors}
    StrCpy $Problem ${NOT_WRITTEN}
    Call Fail
  ${EndIf}
  IntOp $Count $Count + 1
FunctionEnd
