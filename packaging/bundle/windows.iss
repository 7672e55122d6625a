; The installer of Windows, made by Inno Setup 6 of dist\cnnviz:
;   iscc packaging\bundle\windows.iss
; It asks for no rights: by default the program goes into the user's own folder.

#define Version GetFileVersion("..\..\dist\cnnviz\cnnviz.exe")
#if Version == ""
  #define Version "0.1.0"
#endif

[Setup]
AppId={{4B3C0A57-6C0B-4E37-9C6B-0A3C2D2C6E51}
AppName=cnnviz
AppVersion={#Version}
AppPublisher=The cnnviz founders
DefaultDirName={autopf}\cnnviz
DefaultGroupName=cnnviz
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile=..\..\LICENSE
Compression=lzma2/ultra64
SolidCompression=yes
OutputDir=..\..\dist
OutputBaseFilename=cnnviz-{#Version}-windows-x64
UninstallDisplayIcon={app}\cnnviz-gui.exe

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "pt_BR"; MessagesFile: "compiler:Languages\BrazilianPortuguese.isl"

[CustomMessages]
en.OpenWith=cnnviz experiment
pt_BR.OpenWith=Experimento do cnnviz

[Files]
Source: "..\..\dist\cnnviz\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\cnnviz"; Filename: "{app}\cnnviz-gui.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.cnnlab"; ValueType: string; ValueData: "cnnviz.experiment"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\cnnviz.experiment"; ValueType: string; ValueData: "{cm:OpenWith}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\cnnviz.experiment\shell\open\command"; ValueType: string; ValueData: """{app}\cnnviz-gui.exe"" ""%1"""

[Run]
Filename: "{app}\cnnviz-gui.exe"; Description: "{cm:LaunchProgram,cnnviz}"; Flags: nowait postinstall skipifsilent
