/**
 * Methods of CDI beans that are offered to callers: found at deployment, called through the bean's
 * contextual reference; uses {@code schema} and {@code client}.
 */
package dev.gatehouse.bean;
