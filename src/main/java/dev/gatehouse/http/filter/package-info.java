/** What is refused before a token is looked at. */
package dev.gatehouse.http.filter;
