#!/usr/bin/env bash
# Changes the code in small ways, one at a time, and tells which changes no test notices.
#
#   bash .github/build/mutation/run.sh assessment                 # all of src/assessment, by its own tests
#   bash .github/build/mutation/run.sh junit src/junit/counts.ts  # one file of a room
#   CONCURRENCY=4 MUTATION_FOLDER=~/mutants bash … matching       # faster; keeps its folder, and what it found before
#
# Needs Node 22 or later. Works in a copy: Stryker is not in the lock file, and nothing in the checkout changes.
set -euo pipefail
cd "$(dirname "$0")/../../.."

room=$1
files=${2:-"src/$room/**/*.ts"}
folder=${MUTATION_FOLDER:-$(mktemp -d)}
version=10.1.1

mkdir -p "$folder"
rm -rf "${folder:?}"/{src,__tests__,.github}
cp -R src __tests__ .github action.yml tsconfig.json package.json package-lock.json "$folder"
cd "$folder"
if [ ! -d node_modules/@stryker-mutator ]; then
  npm ci --ignore-scripts --no-audit
  npm install --no-save --ignore-scripts --no-audit "@stryker-mutator/core@$version" "@stryker-mutator/vitest-runner@$version"
fi

report="reports/$room.json"
if [ -f "$report" ]; then
  # What was found before saves time for mutants that fell. Those that survived are tried again: Stryker would not do so
  # for a new test of a constant.
  node -e '
    const { readFileSync, writeFileSync } = require("node:fs");
    const [, report] = process.argv;
    const found = JSON.parse(readFileSync(report, "utf8"));
    for (const file of Object.values(found.files)) file.mutants = file.mutants.filter(({ status }) => status === "Killed");
    writeFileSync(report, JSON.stringify(found));
  ' "$report"
fi

ROOM=$room npx stryker run .github/build/mutation/stryker.json --mutate "$files" \
  --concurrency "${CONCURRENCY:-1}" --incrementalFile "$report" --tempDirName ".stryker-$room"
echo "Every mutant with what became of it: $folder/$report"
