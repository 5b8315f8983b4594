/**
 * Plug-ins of others: what is installed and how it fares, installing from a file or a p2 repository, and taking away again. All or
 * nothing: whatever will not do is refused before anything of the installation is changed.
 */
package org.nullcline.plugins;
