package vn.hoinghi.schemas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
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
  private ContractJson() {}

  /**
   * One line of an article export.
   *
   * @param id what the caller names the article: a manifest's id, else the article id
   * @param eventId the event it belongs to, or null
   */
  public static ObjectNode article(
      String id, Article article, String outcome, String reason, String eventId) {
    return JsonFields.tree(
        json ->
            json.put("id", id)
                .put("articleId", article.getArticleId())
                .put("url", article.getUrl())
                .put("outlet", article.getOutlet())
                .put("title", article.getTitle())
                .put("publishedAt", article.getPublishedAt())
                .put("author", article.getAuthor())
                .put("origin", article.getOrigin())
                .put("language", article.getLanguage())
                .put("text", article.getText())
                .put("outcome", outcome)
                .put("reason", reason)
                .put("conference", article.getConference(), ContractJson::mention)
                .put("eventId", eventId));
  }

  /** The typed record of one article. */
  public static ObjectNode mention(ConferenceMention m) {
    return JsonFields.tree(json -> mention(m, json));
  }

  private static void mention(ConferenceMention m, JsonFields json) throws IOException {
    json.put("type", m.getType())
        .put("level", m.getLevel())
        .put("province", m.getProvince(), ContractJson::province)
        .put("place", m.getPlace(), ContractJson::place)
        .put("organiser", m.getOrganiser())
        .put("startDate", m.getStartDate())
        .put("endDate", m.getEndDate())
        .put("dayPart", m.getDayPart())
        .put("yearInferredFrom", m.getYearInferredFrom())
        .put("format", m.getFormat())
        .put("congressOrdinal", m.getCongressOrdinal())
        .put("plenumOrdinal", m.getPlenumOrdinal())
        .put("term", m.getTerm())
        .list("documents", m.getDocuments(), ContractJson::document)
        .list("persons", m.getPersons(), ContractJson::person);
    count("attendees", "attendeesQualifier", m.getAttendees(), json);
    count("venues", "venuesQualifier", m.getVenues(), json);
    json.list("evidence", m.getEvidence(), ContractJson::evidence);
  }

  /** One conference event with its sources and supports. */
  public static ObjectNode event(ConferenceEvent e) {
    return JsonFields.tree(
        json -> {
          identity(e, json);
          canonical(e, json);
        });
  }

  /**
   * The part of an event that is a function of its articles alone: everything but id and revision.
   */
  public static ObjectNode canonical(ConferenceEvent e) {
    return JsonFields.tree(json -> canonical(e, json));
  }

  static void identity(ConferenceEvent e, JsonFields json) throws IOException {
    json.put("eventId", e.getEventId()).put("revision", e.getRevision());
  }

  static void canonical(ConferenceEvent e, JsonFields json) throws IOException {
    json.put("rulesVersion", e.getRulesVersion())
        .put("shard", e.getShard())
        .put("anchorArticleId", e.getAnchorArticleId())
        .put("title", e.getTitle())
        .put("type", e.getType())
        .put("level", e.getLevel())
        .put("province", e.getProvince(), ContractJson::province)
        .put("place", e.getPlace(), ContractJson::place)
        .put("organiser", e.getOrganiser())
        .put("startDate", e.getStartDate())
        .put("endDate", e.getEndDate())
        .put("dayPart", e.getDayPart())
        .put("yearInferredFrom", e.getYearInferredFrom())
        .put("format", e.getFormat())
        .put("congressOrdinal", e.getCongressOrdinal())
        .put("plenumOrdinal", e.getPlenumOrdinal())
        .put("term", e.getTerm())
        .list("documents", e.getDocuments(), ContractJson::document)
        .list("persons", e.getPersons(), ContractJson::person);
    count("attendees", "attendeesQualifier", e.getAttendees(), json);
    count("venues", "venuesQualifier", e.getVenues(), json);
    json.list("supports", e.getSupports(), ContractJson::support)
        .list("sources", e.getSources(), ContractJson::source)
        .put("sourceCount", e.getSourceCount())
        .put("independentSources", e.getIndependentSources())
        .list("coverage", e.getCoverage(), ContractJson::coverage)
        .put("confidence", e.getConfidence());
  }

  /** How an outlet is doing, without what its judge remembers. */
  public static ObjectNode sourceHealth(SourceHealth s) {
    return JsonFields.tree(
        json ->
            json.put("host", s.getHost())
                .put("status", s.getStatus())
                .put("since", s.getSince())
                .put("at", s.getAt())
                .put("because", s.getBecause())
                .put("lastArticleAt", s.getLastArticleAt())
                .put("articlesPerDay", s.getArticlesPerDay())
                .put("usualGapMillis", s.getUsualGapMillis())
                .put("attempts", s.getAttempts())
                .put("fetched", s.getFetched())
                .numbers("refused", s.getRefused())
                .put("fetchedTotal", s.getFetchedTotal())
                .numbers("usualFill", s.getUsualFill())
                .numbers("recentFill", s.getRecentFill()));
  }

  private static void count(String name, String qualifier, Count count, JsonFields json)
      throws IOException {
    json.put(name, count == null ? null : (Integer) count.getValue())
        .put(qualifier, count == null ? null : count.getQualifier());
  }

  private static void province(Province p, JsonFields json) throws IOException {
    json.put("code", p.getCode()).put("name", p.getName());
  }

  private static void place(Place p, JsonFields json) throws IOException {
    json.put("district", p.getDistrict()).put("commune", p.getCommune()).put("venue", p.getVenue());
  }

  private static void document(ConferenceDocument d, JsonFields json) throws IOException {
    json.put("kind", d.getKind()).put("number", d.getNumber()).put("title", d.getTitle());
  }

  private static void person(Person p, JsonFields json) throws IOException {
    json.put("name", p.getName())
        .texts("titles", p.getTitles())
        .texts("titlesNormal", p.getTitlesNormal())
        .put("part", p.getPart());
  }

  private static void evidence(Evidence e, JsonFields json) throws IOException {
    json.put("field", e.getField())
        .put("value", e.getValue())
        .put("start", e.getStart())
        .put("end", e.getEnd())
        .put("rule", e.getRule());
  }

  private static void support(Support s, JsonFields json) throws IOException {
    json.put("field", s.getField())
        .put("value", s.getValue())
        .put("chosen", s.getChosen())
        .put("articleId", s.getArticleId())
        .put("start", s.getStart())
        .put("end", s.getEnd())
        .put("rule", s.getRule())
        .put("correctionId", s.getCorrectionId())
        .put("author", s.getAuthor());
  }

  private static void source(EventSource s, JsonFields json) throws IOException {
    json.put("articleId", s.getArticleId())
        .put("url", s.getUrl())
        .put("outlet", s.getOutlet())
        .put("title", s.getTitle())
        .put("publishedAt", s.getPublishedAt())
        .put("firstIngestedAt", s.getFirstIngestedAt())
        .put("fetchedAt", s.getFetchedAt())
        .put("reprintOf", s.getReprintOf())
        .put("origin", s.getOrigin())
        .texts("fields", s.getFields());
  }

  private static void coverage(Coverage c, JsonFields json) throws IOException {
    json.put("field", c.getField())
        .put("sources", c.getSources())
        .put("agree", c.getAgree())
        .put("contradict", c.getContradict())
        .put("confidence", c.getConfidence());
  }
}
