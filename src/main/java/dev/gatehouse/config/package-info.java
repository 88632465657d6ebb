/** Every setting of Gatehouse, typed and checked once; uses nothing else of Gatehouse. */
package dev.gatehouse.config;
