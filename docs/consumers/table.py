#!/usr/bin/env python3
"""Reads records of a compacted topic from kcat -f '%k %R%s' and prints those that are live, one JSON line each.

usage: kcat … -f '%k %R%s' | table.py SCHEMAS

A record is its key, a space, the length of the value in four bytes (big-endian, -1 for null), the value.
"""
import json
import struct
import sys

from schemas import Schemas


def records(stream):
    while key := b"".join(iter(lambda: stream.read(1).strip(b" "), b"")):
        length, = struct.unpack(">i", stream.read(4))
        yield key, stream.read(length) if length >= 0 else None


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    live, schemas = {}, Schemas(sys.argv[1])
    for key, value in records(sys.stdin.buffer):
        live.pop(key, None)
        if value is not None:
            live[key] = schemas.decode(value)
    for record in live.values():
        print(json.dumps(record, ensure_ascii=False, default=str))
