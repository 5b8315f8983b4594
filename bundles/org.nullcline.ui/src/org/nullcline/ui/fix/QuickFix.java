package org.nullcline.ui.fix;

/**
 * A change that mends a problem.
 *
 * @param label  what it does, for people; tells it from the others of the same problem
 * @param change changes the study whose problem it is
 */
public record QuickFix(String label, Runnable change) {
}
