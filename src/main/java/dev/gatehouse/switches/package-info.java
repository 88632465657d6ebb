/** What the operator switches off and on while the server runs. */
package dev.gatehouse.switches;
