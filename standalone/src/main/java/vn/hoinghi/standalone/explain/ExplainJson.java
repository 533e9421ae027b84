package vn.hoinghi.standalone.explain;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.enrich.resolve.EventAccount;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.PairAccount;
import vn.hoinghi.enrich.resolve.SharedIndex;
import vn.hoinghi.enrich.resolve.Step;
import vn.hoinghi.enrich.resolve.Weighed;
import vn.hoinghi.schemas.ContractJson;
import vn.hoinghi.standalone.correct.CorrectionLine;

/** An account as one object of JSON; weights and scores are integers in 1/100 bit. */
final class ExplainJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ExplainJson() {}

  static ObjectNode of(PairAccount a) {
    return of(a, ExplainWords.because(a));
  }

  static ObjectNode of(PairAccount a, String because) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("together", a.together()).put("because", because);
    json.set("left", article(a.left(), a.leftEvent()));
    json.set("right", article(a.right(), a.rightEvent()));
    json.put("compared", a.compared());
    ArrayNode indexes = json.putArray("indexes");
    for (SharedIndex i : a.indexes()) {
      indexes
          .addObject()
          .put("index", i.index())
          .put("where", i.where())
          .put("what", i.what())
          .put("within", i.within());
    }
    ArrayNode weights = json.putArray("weights");
    for (Weighed w : a.weights()) {
      weights
          .addObject()
          .put("field", w.field())
          .put("left", w.left())
          .put("right", w.right())
          .put("signal", w.signal())
          .put("weight", w.weight());
    }
    json.put("score", a.score()).put("threshold", a.threshold()).put("matches", a.matches());
    json.put("cannotLink", a.apart()).put("cannotLinkBecause", a.because());
    json.set("corrections", corrections(a.corrections()));
    json.set("chain", steps(a.chain()));
    return json;
  }

  static ObjectNode of(EventAccount a) {
    ObjectNode json = MAPPER.createObjectNode();
    json.set("event", ContractJson.event(a.event()));
    json.set("joins", steps(a.joins()));
    json.set("refused", steps(a.refused()));
    json.set("corrections", corrections(a.corrections()));
    return json;
  }

  private static ArrayNode corrections(List<Correction> corrections) {
    ArrayNode array = MAPPER.createArrayNode();
    corrections.forEach(c -> array.add(CorrectionLine.json(c)));
    return array;
  }

  private static ObjectNode article(Member m, String eventId) {
    return MAPPER
        .createObjectNode()
        .put("articleId", m.articleId())
        .put("url", m.url())
        .put("outlet", m.outlet())
        .put("title", m.title())
        .put("eventId", eventId)
        .put("rulesVersion", m.rulesVersion());
  }

  private static ArrayNode steps(List<Step> steps) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Step step : steps) {
      ObjectNode json = array.addObject();
      json.put("a", step.a().articleId()).put("aUrl", step.a().url());
      json.put("b", step.b().articleId()).put("bUrl", step.b().url());
      json.put("score", step.score());
      json.put("correction", step.link() == null ? null : step.link().getCorrectionId());
      json.set("refused", step.refused() == null ? null : refusal(step.refused()));
    }
    return array;
  }

  private static ObjectNode refusal(Step.Refusal r) {
    return MAPPER
        .createObjectNode()
        .put("a", r.a() == null ? null : r.a().articleId())
        .put("b", r.b() == null ? null : r.b().articleId())
        .put("score", r.score())
        .put("cannotLink", r.rule())
        .put("cannotLinkBecause", r.because());
  }
}
