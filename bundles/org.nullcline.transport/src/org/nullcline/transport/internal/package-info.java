/** How transport between sequences is computed fast, and the objective made of it. */
package org.nullcline.transport.internal;
