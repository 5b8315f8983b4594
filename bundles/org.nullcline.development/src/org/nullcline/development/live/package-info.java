/** Takes plug-ins that are being developed into the running Nullcline, and out again, without a restart. */
package org.nullcline.development.live;
