/** Recursions behind inference and closed forms. */
package org.nullcline.hmm.internal;
