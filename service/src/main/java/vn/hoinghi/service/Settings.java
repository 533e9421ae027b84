package vn.hoinghi.service;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Where a configuration record comes from: a YAML file, and over it the environment. The key {@code
 * kafka.bootstrapServers} is {@code HOINGHI_KAFKA_BOOTSTRAP_SERVERS} there, and {@code
 * HOINGHI_KAFKA_BOOTSTRAP_SERVERS_FILE} names a file that holds the value (secrets). One file
 * serves all apps: each reads the sections that its record has. A key that no app knows is refused.
 */
public final class Settings {
  private static final String PREFIX = "HOINGHI_";
  private static final String FROM_FILE = "_FILE";

  /** Top-level sections of any app; those a record lacks belong to another app. */
  private static final List<String> SECTIONS =
      List.of("kafka", "admin", "ingest", "health", "enrich", "sink", "standalone");

  /** Variables that steer the launcher, not the apps. */
  private static final List<String> LAUNCHER =
      List.of("HOINGHI_HOME", "HOINGHI_JAVA_OPTS", Logging.VARIABLE);

  private static final ObjectMapper MAPPER =
      YAMLMapper.builder(YAMLFactory.builder().loaderOptions(limits()).build())
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  /**
   * A plain setting: where it stands in the tree, and whether it is text, which no YAML syntax may
   * touch.
   */
  private record Key(List<String> path, boolean text) {}

  private Settings() {}

  /**
   * The configuration of one app.
   *
   * @param type a record whose components are sections or plain values
   * @param file YAML, or null for the environment alone
   * @throws ConfigException naming the key and what is allowed
   */
  public static <T extends Record> T load(
      Class<T> type, Path file, Map<String, String> environment) {
    ObjectNode tree = file == null ? MAPPER.createObjectNode() : read(file);
    Map<String, Key> keys = new TreeMap<>();
    collectKeys(type, List.of(), keys);
    overlay(tree, keys, environment);
    for (String section : SECTIONS) {
      if (!hasComponent(type, section)) {
        tree.remove(section);
      }
    }
    fillSections(type, tree);
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (IOException e) {
      throw explained(e, file);
    }
  }

  /** Every key that a configuration record knows, for instance {@code kafka.bootstrapServers}. */
  public static SortedSet<String> keys(Class<? extends Record> type) {
    Map<String, Key> keys = new TreeMap<>();
    collectKeys(type, List.of(), keys);
    return keys.values().stream()
        .map(key -> String.join(".", key.path()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@code kafka.bootstrapServers} as an environment variable. */
  public static String environmentName(String key) {
    return PREFIX
        + key.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private static LoaderOptions limits() {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(20);
    options.setAllowDuplicateKeys(false);
    options.setCodePointLimit(4 * 1024 * 1024);
    return options;
  }

  private static ObjectNode read(Path file) {
    try {
      JsonNode tree = MAPPER.readTree(Files.readString(file));
      if (tree == null || tree.isMissingNode() || tree.isNull()) {
        return MAPPER.createObjectNode();
      }
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw new ConfigException(
          file + " holds no sections: it should start with a line such as 'kafka:'");
    } catch (IOException e) {
      throw new ConfigException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean hasComponent(Class<? extends Record> type, String name) {
    return List.of(type.getRecordComponents()).stream().anyMatch(c -> c.getName().equals(name));
  }

  /** Environment name of every plain key of the record, with its path. */
  private static void collectKeys(Class<?> type, List<String> path, Map<String, Key> keys) {
    for (RecordComponent component : type.getRecordComponents()) {
      var deeper = new ArrayList<>(path);
      deeper.add(component.getName());
      if (component.getType().isRecord()) {
        collectKeys(component.getType(), deeper, keys);
      } else {
        boolean text = component.getType() == String.class;
        keys.put(environmentName(String.join(".", deeper)), new Key(List.copyOf(deeper), text));
      }
    }
  }

  private static void overlay(
      ObjectNode tree, Map<String, Key> keys, Map<String, String> environment) {
    Map<String, String> ours =
        environment.entrySet().stream()
            .filter(e -> e.getKey().startsWith(PREFIX) && !LAUNCHER.contains(e.getKey()))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    ours.forEach(
        (name, value) -> {
          boolean fromFile = !keys.containsKey(name) && name.endsWith(FROM_FILE);
          String key = fromFile ? name.substring(0, name.length() - FROM_FILE.length()) : name;
          if (keys.containsKey(key)) {
            set(tree, keys.get(key), fromFile ? secret(name, value) : value);
          } else if (!ofAnotherApp(key, keys)) {
            throw new ConfigException(
                name + " is no setting: known are " + String.join(", ", keys.keySet()));
          }
        });
  }

  private static boolean ofAnotherApp(String name, Map<String, Key> keys) {
    return SECTIONS.stream()
        .map(s -> PREFIX + s.toUpperCase(Locale.ROOT) + "_")
        .filter(name::startsWith)
        .anyMatch(prefix -> keys.keySet().stream().noneMatch(k -> k.startsWith(prefix)));
  }

  private static String secret(String name, String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new ConfigException(name + " names " + file + ", which cannot be read", e);
    }
  }

  private static void set(ObjectNode tree, Key key, String value) {
    List<String> path = key.path();
    ObjectNode at = tree;
    for (String section : path.subList(0, path.size() - 1)) {
      at = at.withObjectProperty(section);
    }
    String name = path.get(path.size() - 1);
    if (key.text()) {
      at.put(name, value);
      return;
    }
    try {
      at.set(name, MAPPER.readTree(value));
    } catch (IOException e) {
      throw new ConfigException(
          String.join(".", path) + " cannot be read from the environment: " + e.getMessage(), e);
    }
  }

  /** An absent section becomes an empty one, so that the section's record fills in its defaults. */
  private static void fillSections(Class<?> type, ObjectNode tree) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getType().isRecord()) {
        JsonNode section = tree.get(component.getName());
        if (section == null || section.isNull()) {
          section = tree.putObject(component.getName());
        }
        if (section instanceof ObjectNode object) {
          fillSections(component.getType(), object);
        }
      }
    }
  }

  private static ConfigException explained(IOException fault, Path file) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof ConfigException known) {
        return known;
      }
    }
    String where = file == null ? "the environment" : file.toString();
    if (fault instanceof UnrecognizedPropertyException unknown) {
      return new ConfigException(
          path(unknown)
              + " is no setting ("
              + where
              + "): known there are "
              + unknown.getKnownPropertyIds());
    }
    if (fault instanceof JsonMappingException mapping) {
      return new ConfigException(path(mapping) + " is of the wrong kind (" + where + ")");
    }
    return new ConfigException("the configuration of " + where + " cannot be read", fault);
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
        .collect(Collectors.joining("."));
  }
}
