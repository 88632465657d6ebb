package dev.gatehouse.security.scope;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class LostEjbTest {
  @Singleton
  static class Orders {}

  static class Plain {}

  /** Loads classes anew, as a server that has no EJBs. */
  private static final class WithoutEjbs extends ClassLoader {
    private WithoutEjbs() {
      super(LostEjbTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("jakarta.ejb.")) {
        throw new ClassNotFoundException(name);
      }
      return name.startsWith(LostEjbTest.class.getName())
          ? anew(name)
          : super.loadClass(name, resolve);
    }

    private Class<?> anew(String name) throws ClassNotFoundException {
      try (InputStream code = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = code.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private static Class<?> anew(Class<?> type) throws ClassNotFoundException {
    return new WithoutEjbs().loadClass(type.getName());
  }

  @Test
  void an_ejb_whose_annotation_is_not_there_is_named() throws Exception {
    assertThat(anew(Orders.class).getAnnotations()).isEmpty();
    assertThat(LostEjb.of(anew(Orders.class)))
        .singleElement()
        .asString()
        .contains(Orders.class.getName(), "EJB");
  }

  @Test
  void an_ejb_where_there_are_some_is_not_lost() {
    assertThat(LostEjb.of(Orders.class)).isEmpty();
  }

  @Test
  void a_class_that_is_none_is_not_lost() throws Exception {
    assertThat(LostEjb.of(anew(Plain.class))).isEmpty();
  }
}
