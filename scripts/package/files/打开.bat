@echo off
rem Opens the form in the browser: of a folder that is dropped on this file, else of the workspace beside it, else of the example.
chcp 65001 >nul
title 年报工坊
pushd "%~dp0"
set "WORKSPACE=%~1"
if not defined WORKSPACE if exist "年报\content" set "WORKSPACE=年报"
if not defined WORKSPACE set "WORKSPACE=示例"
echo 正在打开“%WORKSPACE%”。用完以后，关掉这个窗口。
nianbao.exe -C "%WORKSPACE%" serve --open
if errorlevel 1 pause
popd
