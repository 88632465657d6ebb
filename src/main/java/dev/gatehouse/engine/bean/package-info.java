/**
 * Methods of CDI beans that are offered to callers: found at deployment, called through the bean's
 * contextual reference.
 */
package dev.gatehouse.engine.bean;
