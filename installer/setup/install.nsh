; Installing, upgrading and repairing are one thing: unpack beside, put in place what differs, switch.

!define NEW "$INSTDIR\versions\${VERSION}.new"

; A failed write ends the section here, with this code and nothing changed (.onInstFailed removes it).
Function Unpack
  SetErrorLevel ${NOT_WRITTEN}
  SetOverwrite on
  SetOutPath "${NEW}"
  File "${STAGE}/versions/${VERSION}/files.txt" ; first: it is what a leftover is removed by
  File /r "${STAGE}/versions/${VERSION}/*"
  SetOutPath $INSTDIR
  File "/oname=shebao.exe.new" "${STAGE}/shebao.exe"
  WriteUninstaller "$INSTDIR\uninstall.exe.new"
  ${If} $EXEPATH != "$INSTDIR\${SETUP_NAME}"
    CopyFiles /SILENT $EXEPATH "$INSTDIR\${SETUP_NAME}.new"
  ${EndIf}
FunctionEnd

Function RemoveUnpacked
  SetOutPath $TEMP ; a folder that somebody stands in cannot be removed
  StrCpy $Folder "${NEW}"
  Call RemoveVersion
  Delete "$INSTDIR\shebao.exe.new"
  Delete "$INSTDIR\uninstall.exe.new"
  Delete "$INSTDIR\${SETUP_NAME}.new"
  RMDir "$INSTDIR\versions"
  RMDir $INSTDIR
FunctionEnd

Function PutInPlace
  StrCpy $Count 0
  Call PutVersion
  StrCpy $File shebao.exe
  Call PutRootFile
  StrCpy $File uninstall.exe
  Call PutRootFile
  StrCpy $File ${SETUP_NAME}
  Call PutRootFile
  Call WriteState
FunctionEnd

; A version that is not there yet appears with one rename. A repair counts what it restores.
Function PutVersion
  StrCpy $Folder "${NEW}"
  ${If} $Task != repair
  ${AndIfNot} ${FileExists} "$INSTDIR\versions\${VERSION}\*"
    StrCpy $0 "${NEW}"
    StrCpy $1 "$INSTDIR\versions\${VERSION}"
    Call Move
    ${IfNot} ${Errors}
      Return
    ${EndIf}
  ${EndIf}
  GetFunctionAddress $0 PutRecorded
  Call EachRecorded
  GetFunctionAddress $0 RemoveParents
  Call EachRecorded
  StrCpy $0 "${NEW}\files.txt"
  StrCpy $1 "$INSTDIR\versions\${VERSION}\files.txt"
  Call PutFile
  RMDir "${NEW}"
FunctionEnd

Function PutRecorded
  StrCpy $0 "${NEW}\$File"
  StrCpy $1 "$INSTDIR\versions\${VERSION}\$File"
  Call PutFile
FunctionEnd

Function PutRootFile
  StrCpy $0 "$INSTDIR\$File.new"
  StrCpy $1 "$INSTDIR\$File"
  ${If} ${FileExists} $0
    Call PutFile
  ${EndIf}
FunctionEnd

; The switch: from here on the launcher starts this version.
Function WriteState
  FileOpen $0 "$INSTDIR\versions.state.new" w
  FileWrite $0 "current=${VERSION}$\nprevious=$\nstate=good$\n"
  FileClose $0
  StrCpy $0 "$INSTDIR\versions.state.new"
  StrCpy $1 "$INSTDIR\versions.state"
  Call Move
  ${If} ${Errors}
    StrCpy $Problem ${NOT_WRITTEN}
    Call Fail
  ${EndIf}
FunctionEnd

Function Succeed
  SetErrorLevel ${OK}
  StrCpy $0 "installed version=${VERSION}"
  ${If} $Task == repair
    StrCpy $0 "repaired version=${VERSION} restored=$Count"
  ${EndIf}
  Call Say
FunctionEnd
