package org.nullcline.ui.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.Preset;
import org.nullcline.model.Choice;
import org.nullcline.model.ParameterValue;
import org.nullcline.ui.Messages;
import org.nullcline.ui.common.AccessibleNames;

/** A list of a contribution's presets, which says also which of them the parameters are. Hidden where there are none. */
final class PresetRow {

	/** Under this name tests know the list. */
	static final String NAME = "preset"; //$NON-NLS-1$

	private final StudyPage page;
	private final Composite body;
	private final Combo combo;
	private final Label origin;
	private List<Preset> presets = List.of();
	private Contribution contribution;
	private Choice choice;

	PresetRow(StudyPage page, Composite parent, FormToolkit toolkit) {
		this.page = page;
		body = toolkit.createComposite(parent);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(14, 5).extendedMargins(4, 4, 2, 4).applyTo(body);
		Label label = toolkit.createLabel(body, Messages.Preset_label);
		label.setToolTipText(Messages.Preset_doc);
		combo = new Combo(body, SWT.DROP_DOWN | SWT.READ_ONLY);
		combo.setData(ParameterForm.PARAMETER, NAME);
		combo.setToolTipText(Messages.Preset_doc);
		AccessibleNames.set(combo, Messages.Preset_label);
		toolkit.adapt(combo, true, true);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(combo);
		combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> apply()));
		origin = toolkit.createLabel(body, "", SWT.WRAP); //$NON-NLS-1$
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(420, SWT.DEFAULT).applyTo(origin);
		show(Optional.empty(), null);
	}

	/** Shows the presets of what is chosen. */
	void show(Optional<Contribution> found, Choice shown) {
		choice = shown;
		contribution = found.orElse(null);
		presets = found.map(Contribution::presets).orElse(List.of());
		combo.removeAll();
		combo.add(Messages.Preset_own);
		presets.forEach(preset -> combo.add(preset.name()));
		body.setVisible(!presets.isEmpty());
		GridDataFactory.fillDefaults().grab(true, false).exclude(presets.isEmpty()).applyTo(body);
		refresh();
	}

	/** Looks again which preset the parameters are. */
	void refresh() {
		if (presets.isEmpty()) {
			return;
		}
		Map<String, String> effective = effective();
		Optional<Preset> found = presets.stream().filter(preset -> effective.entrySet().containsAll(preset.values().entrySet()))
				.findFirst();
		int index = found.map(presets::indexOf).orElse(-1) + 1;
		if (combo.getSelectionIndex() != index) {
			combo.select(index);
		}
		String words = found.map(PresetRow::words).orElse(""); //$NON-NLS-1$
		if (!words.equals(origin.getText())) {
			origin.setText(words);
			origin.requestLayout();
			page.reflow();
		}
	}

	private static String words(Preset preset) {
		return preset.reference().isEmpty() ? preset.description()
				: NLS.bind(Messages.Preset_origin, preset.description(), preset.reference());
	}

	private void apply() {
		int index = combo.getSelectionIndex() - 1;
		if (index >= 0) {
			page.document().setParameters(choice, presets.get(index).values());
		} else {
			// Nothing is to be set; the list goes on saying what the parameters are.
			refresh();
		}
	}

	private Map<String, String> effective() {
		Map<String, String> values = contribution.parameters().stream()
				.collect(Collectors.toMap(declaration -> declaration.name(), declaration -> declaration.defaultValue()));
		for (ParameterValue given : choice.getParameters()) {
			values.put(given.getName(), given.getValue());
		}
		return values;
	}
}
