package vn.hoinghi.standalone.demo;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Fills the mustache templates; each is compiled once. */
final class Layouts {
  private final Mustache.Compiler mustache =
      Mustache.compiler().defaultValue("").emptyStringIsFalse(true);
  private final Map<String, Template> compiled = new ConcurrentHashMap<>();

  String fill(String name, Map<String, Object> values) {
    return compiled
        .computeIfAbsent(name, file -> mustache.compile(DemoData.layout(file)))
        .execute(values);
  }
}
