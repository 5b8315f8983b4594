/**
 * Hidden Markov models of symbol sequences: definitions, closed forms, sampling, inference, and the same statistics measured
 * on sequences. States and symbols are numbered from 0; time steps too. Arrays are indexed [state], [state, state] or [state,
 * symbol], and rows are probabilities.
 *
 * @since 0.1.0
 */
package org.nullcline.hmm;
