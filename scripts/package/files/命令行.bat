@echo off
rem A window in which the commands of the manual work, in the workspace beside this file where there is one.
chcp 65001 >nul
title 年报工坊：命令行
set "PATH=%~dp0;%PATH%"
pushd "%~dp0"
if exist "年报\content" cd "年报"
echo 在这里输入手册里的命令，如 nianbao --help。用完以后，关掉这个窗口。
cmd /k
