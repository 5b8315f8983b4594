/** The built-in distances. */
package org.nullcline.similarity.internal;
