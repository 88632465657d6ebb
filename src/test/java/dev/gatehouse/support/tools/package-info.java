/** Beans that several tests deploy. */
package dev.gatehouse.support.tools;
