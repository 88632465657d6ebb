/**
 * Who may call: bearer tokens, their verification and the challenge for those who may not; uses
 * {@code config}.
 */
package dev.gatehouse.security;
