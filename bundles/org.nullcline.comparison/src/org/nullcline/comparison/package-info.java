/** What several runs have in common and in what they differ: curves, results, distances; and whether a run can be reproduced. */
package org.nullcline.comparison;
