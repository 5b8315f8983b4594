/** Executions, runs and results in the navigator. */
package org.nullcline.ui.navigator;
