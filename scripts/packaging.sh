# Read by scripts/setup: what packages for other machines are made with, and what they are tried with.
# shellcheck shell=sh disable=SC2034,SC2154,SC2086,SC2046

# Debian's Rust for its own packages: beside the compiler it has the libraries of aarch64 ready, and their sources for Windows.
# One compiler for all targets, whatever Rust this machine has, so that the same commit gives the same bytes elsewhere.
RUST_PACKAGES='rustc-web cargo-web rust-web-src'
RUST_AARCH64='libstd-rust-web-dev:arm64'
WINDOWS_PACKAGES='gcc-mingw-w64-x86-64-posix'
PYPI_PACKAGING='ziglang==0.17.1 cargo-zigbuild==0.24.1 fonttools==4.68.0' # Linux' old C library to link with; the tool that shrinks fonts

# Emulators, and what makes a fresh Debian.
TRIAL_TOOLS='wine64:/usr/lib/wine/wine64 qemu-user-static:/usr/bin/qemu-aarch64-static debootstrap:/usr/sbin/debootstrap' # package:file

have_packaging() { command -v python3 >/dev/null && holds packaging "$RUST_PACKAGES $WINDOWS_PACKAGES $PYPI_PACKAGING"; }

install_packaging() {
    command -v python3 >/dev/null || { can_be_root && install_packages python3; } || die '缺少 Python。请管理员运行：apt-get install python3'
    say '准备打包用的编译器（下载约 320 MB，仅第一次）…'
    mkdir "$work/packaging"
    foreign=arm64
    rm -rf "$work/apt" # lists of before lack that architecture
    unpack_with_dependencies "$work/packaging/debian" $RUST_PACKAGES $WINDOWS_PACKAGES
    download "$RUST_AARCH64"
    unpack libstd-rust-web-dev "$work/packaging/debian"
    run_pip "$work/packaging/python" $PYPI_PACKAGING || die "pip 无法下载 $PYPI_PACKAGING，请检查网络。"
    echo "$RUST_PACKAGES $WINDOWS_PACKAGES $PYPI_PACKAGING" >"$work/packaging/versions"
    replace "$work/packaging" "$cache/packaging"
}

have_trial() { [ -z "$(missing_trial_tools)" ]; }

install_trial() {
    can_be_root || die "试用安装包要管理员权限。请管理员运行：apt-get install $(missing_trial_tools)"
    say '安装试用安装包的工具 Wine、QEMU、debootstrap（下载约 300 MB，仅第一次）…'
    install_packages $(missing_trial_tools)
}

missing_trial_tools() {
    for tool in $TRIAL_TOOLS; do
        [ -e "${tool#*:}" ] || echo "${tool%:*}"
    done
}
