/**
 * Hidden Markov models of symbol sequences: definitions, closed forms, sampling, inference, and the same statistics measured
 * on sequences. States and symbols are numbered from 0; time steps too. Arrays are indexed [state], [state, state] or [state,
 * symbol], and rows are probabilities.
 */
package org.nullcline.hmm;
