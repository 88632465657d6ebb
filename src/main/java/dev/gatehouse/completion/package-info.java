/**
 * What authors write with to propose values for the arguments of prompts and resource templates.
 */
package dev.gatehouse.completion;
