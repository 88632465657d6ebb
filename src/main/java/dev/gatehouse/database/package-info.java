/** The database that the estate has anyway: where is kept what outlives a node. */
package dev.gatehouse.database;
