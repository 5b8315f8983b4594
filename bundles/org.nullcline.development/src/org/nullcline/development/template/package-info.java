/** Plug-in projects to begin with: complete, buildable, with a working example and its tests. */
package org.nullcline.development.template;
