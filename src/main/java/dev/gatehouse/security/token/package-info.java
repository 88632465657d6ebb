/** Access tokens: their signature and claims. */
package dev.gatehouse.security.token;
