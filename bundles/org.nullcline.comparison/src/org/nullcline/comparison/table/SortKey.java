package org.nullcline.comparison.table;

/**
 * One of the columns by which rows are ordered.
 *
 * @param column     its name
 * @param descending largest first; runs without a value come last in either direction
 */
public record SortKey(String column, boolean descending) {
}
