package vn.hoinghi.standalone;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** A class of one app uses no class of another. */
final class OnlyOwnApp extends ArchCondition<JavaClass> {
  private final List<String> apps;

  OnlyOwnApp(String description, String... apps) {
    super(description);
    this.apps = List.of(apps);
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    String own = appOf(item);
    item.getDirectDependenciesFromSelf().stream()
        .filter(d -> !appOf(d.getTargetClass()).isEmpty() && !appOf(d.getTargetClass()).equals(own))
        .forEach(d -> events.add(SimpleConditionEvent.violated(item, d.getDescription())));
  }

  private String appOf(JavaClass type) {
    return apps.stream().filter(type.getPackageName()::startsWith).findFirst().orElse("");
  }
}
