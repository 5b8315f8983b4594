/** The task {@code context-integration}. */
package org.nullcline.tasks.integration.internal;
