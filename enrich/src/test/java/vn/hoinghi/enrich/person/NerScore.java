package vn.hoinghi.enrich.person;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Developer's tool: how well are names found outside of reports of conferences? Reads a set
 * labelled for named entities in CoNLL columns (token, then tag last; a blank line ends a sentence)
 * and counts the names of each sentence, full ones alone, since given names are joined to full ones
 * here.
 *
 * <p>Arguments: the file, and the tag of persons without "B-" and "I-" (PER, PERSON, NAME).
 */
final class NerScore {
  private int right;
  private int found;
  private int labelled;

  private NerScore() {}

  public static void main(String[] args) throws Exception {
    NerScore score = new NerScore();
    boolean errors = args.length > 2;
    List<String> tokens = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String[] columns = line.strip().split("\\s+", -1);
      if (columns.length > 1) {
        tokens.add(columns[0].replace('_', ' '));
        tags.add(columns[columns.length - 1]);
      } else if (!tokens.isEmpty()) {
        score.sentence(tokens, tags, args[1], errors);
        tokens.clear();
        tags.clear();
      }
    }
    if (!tokens.isEmpty()) {
      score.sentence(tokens, tags, args[1], errors);
    }
    score.print();
  }

  private void sentence(List<String> tokens, List<String> tags, String person, boolean errors) {
    Set<String> want = names(tokens, tags, person);
    String text = String.join(" ", tokens).replaceAll(" ([,.;:!?)])", "$1").replace("( ", "(");
    Set<String> got =
        PersonFinder.standard().find(text).stream()
            .map(found -> NameSpelling.key(found.person().getName()))
            .collect(Collectors.toSet());
    labelled += want.size();
    found += got.size();
    right += (int) got.stream().filter(want::contains).count();
    if (errors && !want.equals(got)) {
      System.out.println(text + "\n    want " + want + "\n    got  " + got);
    }
  }

  private static Set<String> names(List<String> tokens, List<String> tags, String person) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tags.get(i).equals("B-" + person)) {
        int end = i + 1;
        while (end < tokens.size() && tags.get(end).equals("I-" + person)) {
          end++;
        }
        String name = NameSpelling.key(String.join(" ", tokens.subList(i, end)));
        if (List.of(name.split(" ")).stream().filter(word -> word.length() > 1).count() > 1) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private void print() {
    double precision = found == 0 ? 0 : (double) right / found;
    double recall = labelled == 0 ? 0 : (double) right / labelled;
    System.out.printf(
        java.util.Locale.ROOT,
        "names %d, found %d, right %d: precision %.3f, recall %.3f, F1 %.3f%n",
        labelled,
        found,
        right,
        precision,
        recall,
        right == 0 ? 0 : 2 * precision * recall / (precision + recall));
  }
}
