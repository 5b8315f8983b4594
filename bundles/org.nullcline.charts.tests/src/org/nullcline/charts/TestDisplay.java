package org.nullcline.charts;

import org.eclipse.swt.graphics.DeviceData;
import org.eclipse.swt.widgets.Display;

/** One display for all tests: GTK does not take kindly to several in one process. It ends with the process. */
final class TestDisplay {

	/** Knows which resources there are. */
	static final Display INSTANCE = create();

	private TestDisplay() {
	}

	private static Display create() {
		DeviceData data = new DeviceData();
		data.tracking = true;
		return new Display(data);
	}
}
