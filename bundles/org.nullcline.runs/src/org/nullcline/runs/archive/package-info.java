/**
 * A study with its executions as one ZIP file, to be handed on or put away.
 *
 * <pre>
 * studies/NAME.nullcline        study files, if there are any
 * runs/EXECUTION/...            output folders, file by file
 * nullcline-archive.json        every file with its size and SHA-256
 * </pre>
 *
 * The same files give the same archive. What is read is only believed after it was held against the list.
 */
package org.nullcline.runs.archive;
