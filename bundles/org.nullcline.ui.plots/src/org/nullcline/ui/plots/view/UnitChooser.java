package org.nullcline.ui.plots.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.WeightMatrices.Group;

/** Chooses hidden units: from a list with their groups, or as numbers in a field. Both say the same. */
final class UnitChooser {

	private final Composite body;
	private final Text field;
	private final ControlDecoration problem;
	private final Table table;
	private final Runnable changed;
	private List<Group> groups = List.of();
	private int units;
	private int[] chosen = new int[0];

	/** @param changed is called when the user has chosen others */
	UnitChooser(Composite parent, Runnable changed) {
		this.changed = changed;
		body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(4, 0).applyTo(body);
		field = new Text(body, SWT.BORDER | SWT.SINGLE);
		field.setMessage(Messages.Units_fieldMessage);
		field.setToolTipText(Messages.Units_fieldToolTip);
		AccessibleNames.set(field, Messages.Units_units);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 0).applyTo(field);
		field.addListener(SWT.Modify, _ -> read());
		problem = new ControlDecoration(field, SWT.LEFT | SWT.TOP);
		problem.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR).getImage());
		problem.hide();
		table = new Table(body, SWT.MULTI | SWT.FULL_SELECTION | SWT.BORDER | SWT.VIRTUAL);
		table.setHeaderVisible(true);
		AccessibleNames.set(table, Messages.Units_units);
		column(Messages.Units_unit, 70);
		column(Messages.Units_group, 130);
		table.addListener(SWT.SetData, this::fill);
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> choose(table.getSelectionIndices(), true)));
		GridDataFactory.fillDefaults().grab(true, true).hint(180, 120).applyTo(table);
	}

	private void column(String name, int width) {
		TableColumn column = new TableColumn(table, SWT.NONE);
		column.setText(name);
		column.setWidth(width);
	}

	Control control() {
		return body;
	}

	/** The units of a network, none of which is chosen. */
	void offer(int count, List<Group> newGroups) {
		units = count;
		groups = newGroups;
		table.setItemCount(count);
		table.clearAll();
		choose(new int[0], false);
	}

	int[] chosen() {
		return chosen.clone();
	}

	/** Chooses units without telling. */
	void choose(int[] numbers) {
		choose(IntStream.of(numbers).filter(unit -> unit >= 0 && unit < units).toArray(), false);
	}

	private void choose(int[] numbers, boolean tell) {
		int[] sorted = IntStream.of(numbers).sorted().toArray();
		if (Arrays.equals(sorted, chosen)) {
			return;
		}
		chosen = sorted;
		field.setText(IntStream.of(sorted).mapToObj(Integer::toString).collect(Collectors.joining(", "))); //$NON-NLS-1$
		problem.hide();
		if (!Arrays.equals(table.getSelectionIndices(), sorted)) {
			table.setSelection(sorted);
		}
		if (tell) {
			changed.run();
		}
	}

	private void fill(Event event) {
		TableItem item = (TableItem) event.item;
		int unit = table.indexOf(item);
		List<String> names = new ArrayList<>();
		for (Group group : groups) {
			if (IntStream.of(group.units()).anyMatch(member -> member == unit)) {
				names.add(group.name());
			}
		}
		item.setText(new String[] { Integer.toString(unit), String.join(", ", names) }); //$NON-NLS-1$
	}

	/** What was typed: numbers, ranges such as 3-7, and names of groups. */
	private void read() {
		TreeSet<Integer> numbers = new TreeSet<>();
		for (String part : field.getText().split("[,;]")) { //$NON-NLS-1$
			if (!part.isBlank() && !add(part.strip(), numbers)) {
				problem.setDescriptionText(NLS.bind(Messages.Units_wrong, part.strip(), units - 1));
				problem.show();
				return;
			}
		}
		problem.hide();
		int[] typed = numbers.stream().mapToInt(Integer::intValue).toArray();
		if (!Arrays.equals(typed, chosen)) {
			// Not through choose, which would write the field while it is being typed in.
			chosen = typed;
			table.setSelection(typed);
			changed.run();
		}
	}

	private boolean add(String part, TreeSet<Integer> numbers) {
		for (Group group : groups) {
			if (group.name().equalsIgnoreCase(part)) {
				IntStream.of(group.units()).forEach(numbers::add);
				return true;
			}
		}
		if (!part.matches("\\d{1,6}( ?- ?\\d{1,6})?")) { //$NON-NLS-1$
			return false;
		}
		String[] ends = part.split(" ?- ?"); //$NON-NLS-1$
		int first = Integer.parseInt(ends[0]);
		int last = Integer.parseInt(ends[ends.length - 1]);
		if (last >= units || first > last) {
			return false;
		}
		IntStream.rangeClosed(first, last).forEach(numbers::add);
		return true;
	}
}
