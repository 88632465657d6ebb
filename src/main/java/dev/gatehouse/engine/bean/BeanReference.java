package dev.gatehouse.engine.bean;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Type;
import java.util.function.Function;

/** The contextual reference of a bean, so that its interceptors run. */
final class BeanReference {
  private final BeanManager beans;
  private final Bean<?> bean;
  private final Type view;
  private Object proxy;

  BeanReference(BeanManager beans, Bean<?> bean, Type view) {
    this.beans = beans;
    this.bean = bean;
    this.view = view;
  }

  <T> T with(Function<Object, T> use) {
    return bean.getScope() == Dependent.class ? withNew(use) : use.apply(proxy());
  }

  // A client proxy serves all callers, so it is made once; a race makes two that do the same.
  private Object proxy() {
    Object known = proxy;
    if (known == null) {
      known = create(beans.createCreationalContext(bean));
      proxy = known;
    }
    return known;
  }

  private <T> T withNew(Function<Object, T> use) {
    CreationalContext<?> context = beans.createCreationalContext(bean);
    try {
      return use.apply(create(context));
    } finally {
      context.release();
    }
  }

  private Object create(CreationalContext<?> context) {
    return beans.getReference(bean, view, context);
  }
}
