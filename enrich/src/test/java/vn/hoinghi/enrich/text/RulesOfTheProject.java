package vn.hoinghi.enrich.text;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The rules that the classes of some packages keep in their static fields. */
final class RulesOfTheProject {
  private static final Path SOURCES = Path.of("src", "main", "java");

  private RulesOfTheProject() {}

  /** The sources of a package of this module, sub-packages not included. */
  static List<Path> sources(String packageName) throws IOException {
    try (var files = Files.list(SOURCES.resolve(packageName.replace('.', '/')))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** Expressions by the field that holds them. */
  static Map<String, String> rules(String packageName) throws Exception {
    Map<String, String> rules = new TreeMap<>();
    for (Path source : sources(packageName)) {
      String simple = source.getFileName().toString().replace(".java", "");
      if (!simple.equals("package-info")) {
        for (Class<?> type : withNested(Class.forName(packageName + '.' + simple))) {
          add(type, rules);
        }
      }
    }
    return rules;
  }

  private static List<Class<?>> withNested(Class<?> type) {
    List<Class<?>> all = new ArrayList<>(List.of(type));
    for (Class<?> nested : type.getDeclaredClasses()) {
      all.addAll(withNested(nested));
    }
    return all;
  }

  private static void add(Class<?> type, Map<String, String> rules) throws Exception {
    for (Field field : type.getDeclaredFields()) {
      boolean rule = field.getType() == Rule.class || field.getType() == Pattern.class;
      if (rule && Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        rules.put(type.getSimpleName() + '.' + field.getName(), field.get(null).toString());
      }
    }
  }
}
