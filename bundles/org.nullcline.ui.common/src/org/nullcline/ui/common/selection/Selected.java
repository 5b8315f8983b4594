package org.nullcline.ui.common.selection;

import org.eclipse.core.runtime.IAdaptable;
import org.nullcline.runs.RunReference;

/** A part of a run. */
public sealed interface Selected extends IAdaptable permits SelectedFixedPoint, SelectedUnit, SelectedTime {

	/** Whose part it is. */
	RunReference run();

	@Override
	default <T> T getAdapter(Class<T> type) {
		return type == RunReference.class ? type.cast(run()) : null;
	}
}
