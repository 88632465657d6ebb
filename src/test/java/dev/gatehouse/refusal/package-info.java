/** WARs that must not be deployed. */
package dev.gatehouse.refusal;
