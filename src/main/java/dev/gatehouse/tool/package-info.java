/** What authors of tools write with: annotations, results, refusals. */
package dev.gatehouse.tool;
