/** Which scopes are needed for what, checked at deployment and at each call. */
package dev.gatehouse.security.scope;
