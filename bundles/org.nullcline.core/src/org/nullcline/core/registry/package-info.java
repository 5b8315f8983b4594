/**
 * What the installed plug-ins contribute: read from the extension registry, without loading a class of theirs.
 *
 * @since 0.1.0
 */
package org.nullcline.core.registry;
