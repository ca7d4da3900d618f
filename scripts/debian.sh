# Read by scripts/setup: ways to get Debian packages, as root and without. Uses its $cache and $work.
# shellcheck shell=sh disable=SC2154

# --- as root ---------------------------------------------------------------------------------------------------

can_be_root() { [ "$(id -u)" -eq 0 ] || sudo -n env apt-get --version >/dev/null 2>&1; }

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

install_packages() {
    quietly as_root apt-get -qq -o APT::Update::Error-Mode=any update || : # one broken source need not stop us
    quietly as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -y --no-install-recommends -o DPkg::Lock::Timeout=300 install "$@" ||
        die "安装失败。请管理员运行：apt-get install $*"
}

# --- without root ------------------------------------------------------------------------------------------------

# apt with folders of its own: needs no root, and has fresh lists where nobody ever ran `apt-get update`.
# The list of what is installed stays the system's, so only what is missing is fetched.
# With $foreign, packages of that architecture can be had, too.
private_apt() {
    set -- ${foreign:+-o APT::Architectures::="$(dpkg --print-architecture)" -o APT::Architectures::="$foreign"} "$@"
    apt-get -qq -o Dir::State="$work/apt/state" -o Dir::State::lists="$work/apt/lists" -o Dir::Cache="$work/apt/cache" \
        -o Debug::NoLocking=1 -o APT::Sandbox::User=root -o Acquire::Languages=none "$@"
}

fetch_lists() {
    [ ! -d "$work/apt" ] || return 0
    command -v apt-get >/dev/null || die '这台机器没有 apt-get，请按 README 自行准备。'
    mkdir -p "$work/apt/state" "$work/apt/lists/partial" "$work/apt/cache/archives/partial"
    quietly private_apt -o APT::Update::Error-Mode=any update || : # one broken source need not stop us
}

# download PACKAGE: only itself.
download() {
    fetch_lists
    (cd "$work" && quietly private_apt download "$1") || die "无法下载 $1，请检查网络。"
}

# unpack PACKAGE FOLDER TAR-OPTION…
unpack() {
    package=$1 folder=$2
    shift 2
    dpkg-deb --fsys-tarfile "$work/$package"_*.deb | tar -x -C "$folder" --no-same-owner "$@" || die "无法解开 $package。"
}

# unpack_with_dependencies FOLDER PACKAGE…: with all that they need and the system lacks.
unpack_with_dependencies() {
    folder=$1
    shift
    fetch_lists
    quietly private_apt install --download-only -y --no-install-recommends "$@" || die "下载失败。请管理员运行：apt-get install $*"
    mkdir "$folder"
    for file in "$work"/apt/cache/archives/*.deb; do
        dpkg-deb --fsys-tarfile "$file" |
            tar -x -C "$folder" --no-same-owner --exclude=./usr/share/doc --exclude=./usr/share/man --exclude=./usr/share/locale \
                --exclude=./usr/share/icons || die "无法解开 $file。"
        rm "$file"
    done
    # Absolute links must stay inside; relative ones also survive the renaming of the folder.
    find "$folder" -type l -lname '/*' | while IFS= read -r link; do
        ln -sfnr "$folder$(readlink "$link")" "$link"
    done
}

# settle_libreoffice FOLDER: what its installation copies, and folders of its own in place of the system's; where it is at all.
settle_libreoffice() {
    [ -d "$1" ] || return 0
    cp -r "$1/share/.registry/." "$1/share/registry/"
    # shellcheck disable=SC2016 # it knows these by itself
    sed -i 's,file:///usr/lib/libreoffice,${ORIGIN}/..,;s,file:///etc/libreoffice/registry,${BRAND_BASE_DIR}/share/registry,g' \
        "$1/program/fundamentalrc"
}

# write_launcher COMMAND PROGRAM FLAG…: in bin/, for what is unpacked in debian/; unless the system has the command.
# The program's own folder comes first: LibreOffice's libraries look beside the place where they were found.
write_launcher() {
    command=$1 program=$cache/debian/$2
    shift 2
    if command -v "$command" >/dev/null; then return; fi
    mkdir -p "$cache/bin"
    cat >"$work/$command" <<END
#!/bin/sh
export LD_LIBRARY_PATH='${program%/*}:$(libraries "$cache/debian")'
export FONTCONFIG_FILE="\${FONTCONFIG_FILE:-$cache/fonts.conf}"
export PERL5LIB='$(modules "$cache/debian")'
exec '$program' $* "\$@"
END
    chmod +x "$work/$command"
    replace "$work/$command" "$cache/bin/$command"
}

# libraries FOLDER: a search path, with no empty part: that would mean the current folder.
libraries() (
    set -- "$1"/usr/lib/*-linux-gnu* "$1"/lib/*-linux-gnu* "$1"/usr/lib/*-linux-gnu*/pulseaudio
    IFS=:
    echo "$*"
)

# modules FOLDER: where Perl finds what is no part of its smallest package.
modules() (
    set -- "$1"/usr/share/perl/* "$1"/usr/lib/*-linux-gnu*/perl/*
    IFS=:
    echo "$*"
)

unpack_npm() {
    unpack_with_dependencies "$1" npm
    # Debian's node loads parts of itself from this absolute path; a relative one of the same length finds them here.
    sed -i 's,/usr/share/nodejs/,usr//share/nodejs/,g' "$1"/usr/lib/*/libnode.so.*
}

# run_npm FOLDER ARG…: the system's npm, else the one unpacked in FOLDER.
run_npm() (
    cd "$1" 2>/dev/null || {
        shift
        exec npm "$@"
    }
    shift
    LD_LIBRARY_PATH=$(libraries "$PWD") NODE_PATH=$PWD/usr/share/nodejs:$(echo "$PWD"/usr/lib/*-linux-gnu*/nodejs)
    export LD_LIBRARY_PATH NODE_PATH
    usr/bin/node usr/share/nodejs/npm/bin/npm-cli.js "$@"
)

# --- helpers -----------------------------------------------------------------------------------------------------

# replace NEW OLD: one rename, after the old one is gone.
replace() {
    rm -rf "$2"
    mv "$1" "$2"
}

# quietly COMMAND…: shows what it printed only if it fails.
quietly() {
    "$@" >"$work/log" 2>&1 || {
        cat "$work/log" >&2
        return 1
    }
}

say() { echo "年报工坊：$*" >&2; }

die() {
    say "$*"
    exit 1
}
