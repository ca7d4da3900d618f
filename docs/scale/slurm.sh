#!/bin/sh
#SBATCH --job-name=nianbao
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
#SBATCH --time=00:30:00
#SBATCH --output=nianbao-%j.log
#
# Two jobs in one script: as an array, each task makes a shard; without an array, all shards are put together.
# From the workspace's folder, which all nodes share:
#
#     export SHARDS=16
#     array=$(sbatch --parsable --array=1-$SHARDS slurm.sh)
#     sbatch --dependency=afterok:"$array" slurm.sh
#
# The number of a task is that of its shard, from 1, so single shards are made again with --array=3,7.
# NIANBAO names the program; OPTIONS holds options for both jobs, such as '--font-path /shared/fonts'.
# shellcheck disable=SC2086 # options are meant to be split
set -eu

: "${SHARDS:?how many shards}"
nianbao=${NIANBAO:-nianbao} jobs=${SLURM_CPUS_PER_TASK:-1}

if [ -n "${SLURM_ARRAY_TASK_ID:-}" ]; then
    exec "$nianbao" build --jobs "$jobs" --shard "$SLURM_ARRAY_TASK_ID/$SHARDS" ${OPTIONS:-}
fi
exec "$nianbao" assemble --jobs "$jobs" ${OPTIONS:-} shards/*-of-"$SHARDS"
