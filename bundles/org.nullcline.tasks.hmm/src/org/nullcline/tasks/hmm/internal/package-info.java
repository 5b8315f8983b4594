/** The task {@code hmm}. */
package org.nullcline.tasks.hmm.internal;
