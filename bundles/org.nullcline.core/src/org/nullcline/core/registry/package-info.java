/** What the installed plug-ins contribute: read from the extension registry, without loading a class of theirs. */
package org.nullcline.core.registry;
