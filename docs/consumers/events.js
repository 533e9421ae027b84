#!/usr/bin/env node
// Prints the live conference events of hoinghi, one JSON line each, with KafkaJS and avsc from npm.
//
// usage: events.js BOOTSTRAP SCHEMAS     e.g. events.js localhost:9092 http://localhost:8080
//
// SCHEMAS is a schema registry, or the admin port of any hoinghi process. First: npm install
const { Kafka, logLevel } = require("kafkajs");
const avro = require("avsc");

const TOPIC = "hoinghi.events.v1";

/** Decoders by schema id; a value is one zero byte, four bytes of id (big-endian), then Avro binary. */
class Schemas {
  constructor(url) {
    this.url = url.replace(/\/$/, "");
    this.types = new Map();
  }

  async decode(value) {
    if (value[0] !== 0) throw new Error("no schema id at the head of the value");
    const id = value.readUInt32BE(1);
    if (!this.types.has(id)) {
      const answer = await fetch(`${this.url}/schemas/ids/${id}`);
      if (!answer.ok) throw new Error(`${this.url} does not know schema ${id}: ${answer.status}`);
      this.types.set(id, avro.Type.forSchema(JSON.parse((await answer.json()).schema)));
    }
    return this.types.get(id).fromBuffer(value.subarray(5));
  }
}

/** The topic is compacted: the last value of a key counts, and null ends the event. */
async function liveEvents(bootstrap, schemas) {
  const kafka = new Kafka({ clientId: "hoinghi-example", brokers: [bootstrap], logLevel: logLevel.NOTHING });
  const ends = new Map(); // partition -> the offset up to which it is read
  const admin = kafka.admin();
  await admin.connect();
  for (const { partition, low, high } of await admin.fetchTopicOffsets(TOPIC)) {
    if (BigInt(low) < BigInt(high)) ends.set(partition, BigInt(high));
  }
  await admin.disconnect();

  // KafkaJS reads committed records only, unless readUncommitted is set.
  const consumer = kafka.consumer({ groupId: `hoinghi-example-${process.pid}` });
  const events = new Map();
  if (ends.size > 0) {
    await consumer.connect();
    await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
    await new Promise((done, failed) => {
      consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
        if (BigInt(payload.lastOffset) + 1n >= ends.get(payload.partition)) ends.delete(payload.partition);
        if (ends.size === 0) done();
      });
      consumer.on(consumer.events.CRASH, ({ payload }) => payload.restart || failed(payload.error));
      consumer.run({
        autoCommit: false,
        eachMessage: async ({ message }) => {
          const id = message.key.toString();
          if (message.value === null) events.delete(id);
          else events.set(id, await schemas.decode(message.value));
        },
      }).catch(failed);
    });
    await consumer.disconnect();
  }
  return events;
}

const [bootstrap, url] = process.argv.slice(2);
if (!url) {
  console.error("usage: events.js BOOTSTRAP SCHEMAS");
  process.exit(2);
}
liveEvents(bootstrap, new Schemas(url)).then(
  (events) => events.forEach((event) => console.log(JSON.stringify(event))),
  (fault) => {
    console.error(`events.js: ${fault.message}`);
    process.exit(1);
  });
