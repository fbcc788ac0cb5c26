@echo off
rem Starts Tachyscope: "tachyscope desktop [SOURCE]" opens the window, everything else works without one.
rem TACHYSCOPE_JAVA_OPTS adds options for the JVM.
setlocal
set "home=%~dp0"
set "java="
if exist "%home%jre\bin\java.exe" set "java=%home%jre\bin\java.exe"
if not defined java if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined java for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do if not defined java call :try "%%~d"
if not defined java (
    echo tachyscope: no JDK 25 found in JAVA_HOME or under "%ProgramFiles%": install one or set JAVA_HOME 1>&2
    exit /b 1
)
for %%j in ("%home%plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%j"
for %%j in ("%home%plugins\org.eclipse.osgi_*.jar") do set "framework=%%j"
for %%j in ("%home%plugins\org.tachyscope.start_*.jar") do set "start=%%j"
set "options=-Djava.awt.headless=true --add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED %TACHYSCOPE_JAVA_OPTS%"

set "words=%*"
if /i "%~1"=="desktop" goto desktop
"%java%" %options% -cp "%start%;%framework%" org.tachyscope.start.internal.Start "%home%." "%home%configuration" %words%
exit /b %errorlevel%

:desktop
call set "words=%%words:*desktop=%%"
:again
"%java%" %options% -jar "%launcher%" -data "%LOCALAPPDATA%\Tachyscope\workspace" -nosplash -application org.tachyscope.ui.app %words%
if %errorlevel%==23 goto again
exit /b %errorlevel%

rem Takes the JDK in %1 if its release file says 25 or newer.
:try
if not exist "%~1\release" exit /b
if not exist "%~1\bin\java.exe" exit /b
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "major=%%~v"
set "major=%major:"=%"
if %major% geq 25 set "java=%~1\bin\java.exe"
exit /b
