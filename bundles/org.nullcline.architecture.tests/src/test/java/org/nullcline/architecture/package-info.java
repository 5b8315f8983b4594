/** Proves the rules between bundles: from the manifests, extension declarations and sources of the whole tree. */
package org.nullcline.architecture;
