/**
 * Who may call: bearer tokens, their verification and the challenge for those who may not; uses
 * {@code config}, and what is declared in {@code tool}, {@code prompt}, {@code resource} and {@code
 * completion}.
 */
package dev.gatehouse.security;
