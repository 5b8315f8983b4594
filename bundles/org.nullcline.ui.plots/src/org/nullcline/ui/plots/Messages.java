package org.nullcline.ui.plots;

import org.eclipse.osgi.util.NLS;

/** Texts for people. */
public final class Messages extends NLS {

	public static String View_reading;
	public static String View_readingRun;
	public static String View_drawing;
	public static String View_nothing;
	public static String View_why;
	public static String Network_notTrained;
	public static String Network_noTask;
	public static String Points_stable;
	public static String Points_oneUnstable;
	public static String Points_unstable;
	public static String Points_slow;
	public static String Points_label;
	public static String Points_showSlow;
	public static String StateSpace_dimensions;
	public static String StateSpace_flat;
	public static String StateSpace_space;
	public static String StateSpace_x;
	public static String StateSpace_y;
	public static String StateSpace_z;
	public static String StateSpace_shownTrials;
	public static String StateSpace_shownTrialsToolTip;
	public static String StateSpace_states;
	public static String StateSpace_trials;
	public static String Eigenvalues_nothing;
	public static String Eigenvalues_unitCircle;
	public static String Eigenvalues_leading;
	public static String Eigenvalues_leadingToolTip;
	public static String Distances_nothing;
	public static String Distances_matrix;
	public static String Distances_order;
	public static String Distances_byDendrogram;
	public static String Distances_byName;
	public static String Distances_asStored;
	public static String Distances_distance;
	public static String Map_nothing;
	public static String Map_map;
	public static String Map_colour;
	public static String Map_architecture;
	public static String Map_units;
	public static String Weights_matrix;
	public static String Weights_rows;
	public static String Weights_columns;
	public static String Weights_alike;
	public static String Weights_byNumber;
	public static String Weights_byGroup;
	public static String Weights_byMagnitude;
	public static String Weights_byEigenvector;
	public static String Weights_bySimilarity;
	public static String Weights_weight;
	public static String Weights_unit;
	public static String Weights_input;
	public static String Weights_output;
	public static String Weights_from;
	public static String Weights_to;
	public static String Residency_nothing;
	public static String Residency_time;
	public static String Residency_count;
	public static String Residency_logCount;
	public static String Residency_bins;
	public static String Residency_logarithm;
	public static String Sweep_nothing;
	public static String Sweep_symbol;
	public static String Sweep_title;
	public static String Sweep_factor;
	public static String Sweep_switches;
	public static String Sweep_random;
	public static String Activity_trial;
	public static String Activity_title;
	public static String Activity_step;
	public static String Activity_activity;
	public static String Intervention_part;
	public static String Intervention_partToolTip;
	public static String Intervention_factor;
	public static String Intervention_sliderToolTip;
	public static String Intervention_recurrent;
	public static String Intervention_external;
	public static String Intervention_whole;
	public static String Intervention_activity;
	public static String Intervention_trajectory;
	public static String Intervention_outputs;
	public static String Intervention_unchanged;
	public static String Intervention_changed;
	public static String Intervention_chooseUnits;
	public static String Intervention_state;
	public static String Units_units;
	public static String Units_unit;
	public static String Units_group;
	public static String Units_fieldMessage;
	public static String Units_fieldToolTip;
	public static String Units_wrong;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
