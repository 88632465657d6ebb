package dev.gatehouse.engine.mapping;

import dev.gatehouse.engine.bean.BeanMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The entries of all mapping files, and the beans that have their methods. */
public final class MappedTools {
  private final ClassLoader loader;
  private final List<MappingFile> files;
  private final Map<String, List<MappedBean>> beans = new HashMap<>();
  private final Set<String> others = new HashSet<>();

  private MappedTools(ClassLoader loader, List<MappingFile> files) {
    this.loader = loader;
    this.files = List.copyOf(files);
    tools().forEach(tool -> beans.put(tool.type(), new ArrayList<>()));
  }

  /** No entries. */
  public static MappedTools none() {
    return new MappedTools(MappedTools.class.getClassLoader(), List.of());
  }

  /**
   * Reads every file that the application sees: this class loader, or that of its threads. Entries
   * for other classes than the meant ones are passed over.
   */
  public static MappedTools read(ClassLoader own, Predicate<String> meant) {
    ClassLoader loader =
        Optional.ofNullable(Thread.currentThread().getContextClassLoader()).orElse(own);
    return new MappedTools(
        loader,
        MappingFiles.of(List.of(own, loader)).stream().map(file -> file.only(meant)).toList());
  }

  private List<MappedTool> tools() {
    return files.stream().flatMap(file -> file.tools().stream()).toList();
  }

  /** A bean of the application. */
  public void see(Bean<?> bean, AnnotatedType<?> type, boolean isSession) {
    if (!files.isEmpty()) {
      String name = bean.getBeanClass().getName();
      others.add(name);
      Optional.ofNullable(beans.get(name))
          .ifPresent(found -> found.add(new MappedBean(bean, type, isSession)));
    }
  }

  /** The methods of the entries about which nothing is wrong; what is wrong is told. */
  public List<BeanMethod> methods(Consumer<String> problem) {
    List<String> problems = new ArrayList<>();
    files.forEach(file -> problems.addAll(file.problems()));
    List<BeanMethod> methods = new ArrayList<>();
    for (MappedTool tool : tools()) {
      List<MappedBean> found = beans.get(tool.type());
      if (found.size() == 1) {
        found.get(0).method(tool, problems).ifPresent(methods::add);
      } else {
        String why =
            found.isEmpty()
                ? MissingBean.sentence(tool.type(), others, loader)
                : tool.type() + " is the class of several beans";
        problems.add(tool.place() + ": class: " + why);
      }
    }
    problems.forEach(problem);
    return methods;
  }
}
