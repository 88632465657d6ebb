/** Examples to copy. */
package dev.gatehouse.example;
