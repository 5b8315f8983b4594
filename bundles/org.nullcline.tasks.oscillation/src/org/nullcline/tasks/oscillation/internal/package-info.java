/** The task {@code sine}. */
package org.nullcline.tasks.oscillation.internal;
