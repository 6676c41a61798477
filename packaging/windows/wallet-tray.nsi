; The installer for Windows: for the user who runs it, without administrator rights.
;   makensis /DVERSION=0.9.0 /DBUNDLE=folder /DTARGET=file.exe wallet-tray.nsi
; Silent: /S; /AUTOSTART=1 starts it at login, /D=folder (last) chooses the folder.
; The uninstaller asks about settings, history and key; silent, it keeps them unless /ERASE is given.

Unicode true
Target amd64-unicode
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"

!define NAME "Wallet Tray"
!define ID "io.github.wallet_tray.WalletTray"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"

Name "${NAME}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\Wallet Tray"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME}"
VIAddVersionKey "LegalCopyright" "The wallet-tray authors"

!define MUI_FINISHPAGE_RUN "$INSTDIR\wallet-tray-gui.exe"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Italian"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "SimpChinese"

; A program that runs holds its files open. It is asked first; the forced end loses nothing, as it
; writes whole files and its history is a database.
!macro EndRunning
  nsExec::Exec '"$SYSDIR\taskkill.exe" /IM wallet-tray-gui.exe'
  Pop $0
  ${If} $0 == 0
    Sleep 1500
    nsExec::Exec '"$SYSDIR\taskkill.exe" /F /IM wallet-tray-gui.exe'
    Pop $0
    Sleep 500
  ${EndIf}
  ; A command that goes on, such as "balance --watch" for a bar, has no window that could be asked.
  nsExec::Exec '"$SYSDIR\taskkill.exe" /F /IM wallet-tray.exe'
  Pop $0
  ${If} $0 == 0
    Sleep 500
  ${EndIf}
!macroend

; Not $SMPROGRAMS\<folder>: one shortcut. With the id, Windows shows our name on notifications.
!macro ShortcutId path
  System::Call 'ole32::CoInitialize(p 0)'
  System::Call 'ole32::CoCreateInstance(g "{00021401-0000-0000-C000-000000000046}", p 0, i 1, g "{000214F9-0000-0000-C000-000000000046}", *p .r1) i.r0'
  ${If} $0 == 0
    System::Call '$1->0(g "{0000010b-0000-0000-C000-000000000046}", *p .r2)'
    System::Call '$2->5(w "${path}", i 2)'
    System::Call '$1->0(g "{886d8eeb-8cf2-4446-8d02-cdba1dbdcf99}", *p .r3)'
    ; PKEY_AppUserModel_ID
    System::Call '*(&g16 "{9F4C2855-9F79-4B39-A8D0-E1D42DE1D5F3}", i 5) p .r4'
    System::Call '*(&i2 31, &i2 0, i 0, w "${ID}", p 0) p .r5'
    System::Call '$3->6(p r4, p r5)'
    System::Call '$3->7()'
    System::Call '$2->6(p 0, i 1)'
    System::Free $4
    System::Free $5
    System::Call '$3->2()'
    System::Call '$2->2()'
    System::Call '$1->2()'
  ${EndIf}
  System::Call 'ole32::CoUninitialize()'
!macroend

Section "${NAME}" SectionProgram
  SectionIn RO
  !insertmacro EndRunning
  ; What a former version had, and this one has no more, must not stay.
  RMDir /r "$INSTDIR\parts"
  RMDir /r "$INSTDIR\licences"
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}/*"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\wallet-tray-gui.exe"
  !insertmacro ShortcutId "$SMPROGRAMS\${NAME}.lnk"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\wallet-tray-gui.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The wallet-tray authors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Section /o "Start at login" SectionAutostart
  WriteRegStr HKCU "${RUN}" "Wallet Tray" '"$INSTDIR\wallet-tray-gui.exe"'
SectionEnd

Function .onInit
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/AUTOSTART=" $1
  ${If} $1 == "1"
    SectionSetFlags ${SectionAutostart} ${SF_SELECTED}
  ${EndIf}
FunctionEnd

Section "Uninstall"
  !insertmacro EndRunning
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/ERASE" $1
  ${IfNot} ${Errors}
    StrCpy $2 "erase"
  ${Else}
    StrCpy $2 ""
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Remove your API key, the recorded balances and the settings as well?" /SD IDNO IDNO keep
    StrCpy $2 "erase"
    keep:
  ${EndIf}
  ${If} $2 == "erase"
    nsExec::Exec '"$INSTDIR\wallet-tray.exe" erase --yes'
    Pop $0
    RMDir /r "$LOCALAPPDATA\wallet-tray"
  ${EndIf}
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegValue HKCU "${RUN}" "Wallet Tray"
  DeleteRegKey HKCU "${UNINSTALL}"
  RMDir /r "$INSTDIR\parts"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\wallet-tray.exe"
  Delete "$INSTDIR\wallet-tray-gui.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
SectionEnd
