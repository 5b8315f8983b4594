/** Runs as a table: columns, filters, orders, groups, and the table as CSV. Knows no window. */
package org.nullcline.comparison.table;
