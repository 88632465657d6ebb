/** The endpoint as any client of HTTP sees it. */
package dev.gatehouse.it.endpoint;
