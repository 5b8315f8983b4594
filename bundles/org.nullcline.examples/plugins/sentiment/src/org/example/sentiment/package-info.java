/** Sequences of symbols, each of its own length, with an answer at the end. */
package org.example.sentiment;
