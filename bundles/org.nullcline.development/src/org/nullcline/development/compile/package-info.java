/** Compiles plug-in projects with the compiler that Nullcline brings, against the running Nullcline, and packs them. */
package org.nullcline.development.compile;
