/** A task and an analysis for Nullcline: graded memory, and how long it lasts. */
package org.example.gradedmemory;
