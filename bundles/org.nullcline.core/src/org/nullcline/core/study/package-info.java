/** Studies: reading and writing their files, changing settings by name, validating, and resolving them into a plan. */
package org.nullcline.core.study;
