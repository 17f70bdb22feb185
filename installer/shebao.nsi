; The setup program. Compiled by installer/package, which defines VERSION, STAGE (a folder with shebao.exe and
; versions/VERSION/, files.txt included), OUT, ICON, SIZE_KB (unpacked) and LONGEST (its longest relative path).
; docs/installer.md says what it does; setup/*.nsh are its parts.
Unicode true
Target amd64-unicode
!ifdef FAST
  SetCompress off
!else
  SetCompressor /SOLID lzma
!endif

!define PRODUCT "单位社保费管理客户端"
!define PUBLISHER "Shebao"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Shebao"
!define SETUP_NAME "shebao-setup.exe" ; as a copy of it is called in the install folder

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include setup/codes.nsh
!include setup/failing.nsh
!include setup/files.nsh
!include setup/running.nsh
!include setup/scope.nsh
!include setup/shortcuts.nsh
!include setup/registry.nsh
!include setup/folder.nsh
!include setup/install.nsh
!include setup/uninstall.nsh
!include setup/pages.nsh
!include setup/strings.nsh

Name "${PRODUCT}"
Caption "${PRODUCT} ${VERSION}"
SetFont /LANG=${LANG_SIMPCHINESE} "Microsoft YaHei UI" 9 ; the default, 宋体, is the look of 1998
BrandingText "${PRODUCT} ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user ; elevated only where the person says so
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS all
CRCCheck force
ShowInstDetails nevershow
ShowUninstDetails nevershow
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
  !finalize '${SIGN} "%1"'
!endif

VIProductVersion "${VERSION}.0"
!macro VersionText language
  VIAddVersionKey /LANG=${language} ProductName "${PRODUCT}"
  VIAddVersionKey /LANG=${language} ProductVersion "${VERSION}"
  VIAddVersionKey /LANG=${language} FileDescription "${PRODUCT}"
  VIAddVersionKey /LANG=${language} FileVersion "${VERSION}"
  VIAddVersionKey /LANG=${language} CompanyName "${PUBLISHER}"
  VIAddVersionKey /LANG=${language} LegalCopyright "Apache-2.0"
!macroend
!insertmacro VersionText ${LANG_SIMPCHINESE}
!insertmacro VersionText ${LANG_ENGLISH}

Function .onInit
  !insertmacro ChooseLanguage
  Call DecideScope
  Call DecideFolder
  Call DecideTask
  ${If} $Task == uninstall
    Call UninstallNow
  ${EndIf}
FunctionEnd

Section
  SetDetailsPrint none ; names of files tell nobody anything
  SetAutoClose true    ; the last page follows by itself
  Call CheckFolder
  ${If} $Problem = 0
    Call CloseProgram
  ${EndIf}
  ${If} $Problem <> 0
    Call Fail
  ${EndIf}
  Call Unpack
  Call PutInPlace
  Call WriteShortcuts
  Call WriteRegistry
  StrCpy $Keep ${VERSION}
  Call RemoveVersions
  Call Succeed
SectionEnd

Function .onInstFailed
  Call RemoveUnpacked
FunctionEnd

Function un.onInit
  !insertmacro ChooseLanguage
  Call un.DecideScope
  Call un.DecideData
FunctionEnd

Section un.Uninstall
  SetDetailsPrint none
  Call un.CloseProgram
  ${If} $Problem <> 0
    Call un.Fail
  ${EndIf}
  Call un.RemoveProgram
  ${If} $RemoveData == 1
    Call un.RemoveData
  ${EndIf}
  Call un.Succeed
SectionEnd
