; How setup and uninstaller end. docs/installer.md has the same table.
!define OK 0
!define CANCELLED 1 ; NSIS' own
!define FAILED 2    ; NSIS' own
!define STILL_RUNNING 3
!define NEWER_INSTALLED 4
!define FOLDER_UNUSABLE 5
!define DISK_FULL 6
!define NOT_WRITTEN 7
!define NOT_INSTALLED 8
!define INSTALLED_ELSEWHERE 9
!define NEEDS_ADMINISTRATOR 10
