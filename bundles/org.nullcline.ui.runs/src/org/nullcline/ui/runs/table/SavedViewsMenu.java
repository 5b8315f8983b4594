package org.nullcline.ui.runs.table;

import java.util.Map;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;

/** One entry for each saved view. */
public class SavedViewsMenu extends CompoundContributionItem {

	@Override
	protected IContributionItem[] getContributionItems() {
		return SavedViews.all().stream().map(view -> {
			CommandContributionItemParameter entry = new CommandContributionItemParameter(PlatformUI.getWorkbench(), null,
					OpenViewHandler.COMMAND, CommandContributionItem.STYLE_PUSH);
			entry.label = view.name().replace("&", "&&"); //$NON-NLS-1$ //$NON-NLS-2$
			entry.parameters = Map.of(OpenViewHandler.NAME, view.name());
			return new CommandContributionItem(entry);
		}).toArray(IContributionItem[]::new);
	}
}
