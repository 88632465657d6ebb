/** What administrators may see. */
package dev.gatehouse.http.admin;
