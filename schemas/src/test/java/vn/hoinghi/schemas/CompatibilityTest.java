package vn.hoinghi.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the gate lets through to a release, and each kind of change that it does not. */
class CompatibilityTest {
  private static final String OLD =
      """
      {"type":"record","name":"Meeting","namespace":"vn.hoinghi.test","fields":[
       {"name":"id","type":"string"},
       {"name":"at","type":{"type":"long","logicalType":"timestamp-millis"}},
       {"name":"seats","type":"int"},
       {"name":"kind","type":{"type":"enum","name":"Kind","symbols":["STUDY","OTHER"],"default":"OTHER"}},
       {"name":"mood","type":{"type":"enum","name":"Mood","symbols":["GOOD","BAD"]}},
       {"name":"note","type":["null","string"],"default":null},
       {"name":"hall","type":{"type":"record","name":"Hall","fields":[{"name":"name","type":"string"}]}},
       {"name":"tags","type":{"type":"array","items":"string"},"default":[]}]}
      """;

  static Stream<Arguments> refused() {
    return Stream.of(
        change("a field without default is gone", "{\"name\":\"seats\",\"type\":\"int\"},", ""),
        change(
            "a field without default comes",
            "{\"name\":\"seats\"",
            "{\"name\":\"rows\",\"type\":\"int\"},{\"name\":\"seats\""),
        change("a field has another name", "\"seats\"", "\"chairs\""),
        change(
            "a field has another name, with the old one as alias",
            "{\"name\":\"seats\"",
            "{\"name\":\"chairs\",\"aliases\":[\"seats\"]"),
        change(
            "a number is wider",
            "\"name\":\"seats\",\"type\":\"int\"",
            "\"name\":\"seats\",\"type\":\"long\""),
        change(
            "a text becomes a number",
            "\"name\":\"id\",\"type\":\"string\"",
            "\"name\":\"id\",\"type\":\"long\""),
        change("milliseconds become microseconds", "timestamp-millis", "timestamp-micros"),
        change(
            "a time becomes a plain number",
            "{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}",
            "\"long\""),
        change(
            "a symbol comes where old readers have no default",
            "[\"GOOD\",\"BAD\"]",
            "[\"GOOD\",\"BAD\",\"MIXED\"]"),
        change("a symbol without default is gone", "[\"GOOD\",\"BAD\"]", "[\"GOOD\"]"),
        change(
            "null is allowed no more",
            "[\"null\",\"string\"],\"default\":null",
            "\"string\",\"default\":\"\""),
        change(
            "null is allowed from now on",
            "\"name\":\"seats\",\"type\":\"int\"",
            "\"name\":\"seats\",\"type\":[\"null\",\"int\"],\"default\":null"),
        change(
            "a union has a type more", "[\"null\",\"string\"]", "[\"null\",\"string\",\"long\"]"),
        change("items have another type", "\"items\":\"string\"", "\"items\":\"int\""),
        change(
            "a record within changes",
            "[{\"name\":\"name\",\"type\":\"string\"}]",
            "[{\"name\":\"title\",\"type\":\"string\"}]"),
        change("the record has another name", "\"name\":\"Meeting\"", "\"name\":\"Assembly\""),
        change("the record has another namespace", "vn.hoinghi.test", "vn.hoinghi.other"));
  }

  static Stream<Arguments> released() {
    return Stream.of(
        change("nothing changes", "Meeting", "Meeting"),
        change(
            "a field with a default comes",
            "{\"name\":\"seats\"",
            "{\"name\":\"rows\",\"type\":\"int\",\"default\":0},{\"name\":\"seats\""),
        change(
            "a field with a default goes",
            "{\"name\":\"note\",\"type\":[\"null\",\"string\"],\"default\":null},",
            ""),
        change(
            "a symbol comes where all readers have a default",
            "[\"STUDY\",\"OTHER\"]",
            "[\"STUDY\",\"PLENUM\",\"OTHER\"]"),
        change(
            "a symbol goes where all readers have a default",
            "[\"STUDY\",\"OTHER\"]",
            "[\"OTHER\"]"),
        change(
            "words about it change",
            "{\"name\":\"seats\"",
            "{\"name\":\"seats\",\"doc\":\"How many.\""));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aBreakingChangeIsRefused(Schema next) {
    assertThat(Compatibility.faults(next, List.of(parse(OLD)))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("released")
  void aCompatibleOneIsReleased(Schema next) {
    assertThat(Compatibility.faults(next, List.of(parse(OLD)))).isEmpty();
  }

  @Test
  void aSchemaMustGoWithAllVersionsAndNotOnlyWithTheLast() {
    Schema first = parse(OLD.replace(noteField(), noteField().replace("note", "remark")));
    Schema second = parse(OLD.replace(noteField(), ""));
    String asNumber = "{\"name\":\"remark\",\"type\":\"int\",\"default\":0},";
    Schema third = parse(OLD.replace(noteField(), asNumber));

    assertThat(Compatibility.faults(second, List.of(first))).isEmpty();
    assertThat(Compatibility.faults(third, List.of(second))).isEmpty();
    assertThat(Compatibility.faults(third, List.of(first, second)))
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault).contains("version 1").contains("remark"));
  }

  @Test
  void aRefusalNamesTheVersionAndThePlace() {
    Schema micros = parse(OLD.replace("timestamp-millis", "timestamp-micros"));
    assertThat(Compatibility.faults(micros, List.of(parse(OLD))))
        .containsExactly("version 1: /at was timestamp-millis, not timestamp-micros");
  }

  private static String noteField() {
    return "{\"name\":\"note\",\"type\":[\"null\",\"string\"],\"default\":null},";
  }

  private static Arguments change(String name, String from, String to) {
    assertThat(OLD).as(name).contains(from);
    return Arguments.of(Named.of(name, parse(OLD.replace(from, to))));
  }

  private static Schema parse(String json) {
    return new Schema.Parser().parse(json);
  }
}
