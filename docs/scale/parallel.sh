#!/bin/sh
# A whole municipality on one machine, in several processes: its shards side by side, then all of them put together.
#
#     docs/scale/parallel.sh WORKSPACE SHARDS [OPTION…]     # options as `nianbao build` and `nianbao assemble` both take them
#
# Needs GNU parallel. NIANBAO names the program, OUT the folder to publish to. PARALLEL holds options for GNU parallel,
# such as '--jobs 8', or '--sshloginfile machines' for machines that share the folder.
set -eu

workspace=${1:?the folder that holds content/} shards=${2:?how many shards}
shift 2
nianbao=${NIANBAO:-nianbao}

# One thread each: parallel keeps the processors busy. What the check finds is told once, at the end.
seq "$shards" |
    parallel --quote --halt soon,fail=1 "$nianbao" -C "$workspace" build --jobs 1 --shard "{}/$shards" "$@" >/dev/null

exec "$nianbao" -C "$workspace" assemble "$workspace"/shards/*-of-"$shards" ${OUT:+--out "$OUT"} "$@"
