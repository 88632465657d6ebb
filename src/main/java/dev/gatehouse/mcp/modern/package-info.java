/** The era in which each request says all about itself, since 2026-07-28. */
package dev.gatehouse.mcp.modern;
