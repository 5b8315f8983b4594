/** A network in which most connections do not exist, with a fast pass and analytic derivatives of its own. */
package org.example.sparse;
