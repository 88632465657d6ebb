package dev.gatehouse.json;

/** JSON that is written already. */
sealed interface Prepared permits PreparedObject, PreparedArray {
  byte[] bytes();
}
