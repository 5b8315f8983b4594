/** Plays people who have the finished product, its archive and its p2 repository, and none of its sources. */
package org.nullcline.plugintests;
