#!/bin/sh
# Opens the form in the browser: of the folder that is named, else of the workspace beside this file, else of the example.
here=$(dirname -- "$(readlink -f -- "$0")")
if [ $# -gt 0 ]; then
    workspace=$1
elif [ -d "$here/年报/content" ]; then
    workspace=$here/年报
else
    workspace=$here/示例
fi
echo "正在打开“$workspace”。用完以后，按 Ctrl+C，或者关掉这个窗口。"
"$here/nianbao" -C "$workspace" serve --open
