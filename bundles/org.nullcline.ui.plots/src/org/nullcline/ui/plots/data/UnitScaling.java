package org.nullcline.ui.plots.data;

import org.nullcline.dynamics.DriveIntervention.Drive;

/**
 * What is done to some units during a trial.
 *
 * @param part   what is scaled
 * @param units  of which units, from 0
 * @param factor 0 silences, 1 changes nothing
 */
public record UnitScaling(Part part, int[] units, double factor) {

	/** What can be scaled. */
	public enum Part {
		/** W h, what comes from the other units. */
		RECURRENT(Drive.RECURRENT),
		/** V x, what comes from the inputs. */
		EXTERNAL(Drive.EXTERNAL),
		/** Both. */
		WHOLE(Drive.WHOLE),
		/** The value of the unit after each step, as the next step and the readout see it; every cell allows that. */
		ACTIVITY(null);

		private final Drive drive;

		Part(Drive drive) {
			this.drive = drive;
		}

		/** The part of the drive; null for the activity. */
		Drive drive() {
			return drive;
		}
	}

	boolean changesNothing() {
		return factor == 1 || units.length == 0;
	}
}
