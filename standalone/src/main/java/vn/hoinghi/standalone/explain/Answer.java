package vn.hoinghi.standalone.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import vn.hoinghi.standalone.terminal.ExitCode;

/**
 * What is said to a question.
 *
 * @param code with which the command ends
 * @param notes for people, beside the answer
 * @param json the answer; null where there is none
 * @param lines the same as text; none where there is none
 */
record Answer(int code, List<String> notes, ObjectNode json, List<String> lines) {
  static Answer of(ObjectNode json, List<String> lines, List<String> notes) {
    return new Answer(0, notes, json, lines);
  }

  static Answer none(String because) {
    return new Answer(ExitCode.FAILED, List.of(because), null, List.of());
  }
}
