package dev.gatehouse.interaction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a form shows in the field of a record component at first: the text itself for a text or an
 * enum, otherwise JSON. It must fit. What the user leaves out stays out.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Prefilled {
  String value();
}
