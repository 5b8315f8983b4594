package org.nullcline.ui.development;

import org.eclipse.osgi.util.NLS;

/** The texts that users read. */
final class Messages extends NLS {

	public static String Build_cannot;
	public static String Build_validating;
	public static String Export_failed;
	public static String Export_exporting;
	public static String Export_errors;
	public static String Export_title;
	public static String Export_done;
	public static String Install_failed;
	public static String Install_installing;
	public static String Install_restart;
	public static String Install_restartNow;
	public static String Install_restartLater;
	public static String Install_title;
	public static String Load_loading;
	public static String Wizard_analysis;
	public static String Wizard_architecture;
	public static String Wizard_contents;
	public static String Wizard_creating;
	public static String Wizard_description;
	public static String Wizard_exists;
	public static String Wizard_failed;
	public static String Wizard_identifier;
	public static String Wizard_identifierHint;
	public static String Wizard_nothing;
	public static String Wizard_taken;
	public static String Wizard_task;
	public static String Wizard_title;
	public static String Wizard_vendor;

	static {
		initializeMessages("org.nullcline.ui.development.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
