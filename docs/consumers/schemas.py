"""Decodes values of hoinghi's topics: one zero byte, four bytes of schema id (big-endian), then Avro binary.

Debian: python3-avro.
"""
import io
import json
import struct
import urllib.request

import avro.io
import avro.schema


class Schemas:
    """Writer schemas by their ids, asked for once each, of a schema registry or the admin port of any hoinghi process."""

    def __init__(self, url):
        self.url = url.rstrip("/")
        self.readers = {}

    def decode(self, value):
        magic, schema_id = struct.unpack(">bI", value[:5])
        if magic != 0:
            raise ValueError("no schema id at the head of the value")
        if schema_id not in self.readers:
            with urllib.request.urlopen(f"{self.url}/schemas/ids/{schema_id}") as answer:
                schema = avro.schema.parse(json.load(answer)["schema"])
            self.readers[schema_id] = avro.io.DatumReader(schema)
        return self.readers[schema_id].read(avro.io.BinaryDecoder(io.BytesIO(value[5:])))
