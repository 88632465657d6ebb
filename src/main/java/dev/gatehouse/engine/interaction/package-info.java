/** What a running method reaches its client by, for both eras: the protocol's side of the API. */
package dev.gatehouse.engine.interaction;
