#!/usr/bin/env python3
"""Prints the live conference events of hoinghi, one JSON line each, with ordinary Kafka and Avro tools.

usage: events.py BOOTSTRAP SCHEMAS     e.g. events.py localhost:9092 http://localhost:8080

SCHEMAS is a schema registry, or the admin port of any hoinghi process. Debian: python3-confluent-kafka, python3-avro.
Reads hoinghi.events.v1 from its beginning to its present end. The topic is compacted: the last value of a key counts,
and a key whose last value is null is an event that was retracted or merged into the one its header names.
"""
import json
import sys

from confluent_kafka import OFFSET_BEGINNING, Consumer, TopicPartition

from schemas import Schemas

TOPIC = "hoinghi.events.v1"


def live_events(bootstrap, schemas):
    # read_committed: without it you see the results of transactions that were aborted after a crash.
    consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": "hoinghi-example", "enable.auto.commit": False,
                         "isolation.level": "read_committed", "enable.partition.eof": True})
    partitions = consumer.list_topics(TOPIC, timeout=10).topics[TOPIC].partitions
    consumer.assign([TopicPartition(TOPIC, p, OFFSET_BEGINNING) for p in partitions])
    events, at_end = {}, set()
    while len(at_end) < len(partitions):
        message = consumer.poll(10)
        if message is None:
            raise TimeoutError(f"{bootstrap} is silent")
        if message.error():
            at_end.add(message.partition())  # the end of this partition
        elif message.value() is None:
            events.pop(message.key(), None)
        else:
            events[message.key()] = schemas.decode(message.value())
    consumer.close()
    return events


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    for event in live_events(sys.argv[1], Schemas(sys.argv[2])).values():
        print(json.dumps(event, ensure_ascii=False, default=str))
