# 年报工坊：人们常做的事，每件一个名字。没有装 just 的机器用 ./just 代替。

set positional-arguments

export NIANBAO_CACHE := env('NIANBAO_CACHE', env('XDG_CACHE_HOME', env('HOME') / '.cache') / 'nianbao')
# Half of what tests do is to wait for a browser.
export RUST_TEST_THREADS := env('RUST_TEST_THREADS', `echo $(($(nproc) + 1))`)
export PATH := env('PATH') + ':' + NIANBAO_CACHE / 'bin'

program := env('CARGO_TARGET_DIR', justfile_directory() / 'target') / 'debug' / 'nianbao'

[private]
default:
    @'{{just_executable()}}' --justfile '{{justfile()}}' --list --unsorted

# 检查全部年报并生成 dist/（网站和报送用的 PDF）
build *ARGS: _program
    @'{{program}}' build "$@"

# 只检查，列出全部问题
check *ARGS: _program
    @'{{program}}' check "$@"

# 运行 nianbao 的任一命令，如 just nianbao status
nianbao *ARGS: _program
    @'{{program}}' "$@"

# 准备字体（其他命令会自动准备）
fonts: _fonts
    @ls "$NIANBAO_CACHE/fonts"

# 运行全部测试
test *ARGS: _tools
    cargo test --workspace "$@"

# 接受新的预期输出
golden *ARGS: _tools
    SNAPSHOTS=overwrite cargo test --workspace "$@"

# 检查代码：格式、依赖的许可、来源与漏洞、clippy
lint: _linters
    cargo fmt --all --check
    cargo deny check licenses bans sources
    @scripts/advisories
    cargo clippy --workspace --all-targets -- -D warnings

# 持续集成所做的：检查代码，运行全部测试
ci: _tools lint (test '--no-fail-fast')

# 用随机造的内容试一种读取，如 just fuzz pdf 3（分钟）
fuzz TARGET MINUTES='3':
    @scripts/fuzz "$@"

# 测量速度和内存，与同类程序比较，写入 docs/performance.md（第一次要编译一个小时）
bench: _fonts
    @scripts/setup tools peers
    cargo build --release --locked -p nianbao --features mimalloc
    benches/goals --write docs/performance.md
    benches/peers --write docs/performance.md

# 在生成、公布、导入、填写、新建、合成的当中杀掉程序这么多次，看旧的或者新的是否完整
kills COUNT='1000': _tools
    NIANBAO_HARM='{{COUNT}}' cargo test --workspace --test e2e -- harm::kills --nocapture

# 让磁盘在每一次写入时出错，看旧的是否完整、说得是否清楚
faults: _tools
    NIANBAO_HARM=1 cargo test --workspace --test e2e -- harm::faults --nocapture

# 制作安装包，放在 target/packages/；可以只做几种：linux-x86_64、linux-aarch64、windows-x86_64
package *TARGETS:
    @scripts/setup compiler fonts packaging
    @scripts/package/package "$@"

# 把做好的安装包在干净的地方各用一遍，与 Linux 的结果逐个字节比较
package-test *TARGETS:
    @scripts/setup compiler packaging trial
    @scripts/package/try "$@"

# 整理代码格式
fmt:
    cargo fmt --all

# The whole workspace is named so that tests use the same compiled dependencies.
_program: _fonts
    cargo build --workspace --bin nianbao

_fonts:
    @scripts/setup compiler fonts

_tools:
    @scripts/setup compiler fonts tools

_linters:
    @scripts/setup compiler linters
