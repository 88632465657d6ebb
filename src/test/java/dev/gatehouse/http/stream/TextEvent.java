package dev.gatehouse.http.stream;

import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.lang.reflect.Type;

/** An event without a server: builds itself. */
final class TextEvent implements OutboundSseEvent, OutboundSseEvent.Builder {
  private String id;
  private String name;
  private String comment;
  private Object data;
  private long reconnectDelay = RECONNECT_NOT_SET;
  private MediaType mediaType;

  @Override
  public OutboundSseEvent build() {
    return this;
  }

  @Override
  public Builder id(String value) {
    id = value;
    return this;
  }

  @Override
  public Builder name(String value) {
    name = value;
    return this;
  }

  @Override
  public Builder comment(String value) {
    comment = value;
    return this;
  }

  @Override
  public Builder reconnectDelay(long milliseconds) {
    reconnectDelay = milliseconds;
    return this;
  }

  @Override
  public Builder mediaType(MediaType value) {
    mediaType = value;
    return this;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Builder data(Class type, Object value) {
    return data(value);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Builder data(GenericType type, Object value) {
    return data(value);
  }

  @Override
  public Builder data(Object value) {
    data = value;
    return this;
  }

  @Override
  public Class<?> getType() {
    return String.class;
  }

  @Override
  public Type getGenericType() {
    return String.class;
  }

  @Override
  public MediaType getMediaType() {
    return mediaType;
  }

  @Override
  public Object getData() {
    return data;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getComment() {
    return comment;
  }

  @Override
  public long getReconnectDelay() {
    return reconnectDelay;
  }

  @Override
  public boolean isReconnectDelaySet() {
    return reconnectDelay != RECONNECT_NOT_SET;
  }
}
