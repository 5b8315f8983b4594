/** Tasks: what the networks of a study are asked to do. */
package org.nullcline.core.task;
