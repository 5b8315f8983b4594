/** What plug-in projects are compiled against, and how the compiler is asked. */
package org.nullcline.development.internal;
