/** The application servers, started from the files of server-config as their operators would. */
package dev.gatehouse.support.server;
