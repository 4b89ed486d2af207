#!/usr/bin/env bash
# Fuzzes one target after another: fuzz.sh FUZZER DICTIONARY FOLDER SECONDS TARGET ...
#
# What it learns, logs and artifacts stay under FOLDER, and hold nothing but inputs of the fuzzer. The first inputs come from
# Fixtures/Fuzz. Every target is run, whatever the others found; exit 1 if one found something.
set -uo pipefail
fuzzer=$1 dictionary=$2 folder=$3 seconds=$4
shift 4
fixtures=Fixtures/Fuzz
found=0

for target in "$@"; do
  # Longest input in bytes, tokens, and whether leaks count: the rules' tagged pointers look like leaks.
  case $target in
    xhtml | html) length=4096 tokens=markup leaks=1 ;;
    markdown) length=2048 tokens=markdown leaks=1 ;;
    text) length=2048 tokens=stories leaks=1 ;;
    tokenizer) length=1024 tokens=stories leaks=1 ;;
    records) length=2048 tokens=json leaks=1 ;;
    rules) length=2048 tokens=json leaks=0 ;;
    policies) length=2048 tokens=yaml leaks=0 ;;
    pipeline) length=1200 tokens=stories leaks=0 ;;
    pictures) length=2048 tokens=pictures leaks=1 ;;
    styles) length=1024 tokens=styles leaks=0 ;;
    containers) length=4096 tokens=containers leaks=0 ;;
    *)
      echo "no target $target"
      exit 64
      ;;
  esac
  artifacts=$folder/found/$target log=$folder/logs/$target.txt
  mkdir -p "$folder/corpus/$target" "$artifacts" "$folder/logs"
  inputs=("$folder/corpus/$target" "$fixtures/$target/corpus")
  [ -d "$fixtures/$target/crashes" ] && inputs+=("$fixtures/$target/crashes")
  # Swift's backtracer hangs the fuzzer in a pipe; it needs room and time that the limits below would not give.
  export SWIFT_BACKTRACE=enable=no CAVIARD_FUZZ_TARGET=$target CAVIARD_FUZZ_DICTIONARY=$dictionary
  export ASAN_OPTIONS=detect_leaks=$leaks
  timeout --kill-after=10 $((seconds + 120)) "$fuzzer" "${inputs[@]}" \
    -max_total_time="$seconds" -max_len=$length -timeout=10 -rss_limit_mb=2048 -dict="$fixtures/$tokens.dict" \
    -detect_leaks=$leaks -artifact_prefix="$artifacts/" -print_final_stats=1 >"$log" 2>&1
  status=$?
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  if [ $status = 0 ]; then
    echo "$target: ${runs:-0} inputs, nothing found"
    continue
  fi
  found=1
  input=$(sed -n 's/.*Test unit written to //p' "$log" | tail -1)
  echo "$target: status $status after ${runs:-some} inputs: $(grep -m 1 -E '^broken: |^SUMMARY: ' "$log" || tail -1 "$log")"
  echo "  input:  ${input:-none written}"
  echo "  log:    $log"
  [ -n "$input" ] && echo "  replay: CAVIARD_FUZZ_TARGET=$target CAVIARD_FUZZ_DICTIONARY=$dictionary $fuzzer $input"
  [ -n "$input" ] && echo "  keep:   cp $input $fixtures/$target/crashes/NAME, which the tests replay"
done
exit $found
