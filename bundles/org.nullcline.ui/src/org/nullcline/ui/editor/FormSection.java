package org.nullcline.ui.editor;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;

/** A titled section for a form. */
final class FormSection {

	private FormSection() {
	}

	/** Makes a section and returns the composite for its content. */
	static Composite create(Composite parent, FormToolkit toolkit, String title, String description, boolean grabVertical) {
		Section section = toolkit.createSection(parent,
				ExpandableComposite.TITLE_BAR | ExpandableComposite.EXPANDED | (description.isEmpty() ? 0 : Section.DESCRIPTION));
		section.setText(title);
		if (!description.isEmpty()) {
			section.setDescription(description);
		}
		GridDataFactory.fillDefaults().grab(true, grabVertical).applyTo(section);
		Composite client = toolkit.createComposite(section);
		GridLayoutFactory.swtDefaults().applyTo(client);
		section.setClient(client);
		return client;
	}
}
