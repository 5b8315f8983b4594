/** How the index reads run folders, and how it keeps what it has read. */
package org.nullcline.runs.internal.index;
