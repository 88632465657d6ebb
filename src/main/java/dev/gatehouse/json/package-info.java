/** How all others make JSON; nothing that authors need to import. */
package dev.gatehouse.json;
