package vn.hoinghi.schemas;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.Coverage;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Province;
import vn.hoinghi.avro.SourceHealth;
import vn.hoinghi.avro.Support;

/**
 * The contract's records as the JSON that the tools print and export: the same names, counts laid
 * flat ({@code attendees}, {@code attendeesQualifier}), absent values as null, keys in the
 * contract's order.
 */
public final class ContractJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ContractJson() {}

  /**
   * One line of an article export.
   *
   * @param id what the caller names the article: a manifest's id, else the article id
   * @param eventId the event it belongs to, or null
   */
  public static ObjectNode article(
      String id, Article article, String outcome, String reason, String eventId) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("id", id);
    json.put("articleId", article.getArticleId());
    json.put("url", article.getUrl());
    json.put("outlet", article.getOutlet());
    json.put("title", article.getTitle());
    json.put("publishedAt", article.getPublishedAt());
    json.put("author", article.getAuthor());
    json.put("origin", article.getOrigin());
    json.put("language", article.getLanguage());
    json.put("text", article.getText());
    json.put("outcome", outcome);
    json.put("reason", reason);
    json.set(
        "conference", article.getConference() == null ? null : mention(article.getConference()));
    json.put("eventId", eventId);
    return json;
  }

  /** The typed record of one article. */
  public static ObjectNode mention(ConferenceMention m) {
    ObjectNode json = MAPPER.createObjectNode();
    put(json, "type", m.getType());
    put(json, "level", m.getLevel());
    json.set("province", province(m.getProvince()));
    json.set("place", place(m.getPlace()));
    json.put("organiser", m.getOrganiser());
    json.put("startDate", m.getStartDate());
    json.put("endDate", m.getEndDate());
    put(json, "dayPart", m.getDayPart());
    json.put("yearInferredFrom", m.getYearInferredFrom());
    put(json, "format", m.getFormat());
    json.put("congressOrdinal", m.getCongressOrdinal());
    json.put("plenumOrdinal", m.getPlenumOrdinal());
    json.put("term", m.getTerm());
    json.set("documents", array(m.getDocuments(), ContractJson::document));
    json.set("persons", array(m.getPersons(), ContractJson::person));
    count(json, "attendees", m.getAttendees());
    count(json, "venues", m.getVenues());
    json.set("evidence", array(m.getEvidence(), ContractJson::evidence));
    return json;
  }

  /** One conference event with its sources and supports. */
  public static ObjectNode event(ConferenceEvent e) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("eventId", e.getEventId());
    json.put("revision", e.getRevision());
    json.setAll(canonical(e));
    return json;
  }

  /**
   * The same as text, for who has written the canonical part already.
   *
   * @param canonical text of {@link #canonical} of the event
   */
  public static String withId(ConferenceEvent e, String canonical) {
    ObjectNode head = MAPPER.createObjectNode();
    head.put("eventId", e.getEventId()).put("revision", e.getRevision());
    String begin = head.toString();
    return begin.substring(0, begin.length() - 1) + "," + canonical.substring(1);
  }

  /**
   * The part of an event that is a function of its articles alone: everything but id and revision.
   */
  public static ObjectNode canonical(ConferenceEvent e) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("rulesVersion", e.getRulesVersion());
    json.put("shard", e.getShard());
    json.put("anchorArticleId", e.getAnchorArticleId());
    json.put("title", e.getTitle());
    put(json, "type", e.getType());
    put(json, "level", e.getLevel());
    json.set("province", province(e.getProvince()));
    json.set("place", place(e.getPlace()));
    json.put("organiser", e.getOrganiser());
    json.put("startDate", e.getStartDate());
    json.put("endDate", e.getEndDate());
    put(json, "dayPart", e.getDayPart());
    json.put("yearInferredFrom", e.getYearInferredFrom());
    put(json, "format", e.getFormat());
    json.put("congressOrdinal", e.getCongressOrdinal());
    json.put("plenumOrdinal", e.getPlenumOrdinal());
    json.put("term", e.getTerm());
    json.set("documents", array(e.getDocuments(), ContractJson::document));
    json.set("persons", array(e.getPersons(), ContractJson::person));
    count(json, "attendees", e.getAttendees());
    count(json, "venues", e.getVenues());
    json.set("supports", array(e.getSupports(), ContractJson::support));
    json.set("sources", array(e.getSources(), ContractJson::source));
    json.put("sourceCount", e.getSourceCount());
    json.put("independentSources", e.getIndependentSources());
    json.set("coverage", array(e.getCoverage(), ContractJson::coverage));
    json.put("confidence", e.getConfidence());
    return json;
  }

  /** How an outlet is doing, without what its judge remembers. */
  public static ObjectNode sourceHealth(SourceHealth s) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("host", s.getHost());
    put(json, "status", s.getStatus());
    json.put("since", s.getSince().toString()).put("at", s.getAt().toString());
    json.put("because", s.getBecause());
    json.put(
        "lastArticleAt", s.getLastArticleAt() == null ? null : s.getLastArticleAt().toString());
    json.put("articlesPerDay", s.getArticlesPerDay());
    json.put("usualGapMillis", s.getUsualGapMillis());
    json.put("attempts", s.getAttempts()).put("fetched", s.getFetched());
    json.set("refused", MAPPER.valueToTree(new TreeMap<>(s.getRefused())));
    json.put("fetchedTotal", s.getFetchedTotal());
    json.set("usualFill", MAPPER.valueToTree(new TreeMap<>(s.getUsualFill())));
    json.set("recentFill", MAPPER.valueToTree(new TreeMap<>(s.getRecentFill())));
    return json;
  }

  private static void put(ObjectNode json, String name, Enum<?> value) {
    json.put(name, value == null ? null : value.name());
  }

  private static void count(ObjectNode json, String name, Count count) {
    json.put(name, count == null ? null : (Integer) count.getValue());
    put(json, name + "Qualifier", count == null ? null : count.getQualifier());
  }

  private static ObjectNode province(Province p) {
    return p == null
        ? null
        : MAPPER.createObjectNode().put("code", p.getCode()).put("name", p.getName());
  }

  private static ObjectNode place(Place p) {
    return p == null
        ? null
        : MAPPER
            .createObjectNode()
            .put("district", p.getDistrict())
            .put("commune", p.getCommune())
            .put("venue", p.getVenue());
  }

  private static <T> ArrayNode array(List<T> items, BiConsumer<T, ObjectNode> fill) {
    ArrayNode array = MAPPER.createArrayNode();
    items.forEach(item -> fill.accept(item, array.addObject()));
    return array;
  }

  private static void document(ConferenceDocument d, ObjectNode json) {
    json.put("kind", d.getKind()).put("number", d.getNumber()).put("title", d.getTitle());
  }

  private static void person(Person p, ObjectNode json) {
    json.put("name", p.getName());
    p.getTitles().forEach(json.putArray("titles")::add);
    p.getTitlesNormal().forEach(json.putArray("titlesNormal")::add);
    put(json, "part", p.getPart());
  }

  private static void evidence(Evidence e, ObjectNode json) {
    json.put("field", e.getField()).put("value", e.getValue());
    json.put("start", e.getStart()).put("end", e.getEnd()).put("rule", e.getRule());
  }

  private static void support(Support s, ObjectNode json) {
    json.put("field", s.getField()).put("value", s.getValue()).put("chosen", s.getChosen());
    json.put("articleId", s.getArticleId()).put("start", s.getStart()).put("end", s.getEnd());
    json.put("rule", s.getRule());
    json.put("correctionId", s.getCorrectionId()).put("author", s.getAuthor());
  }

  private static void source(EventSource s, ObjectNode json) {
    json.put("articleId", s.getArticleId()).put("url", s.getUrl()).put("outlet", s.getOutlet());
    json.put("title", s.getTitle()).put("publishedAt", s.getPublishedAt());
    json.put("firstIngestedAt", s.getFirstIngestedAt().toString());
    json.put("fetchedAt", s.getFetchedAt().toString());
    json.put("reprintOf", s.getReprintOf()).put("origin", s.getOrigin());
    s.getFields().forEach(json.putArray("fields")::add);
  }

  private static void coverage(Coverage c, ObjectNode json) {
    json.put("field", c.getField()).put("sources", c.getSources()).put("agree", c.getAgree());
    json.put("contradict", c.getContradict()).put("confidence", c.getConfidence());
  }
}
