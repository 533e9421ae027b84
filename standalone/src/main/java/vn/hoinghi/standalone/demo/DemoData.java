package vn.hoinghi.standalone.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads what the demo web is made of from the class path; the data ships with the program. */
final class DemoData {
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .build();

  private DemoData() {}

  static List<Outlet> outlets() {
    return yaml("outlets.yaml", new TypeReference<>() {});
  }

  static List<Page> pages(Outlet outlet) {
    return yaml("pages/" + outlet.host() + ".yaml", new TypeReference<>() {});
  }

  static String layout(String name) {
    return new String(bytes("layouts/" + name), StandardCharsets.UTF_8);
  }

  static <T> T yaml(String name, TypeReference<T> type) {
    try {
      return YAML.readValue(bytes(name), type);
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's own " + name + " is damaged", e);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream in = DemoData.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the demo's own " + name + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
