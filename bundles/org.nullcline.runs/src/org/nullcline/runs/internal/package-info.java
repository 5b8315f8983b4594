/** Formats of array files, as contributions. */
package org.nullcline.runs.internal;
