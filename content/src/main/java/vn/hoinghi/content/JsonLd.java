package vn.hoinghi.content;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The article in a page's JSON-LD (schema.org), wherever in arrays and graphs it stands. Depth,
 * size and the number of nodes looked at are bounded; what does not parse is as if absent.
 */
final class JsonLd {
  private static final int MAX_CHARS = 512 * 1024;
  private static final int MAX_DEPTH = 64;
  private static final int MAX_NODES = 5_000;
  private static final JsonMapper MAPPER = mapper();

  private JsonLd() {}

  static void read(String json, Declared into) {
    if (json.length() > MAX_CHARS) {
      return;
    }
    JsonNode root;
    try {
      root = MAPPER.readTree(withoutWrapping(json));
    } catch (JacksonException e) {
      return;
    }
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    for (int seen = 0; !open.isEmpty() && seen < MAX_NODES; seen++) {
      JsonNode node = open.poll();
      if (node.isObject() && isArticle(node.path("@type"))) {
        article(node, into);
      }
      if (node.isArray() || node.has("@graph")) {
        (node.isArray() ? node : node.get("@graph")).forEach(open::add);
      } else if (node.has("mainEntity")) {
        open.add(node.get("mainEntity"));
      }
    }
  }

  private static void article(JsonNode node, Declared into) {
    String headline = node.path("headline").asText("");
    if (!headline.isBlank()) {
      into.headlines.add(0, CleanText.line(headline));
    }
    String date = node.path("datePublished").asText("");
    if (!date.isBlank()) {
      into.jsonDates.add(date);
    }
    String author = name(node.path("author"));
    if (author != null) {
      into.author = CleanText.line(author);
    }
  }

  private static String name(JsonNode author) {
    JsonNode one = author.isArray() ? author.path(0) : author;
    if (one.isTextual()) {
      return one.asText();
    }
    boolean person = !one.path("@type").asText("Person").contains("Organization");
    String name = one.path("name").asText("");
    return person && !name.isBlank() ? name : null;
  }

  private static boolean isArticle(JsonNode type) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isArticle(one)) {
          return true;
        }
      }
      return false;
    }
    String name = type.asText("");
    return name.endsWith("Article") || name.endsWith("BlogPosting") || name.equals("Report");
  }

  /** Some builders wrap the object into a CDATA section or an HTML comment. */
  private static String withoutWrapping(String json) {
    int start = 0;
    while (start < json.length() && json.charAt(start) != '{' && json.charAt(start) != '[') {
      start++;
    }
    if (json.startsWith("[CDATA[", start)) {
      start = json.indexOf('{', start);
    }
    int end = Math.max(json.lastIndexOf('}'), json.lastIndexOf(']'));
    while (end > 0 && json.startsWith("]]>", end - 1)) {
      end = json.lastIndexOf('}');
    }
    return start >= 0 && end >= start ? json.substring(start, end + 1) : "";
  }

  private static JsonMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
    return mapper;
  }
}
