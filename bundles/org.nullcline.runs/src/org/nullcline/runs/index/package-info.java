/**
 * An index over the runs of many executions, so that thousands of them can be listed at once. It is made of the run folders
 * and can be made again from them at any time; what the folders say is true, whatever the index says.
 */
package org.nullcline.runs.index;
