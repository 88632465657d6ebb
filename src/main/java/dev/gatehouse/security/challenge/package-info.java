/**
 * The door: who has a valid token goes in, everybody else gets a challenge that leads to the login.
 */
package dev.gatehouse.security.challenge;
