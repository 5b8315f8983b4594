/** One small example for each of the other contracts. */
package org.example.toolbox;
