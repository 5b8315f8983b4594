package @package@;

import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Cell;
import org.nullcline.core.parameter.Parameters;

/** Makes cells from the parameters that plugin.xml declares. */
public class @Class@Architecture implements Architecture {

	@Override
	public Cell create(int inputs, int units, Parameters parameters) {
		return new @Class@Cell(inputs, units, parameters.getReal("leak"), parameters.getReal("gain"));
	}
}
