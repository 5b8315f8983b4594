/** How plug-ins are looked through and provisioned by p2. */
package org.nullcline.plugins.internal;
