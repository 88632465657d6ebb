/** The request that a thread serves. */
package dev.gatehouse.request;
