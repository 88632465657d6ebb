/** Figures of the code itself, taken from its syntax trees and its classes. */
package dev.gatehouse.support.code;
