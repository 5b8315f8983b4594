package org.nullcline.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.IMessageManager;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.ParameterType;
import org.nullcline.ui.Messages;
import org.nullcline.ui.common.AccessibleNames;

/** A form made from parameter declarations: a row for each, marked with the declaration's message if its value is not permitted. */
public final class ParameterForm {

	/** Under this key the control of a parameter knows the parameter's name. */
	public static final String PARAMETER = "org.nullcline.ui.parameter"; //$NON-NLS-1$

	/** How wide a field is, in points. */
	private static final int FIELD = 160;

	/** Where the values come from and go to. */
	public interface Values {

		/** The value, or null for the default. */
		String get(ParameterDeclaration parameter);

		/**
		 * Takes a value, null for the default.
		 *
		 * @param field identifies the control, so that several keystrokes make one command
		 */
		void set(ParameterDeclaration parameter, String value, Object field);

		/** The next change is a command of its own. */
		void endTyping();

		/** Where a problem of the parameter is, in the words of the validator. */
		String location(ParameterDeclaration parameter);

		/** Why a value is not permitted. */
		default Optional<String> problem(ParameterDeclaration parameter, String value) {
			return parameter.problem(value);
		}

		/** Whether a parameter means anything beside the other values; one that does not is disabled. */
		default boolean applies(ParameterDeclaration parameter) {
			return true;
		}

		/** Whether a value that is not permitted can be taken all the same, for the validator to complain of. */
		default boolean storable(ParameterDeclaration parameter, String value) {
			return true;
		}
	}

	private record Row(ParameterDeclaration parameter, Label label, Control control) {
	}

	private final Composite body;
	private final FormToolkit toolkit;
	private final IMessageManager messages;
	private final Values values;
	private final List<Row> rows = new ArrayList<>();
	private boolean refreshing;
	/** The row that is typed into: "0.00" may become "0.003", and must not turn into "0.0" before. */
	private Row editing;

	/**
	 * @param multiline names of parameters of several lines
	 */
	public ParameterForm(Composite parent, FormToolkit toolkit, IMessageManager messages,
			List<ParameterDeclaration> parameters, Set<String> multiline, Values values) {
		this.toolkit = toolkit;
		this.messages = messages;
		this.values = values;
		body = toolkit.createComposite(parent);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(14, 5).extendedMargins(4, 4, 2, 4).applyTo(body);
		parameters.forEach(parameter -> addRow(parameter, multiline.contains(parameter.name())));
		refresh();
	}

	public Control control() {
		return body;
	}

	/** Shows the values as they are now. */
	public void refresh() {
		refreshing = true;
		try {
			for (Row row : rows) {
				String value = effective(row.parameter);
				if (row != editing && !value.equals(text(row))) {
					show(row, value);
				}
				mark(row);
				boolean applies = values.applies(row.parameter);
				row.label.setEnabled(applies);
				row.control.setEnabled(applies);
			}
		} finally {
			refreshing = false;
		}
	}

	/** Whether the form itself says that something is wrong at a location. */
	public boolean marks(String location) {
		return rows.stream().anyMatch(row -> values.location(row.parameter).equals(location)
				&& problem(row).isPresent());
	}

	/** Removes the form with its messages. */
	public void dispose() {
		rows.forEach(row -> messages.removeMessages(row.control));
		body.dispose();
		rows.clear();
		// Else the manager stumbles over the controls that it once marked.
		messages.update();
	}

	private void addRow(ParameterDeclaration parameter, boolean multiline) {
		Label label = toolkit.createLabel(body, parameter.label());
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, multiline ? SWT.BEGINNING : SWT.CENTER).applyTo(label);
		Control control = parameter.type() == ParameterType.TEXT ? createText(multiline) : createWithUnit(parameter);
		String tip = toolTip(parameter);
		label.setToolTipText(tip);
		control.setToolTipText(tip);
		control.setData(PARAMETER, parameter.name());
		AccessibleNames.set(control, parameter.label());
		Row row = new Row(parameter, label, control);
		rows.add(row);
		control.addListener(control instanceof Text ? SWT.Modify : SWT.Selection, event -> edited(row));
		control.addListener(SWT.FocusOut, event -> left(row));
	}

	/** As wide as the form. */
	private Text createText(boolean multiline) {
		Composite holder = holder(1);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(holder);
		Text text = toolkit.createText(holder, "", multiline ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.SINGLE); //$NON-NLS-1$
		GridDataFactory.fillDefaults().grab(true, false).hint(280, multiline ? 70 : SWT.DEFAULT).applyTo(text);
		toolkit.paintBordersFor(holder);
		return text;
	}

	/** What holds a control leaves room for the border around it. */
	private Composite holder(int columns) {
		Composite holder = toolkit.createComposite(body);
		GridLayoutFactory.fillDefaults().numColumns(columns).extendedMargins(2, 2, 2, 2).spacing(10, 0).applyTo(holder);
		return holder;
	}

	/** Unit and default stand right behind the control, however wide the form is. */
	private Control createWithUnit(ParameterDeclaration parameter) {
		Composite holder = holder(2);
		Control control = switch (parameter.type()) {
		case BOOLEAN -> toolkit.createButton(holder, "", SWT.CHECK); //$NON-NLS-1$
		case CHOICE -> combo(holder, parameter);
		default -> toolkit.createText(holder, "", SWT.SINGLE); //$NON-NLS-1$
		};
		int width = switch (parameter.type()) {
		case BOOLEAN -> SWT.DEFAULT;
		case CHOICE -> Math.max(FIELD, control.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
		default -> FIELD;
		};
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).hint(width, SWT.DEFAULT).applyTo(control);
		toolkit.createLabel(holder, unit(parameter));
		toolkit.paintBordersFor(holder);
		return control;
	}

	private Combo combo(Composite parent, ParameterDeclaration parameter) {
		Combo combo = new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY);
		combo.setItems(parameter.choices().toArray(String[]::new));
		toolkit.adapt(combo, true, true);
		return combo;
	}

	private void edited(Row row) {
		if (refreshing) {
			return;
		}
		String text = text(row);
		mark(row);
		boolean useDefault = text.isEmpty() && row.parameter.type() != ParameterType.TEXT;
		if (useDefault || values.storable(row.parameter, text)) {
			refreshing = true;
			editing = row;
			try {
				values.set(row.parameter, useDefault ? null : text, row.control);
			} finally {
				editing = null;
				refreshing = false;
			}
		}
	}

	/** An emptied field shows the default that is in force again, and another one what has become of the text. */
	private void left(Row row) {
		values.endTyping();
		if (text(row).isEmpty() || values.storable(row.parameter, text(row))) {
			refresh();
		}
	}

	private void mark(Row row) {
		Optional<String> problem = problem(row);
		String key = values.location(row.parameter);
		if (problem.isPresent()) {
			messages.addMessage(key, row.parameter.label() + ": " + problem.get(), null, IMessageProvider.ERROR, row.control); //$NON-NLS-1$
		} else {
			messages.removeMessages(row.control);
		}
	}

	/** What is wrong with a row; nothing if it is empty, for its default, or disabled. */
	private Optional<String> problem(Row row) {
		String text = text(row);
		boolean useDefault = text.isEmpty() && row.parameter.type() != ParameterType.TEXT;
		return useDefault || !values.applies(row.parameter) ? Optional.empty() : values.problem(row.parameter, text);
	}

	private String effective(ParameterDeclaration parameter) {
		String value = values.get(parameter);
		return value == null ? parameter.defaultValue() : value;
	}

	private static String text(Row row) {
		return switch (row.control) {
		case Text text -> text.getText();
		case Combo combo -> combo.getText();
		case Button button -> Boolean.toString(button.getSelection());
		default -> throw new IllegalStateException();
		};
	}

	private static void show(Row row, String value) {
		switch (row.control) {
		case Text text -> text.setText(value);
		case Combo combo -> combo.select(combo.indexOf(value));
		case Button button -> button.setSelection(Boolean.parseBoolean(value));
		default -> throw new IllegalStateException();
		}
	}

	/** Unit, range and default, in that order, as far as there are any. */
	private static String unit(ParameterDeclaration parameter) {
		List<String> words = new ArrayList<>();
		if (!parameter.unit().isEmpty()) {
			words.add(parameter.unit());
		}
		if (parameter.type() == ParameterType.INTEGER || parameter.type() == ParameterType.REAL) {
			String range = NumberRange.words(parameter);
			if (!range.isEmpty()) {
				words.add(range);
			}
		}
		words.add(NLS.bind(Messages.Form_default, parameter.defaultValue()));
		return String.join(", ", words); //$NON-NLS-1$
	}

	private static String toolTip(ParameterDeclaration parameter) {
		String range = NLS.bind(Messages.Form_permitted, parameter.permitted());
		return parameter.documentation().isEmpty() ? range
				: parameter.documentation() + System.lineSeparator() + range;
	}
}
