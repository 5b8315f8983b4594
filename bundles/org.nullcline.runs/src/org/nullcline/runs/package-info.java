/**
 * What an executed study looks like on disk.
 *
 * <pre>
 * OUTPUT/
 *   study.nullcline                     the study as it was executed
 *   provenance.json                     program, plug-ins, machine
 *   results/ANALYSIS/                   analyses of the whole population
 *   report.html
 *   runs/NETWORK/
 *     run.json                          state, every setting, seeds, plug-ins, machine, checksum of the weights
 *     metrics.csv
 *     weights.safetensors               when training is done
 *     checkpoints/step-NNNNNNNN.safetensors
 *     results/ANALYSIS/result.json, *.npy
 *     further-results/ANALYSIS-N/       what was asked afterwards, by hand
 * </pre>
 *
 * Every file is written under a temporary name, forced to the disk and renamed, so that a file that exists is whole.
 */
package org.nullcline.runs;
