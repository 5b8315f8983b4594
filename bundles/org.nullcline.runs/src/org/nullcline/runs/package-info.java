/**
 * What an executed study looks like on disk.
 *
 * <pre>
 * OUTPUT/
 *   study.nullcline                     the study as it was executed
 *   provenance.json                     program, plug-ins, machine
 *   results/ANALYSIS/                   analyses of the whole population
 *   report.html
 *   execution.log                       what happened and when: time, subject and text, separated by tabs
 *   runs/NETWORK/
 *     run.json                          state, every setting, seeds, plug-ins, machine, checksum of the weights
 *     metrics.csv                       one row per validation
 *     reference-losses.csv              what solutions without a network score, if the task names any
 *     weights.safetensors               when training is done
 *     checkpoints/step-NNNNNNNN.safetensors    training can go on from here
 *     checkpoints/best.safetensors      the network with the smallest validation loss
 *     results/ANALYSIS/result.json, *.npy
 *     further-results/ANALYSIS-N/       what was asked afterwards, by hand
 * </pre>
 *
 * The output of a series of studies holds {@code study.series}, one such folder for each member, named as the member's file,
 * and a report.html about all of them.
 *
 * A checkpoint is a network file, as weights.safetensors is, with more in it: arrays {@code optimizer.MEMORY.ARRAY}, and in
 * the metadata {@code step}, {@code seconds} and, under {@code training.}, what the trainer remembers besides: where the
 * plateau schedule stands, which step was best, whether the target was reached. The best network has {@code step} and
 * {@code validation_loss} and nothing of the optimizer. While a run lasts its newest two checkpoints are kept, afterwards
 * the newest; those of every n-th step stay for good if the training plan says so. Any of them can be analyzed as a
 * network.
 *
 * Every file is written under a temporary name, forced to the disk and renamed, so that a file that exists is whole; but for
 * execution.log, to which lines are appended.
 *
 * @since 0.1.0
 */
package org.nullcline.runs;
