/** Three nodes of different servers behind one balancer, to try and to be tried by clients. */
package dev.gatehouse.run.cluster;
