/** A cell with a state of two arrays that gives no derivatives: Nullcline takes them by differences. */
package org.example.adaptive;
