package dev.gatehouse.engine.resource;

import dev.gatehouse.content.BlobResourceContents;
import dev.gatehouse.content.ResourceContents;
import dev.gatehouse.content.TextResourceContents;
import dev.gatehouse.engine.bean.Draft;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.List;
import java.util.Optional;

/** What a resource's method may return, and how it becomes contents. */
enum ResourceForm {
  TEXT {
    @Override
    List<ResourceContents> contents(Object value, String uri, Optional<String> mimeType) {
      return List.of(new TextResourceContents(uri, mimeType, (String) value));
    }
  },
  BYTES {
    @Override
    List<ResourceContents> contents(Object value, String uri, Optional<String> mimeType) {
      return List.of(new BlobResourceContents(uri, mimeType, (byte[]) value));
    }
  },
  CONTENTS {
    @Override
    List<ResourceContents> contents(Object value, String uri, Optional<String> mimeType) {
      return List.of((ResourceContents) value);
    }
  },
  LIST {
    @Override
    List<ResourceContents> contents(Object value, String uri, Optional<String> mimeType) {
      return ((List<?>) value).stream().map(ResourceContents.class::cast).toList();
    }
  };

  /** The form of the method's return type; empty after noting that there is none. */
  static Optional<ResourceForm> of(Type type, Draft draft) {
    Optional<ResourceForm> form = of(type);
    if (form.isEmpty()) {
      draft.problem("return a String, byte[], ResourceContents or List<ResourceContents>");
    }
    return form;
  }

  private static Optional<ResourceForm> of(Type type) {
    if (type == String.class) {
      return Optional.of(TEXT);
    }
    if (type == byte[].class) {
      return Optional.of(BYTES);
    }
    if (isContents(type)) {
      return Optional.of(CONTENTS);
    }
    boolean list =
        type instanceof ParameterizedType p
            && p.getRawType() == List.class
            && isContents(p.getActualTypeArguments()[0]);
    return list ? Optional.of(LIST) : Optional.empty();
  }

  private static boolean isContents(Type type) {
    Type bound = type instanceof WildcardType w ? w.getUpperBounds()[0] : type;
    return bound instanceof Class<?> c && ResourceContents.class.isAssignableFrom(c);
  }

  abstract List<ResourceContents> contents(Object value, String uri, Optional<String> mimeType);
}
