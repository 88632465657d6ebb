package dev.gatehouse.engine.mapping;

import dev.gatehouse.config.EditDistance;
import dev.gatehouse.engine.bean.Ejbs;
import java.util.Set;

/** Why a class that an entry names is no bean. */
final class MissingBean {
  private MissingBean() {}

  static String sentence(String name, Set<String> beans, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      return Ejbs.isEjb(type)
          ? name + " is an EJB, and this server makes none here: use one that has EJBs"
          : name
              + " is no CDI bean: give it a scope such as @ApplicationScoped, or name a bean that"
              + " calls it; an EJB is one where the server has EJBs";
    } catch (ClassNotFoundException | LinkageError e) {
      String nearest =
          EditDistance.nearest(name, beans).map(bean -> "; the nearest bean is " + bean).orElse("");
      return name + " is not there" + nearest;
    }
  }
}
