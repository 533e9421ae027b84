package vn.hoinghi.standalone.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import vn.hoinghi.standalone.ledger.Outcome;
import vn.hoinghi.standalone.verify.Verification.Look;

/** What a look has shown, for programs. */
final class LookJson {
  private LookJson() {}

  static ObjectNode of(Look look) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.put("holds", look.findings().none());
    ObjectNode attempts = all.putObject("attempts");
    new TreeMap<>(look.attempts()).forEach((result, count) -> attempts.put(result.name(), count));
    ObjectNode captures = all.putObject("captures");
    captures.put("inputs", look.captures().inputs()).put("waiting", look.capturesWaiting());
    ObjectNode outcomes = captures.putObject("outcomes");
    ObjectNode reasons = captures.putObject("reasons");
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome.name(), look.captures().count(outcome));
      ObjectNode why = reasons.putObject(outcome.name());
      new TreeMap<>(look.captures().reasons(outcome)).forEach(why::put);
    }
    all.putObject("events")
        .put("live", look.events().live())
        .put("rowsAlike", look.events().alike())
        .put("deadLetters", look.events().deadLetters())
        .put("waiting", look.eventsWaiting())
        .put("unconfirmed", look.unconfirmed());
    ObjectNode counts = all.putObject("findings");
    look.findings().counts().forEach((part, count) -> counts.put(part.words(), count));
    ArrayNode first = all.putArray("first");
    look.findings()
        .first()
        .forEach(
            f ->
                first
                    .addObject()
                    .put("part", f.part().words())
                    .put("subject", f.subject())
                    .put("sentence", f.sentence()));
    return all;
  }
}
