/**
 * Networks that other programs have trained: {@link org.nullcline.runs.exchange.NetworkImport} makes a network of the arrays
 * that a file holds, by PyTorch's or Keras's names and layouts or as told.
 *
 * @since 0.1.0
 */
package org.nullcline.runs.exchange;
