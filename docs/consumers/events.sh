#!/bin/sh
# Prints the live conference events of hoinghi, one JSON line each, with kcat.
#
# usage: events.sh BOOTSTRAP SCHEMAS     e.g. events.sh localhost:9092 http://localhost:8080
#
# kcat can decode Avro itself (-s value=avro -r SCHEMAS) where it was built so; Debian's is not. Therefore it hands over
# what stands on the topic, each value behind its key and length, and table.py decodes. Debian: kcat, python3-avro.
[ $# = 2 ] || { sed -n '2,4p' "$0" >&2; exit 2; }
kcat -C -q -e -o beginning -b "$1" -t hoinghi.events.v1 -X isolation.level=read_committed -f '%k %R%s' |
  python3 "$(dirname "$0")/table.py" "$2"
