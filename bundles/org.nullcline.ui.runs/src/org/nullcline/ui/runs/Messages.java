package org.nullcline.ui.runs;

import org.eclipse.osgi.util.NLS;

/** The texts that users read. */
public final class Messages extends NLS {

	public static String Archive_browse;
	public static String Archive_closed;
	public static String Archive_contents;
	public static String Archive_export;
	public static String Archive_exportDescription;
	public static String Archive_failed;
	public static String Archive_file;
	public static String Archive_fileName;
	public static String Archive_holds;
	public static String Archive_import;
	public static String Archive_importDescription;
	public static String Archive_importing;
	public static String Archive_isFolder;
	public static String Archive_noFile;
	public static String Archive_noFolder;
	public static String Archive_noProject;
	public static String Archive_notThere;
	public static String Archive_nothingChosen;
	public static String Archive_overwrites;
	public static String Archive_project;
	public static String Archive_projectDoc;
	public static String Archive_projectName;
	public static String Columns_message;
	public static String Columns_title;
	public static String Compare_claim;
	public static String Compare_compute;
	public static String Compare_computing;
	public static String Compare_curves;
	public static String Compare_differing;
	public static String Compare_distances;
	public static String Compare_distancesJob;
	public static String Compare_fewRuns;
	public static String Compare_measure;
	public static String Compare_nothing;
	public static String Compare_quantity;
	public static String Compare_reading;
	public static String Compare_results;
	public static String Compare_settings;
	public static String Compare_title;
	public static String Compare_titleSome;
	public static String Compare_unreadable;
	public static String DeleteView_message;
	public static String DeleteView_title;
	public static String Export_csv;
	public static String Export_csvTitle;
	public static String GroupBy_message;
	public static String GroupBy_title;
	public static String Reproduce_changes;
	public static String Reproduce_comparisons;
	public static String Reproduce_difference;
	public static String Reproduce_folder;
	public static String Reproduce_job;
	public static String Reproduce_message;
	public static String Reproduce_noChanges;
	public static String Reproduce_notATolerance;
	public static String Reproduce_numbers;
	public static String Reproduce_outcome;
	public static String Reproduce_result;
	public static String Reproduce_step;
	public static String Reproduce_title;
	public static String Reproduce_what;
	public static String SaveView_message;
	public static String SaveView_nameMissing;
	public static String SaveView_title;
	public static String Table_arranging;
	public static String Table_count;
	public static String Table_filter;
	public static String Table_filterDoc;
	public static String Table_filterHint;
	public static String Table_problem;
	public static String Table_reading;
	public static String Table_runs;
	public static String Table_severalResources;
	public static String Table_unreadable;
	public static String Table_workspace;

	static {
		NLS.initializeMessages("org.nullcline.ui.runs.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
