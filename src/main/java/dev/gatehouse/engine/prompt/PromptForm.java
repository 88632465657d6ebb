package dev.gatehouse.engine.prompt;

import dev.gatehouse.prompt.PromptMessage;
import dev.gatehouse.prompt.PromptResult;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/** What a prompt's method may return, and how it becomes the result. */
enum PromptForm {
  TEXT {
    @Override
    PromptResult result(Object value, Optional<String> description) {
      return new PromptResult(description, List.of(PromptMessage.user((String) value)));
    }
  },
  MESSAGE {
    @Override
    PromptResult result(Object value, Optional<String> description) {
      return new PromptResult(description, List.of((PromptMessage) value));
    }
  },
  MESSAGES {
    @Override
    PromptResult result(Object value, Optional<String> description) {
      List<PromptMessage> messages =
          ((List<?>) value).stream().map(PromptMessage.class::cast).toList();
      return new PromptResult(description, messages);
    }
  },
  RESULT {
    @Override
    PromptResult result(Object value, Optional<String> description) {
      return (PromptResult) value;
    }
  };

  /** The form of a return type; empty when there is none. */
  static Optional<PromptForm> of(Type type) {
    if (type == String.class) {
      return Optional.of(TEXT);
    }
    if (type == PromptMessage.class) {
      return Optional.of(MESSAGE);
    }
    if (type == PromptResult.class) {
      return Optional.of(RESULT);
    }
    boolean messages =
        type instanceof ParameterizedType list
            && list.getRawType() == List.class
            && list.getActualTypeArguments()[0] == PromptMessage.class;
    return messages ? Optional.of(MESSAGES) : Optional.empty();
  }

  abstract PromptResult result(Object value, Optional<String> description);
}
