package org.nullcline.ui.runs.table;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.nullcline.comparison.table.FilterSyntaxException;
import org.nullcline.comparison.table.RunColumn;
import org.nullcline.comparison.table.RunColumns;
import org.nullcline.comparison.table.RunFilter;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.ui.common.Coalescer;
import org.nullcline.ui.runs.Messages;

/** The field for the filter, what is wrong with it, and how many runs are shown. */
final class FilterBar {

	/** Of the field, for whoever looks for it among all widgets. */
	static final String FIELD = "org.nullcline.ui.runs.filter"; //$NON-NLS-1$

	private static final int INTERVAL = 150;

	private final Text field;
	private final Label message;
	private final ControlDecoration error;
	private final Coalescer typed;
	private String problem;

	/**
	 * @param filtered is told the filter when it has been typed
	 * @param columns  that can be named
	 */
	FilterBar(Composite parent, Consumer<String> filtered, Supplier<RunColumns> columns) {
		Composite bar = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(2, 2).spacing(8, 0).applyTo(bar);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		field = new Text(bar, SWT.SEARCH | SWT.ICON_CANCEL | SWT.BORDER);
		field.setMessage(Messages.Table_filterHint);
		field.setToolTipText(Messages.Table_filterDoc);
		field.setData(FIELD, Boolean.TRUE);
		AccessibleNames.set(field, Messages.Table_filter);
		GridDataFactory.fillDefaults().grab(true, false).indent(10, 0).applyTo(field);
		message = new Label(bar, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).minSize(120, SWT.DEFAULT).applyTo(message);
		error = new ControlDecoration(field, SWT.LEFT | SWT.TOP);
		error.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR).getImage());
		error.hide();
		typed = new Coalescer(parent.getDisplay(), INTERVAL, () -> {
			if (!field.isDisposed()) {
				filtered.accept(field.getText());
			}
		});
		field.addListener(SWT.Modify, event -> typed.request());
		field.addListener(SWT.DefaultSelection, event -> filtered.accept(field.getText()));
		assist(columns);
	}

	/** Shows a filter that was not typed. */
	void setFilter(String filter) {
		if (!field.getText().equals(filter)) {
			field.setText(filter);
		}
	}

	/** Says how many runs are shown, or what is wrong with the filter. */
	void show(FilterSyntaxException newProblem, long shown, int total, String scope) {
		problem = newProblem == null ? null : newProblem.getMessage();
		if (problem != null) {
			error.setDescriptionText(NLS.bind(Messages.Table_problem, problem, newProblem.start() + 1));
			error.show();
			message.setText(problem);
		} else {
			error.hide();
			message.setText(NLS.bind(Messages.Table_count, new Object[] { shown, total, scope }));
		}
		message.setToolTipText(message.getText());
		message.getParent().layout();
	}

	void setFocus() {
		field.setFocus();
	}

	void dispose() {
		typed.dispose();
	}

	/** Proposes columns whose name begins with the word at the cursor. */
	private void assist(Supplier<RunColumns> columns) {
		ContentProposalAdapter adapter = new ContentProposalAdapter(field, new TextContentAdapter(), (contents, position) -> {
			int start = position;
			while (start > 0 && isPartOfName(contents.charAt(start - 1))) {
				start--;
			}
			String begun = contents.substring(start, position).toLowerCase(Locale.ROOT);
			return columns.get().all().stream().map(RunColumn::name).map(RunFilter::quoted)
					.filter(name -> name.toLowerCase(Locale.ROOT).startsWith(begun))
					.map(name -> new ContentProposal(name.substring(begun.length()), name, null)).toArray(IContentProposal[]::new);
		}, KeyStroke.getInstance(SWT.MOD1, ' '), null);
		adapter.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_INSERT);
	}

	private static boolean isPartOfName(char c) {
		return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == '\'';
	}
}
