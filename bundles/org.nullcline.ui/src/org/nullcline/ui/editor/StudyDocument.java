package org.nullcline.ui.editor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.MoveCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.model.Choice;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.ModelPackage.Literals;
import org.nullcline.model.ParameterValue;
import org.nullcline.model.Study;
import org.nullcline.model.provider.ModelItemProviderAdapterFactory;

/** A study that is edited. Every change is a command, so that it can be undone. UI thread only. */
final class StudyDocument {

	private final BasicCommandStack stack = new BasicCommandStack();
	private final ModelItemProviderAdapterFactory factory = new ModelItemProviderAdapterFactory();
	private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(factory, stack);
	private final Resource resource;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	/** What was typed last; further typing into the same field becomes part of the same command. */
	private Object lastField;
	private Command lastCommand;
	private boolean silent;

	StudyDocument(URI uri) {
		resource = domain.getResourceSet().createResource(uri);
		resource.getContents().add(ModelFactory.eINSTANCE.createStudy());
		stack.addCommandStackListener(event -> changed());
	}

	/** Is told of every change. */
	void addListener(Runnable listener) {
		listeners.add(listener);
	}

	AdapterFactoryEditingDomain domain() {
		return domain;
	}

	Study study() {
		return (Study) resource.getContents().get(0);
	}

	/** The study as the text of its file. */
	String text() {
		return new String(StudyFiles.write(study()), StandardCharsets.UTF_8);
	}

	/** Begins anew with what a file holds. */
	void load(byte[] content, String name) throws InvalidStudyException {
		Study study = StudyFiles.read(content, name);
		resource.getContents().set(0, study);
		// Does not tell listeners by itself when there was nothing to flush.
		silent = true;
		stack.flush();
		silent = false;
		stack.saveIsDone();
		changed();
	}

	boolean isDirty() {
		return stack.isSaveNeeded();
	}

	void saved() {
		endTyping();
		stack.saveIsDone();
		changed();
	}

	boolean canUndo() {
		return stack.canUndo();
	}

	boolean canRedo() {
		return stack.canRedo();
	}

	void undo() {
		endTyping();
		stack.undo();
	}

	void redo() {
		endTyping();
		stack.redo();
	}

	/** The next change of a field is a command of its own. */
	void endTyping() {
		lastField = null;
		lastCommand = null;
	}

	/** Puts another study in the place of this one, as editing the source does. */
	void replace(Study study) {
		if (!StudyFiles.equal(study, study())) {
			execute(null, () -> new ReplaceStudyCommand(resource, study));
		}
	}

	/** The part of the study that a reference names, the study itself for null; null if the study has no such part. */
	EObject part(EReference part) {
		return part == null ? study() : (EObject) study().eGet(part);
	}

	/**
	 * Sets an attribute; a part that the study lacks is made.
	 *
	 * @param field that is typed into, or null
	 */
	void set(EReference part, EAttribute attribute, Object value, Object field) {
		execute(field, () -> {
			EObject owner = part(part);
			if (owner == null) {
				EObject made = EcoreUtil.create(part.getEReferenceType());
				made.eSet(attribute, value);
				return SetCommand.create(domain, study(), part, made);
			}
			return setting(owner, attribute, value);
		});
	}

	/**
	 * Sets a feature of an element of the study.
	 *
	 * @param value a list of all values, if the feature has several
	 * @param field that is typed into, or null
	 */
	void set(EObject owner, EStructuralFeature feature, Object value, Object field) {
		execute(field, () -> setting(owner, feature, value));
	}

	private Command setting(EObject owner, EStructuralFeature feature, Object value) {
		if (Objects.equals(owner.eGet(feature), value)) {
			return null;
		}
		return feature.isMany() ? new SetListCommand(owner, feature, (List<?>) value)
				: SetCommand.create(domain, owner, feature, value);
	}

	/** Sets a parameter of a contribution, or takes it back to its default if the value is null. */
	void setParameter(Choice choice, String name, String value, Object field) {
		execute(field, () -> {
			Optional<ParameterValue> present = choice.getParameters().stream().filter(p -> name.equals(p.getName())).findFirst();
			if (present.isEmpty() && value != null) {
				ParameterValue parameter = ModelFactory.eINSTANCE.createParameterValue();
				parameter.setName(name);
				parameter.setValue(value);
				return AddCommand.create(domain, choice, Literals.CHOICE__PARAMETERS, parameter);
			}
			if (present.isEmpty() || value != null && value.equals(present.get().getValue())) {
				return null;
			}
			return value == null ? RemoveCommand.create(domain, choice, Literals.CHOICE__PARAMETERS, present.get())
					: SetCommand.create(domain, present.get(), Literals.PARAMETER_VALUE__VALUE, value);
		});
	}

	/** Sets several parameters of a contribution as one change; those that are not named stay as they are. */
	void setParameters(Choice choice, Map<String, String> values) {
		execute(null, () -> {
			Map<String, String> all = new LinkedHashMap<>();
			choice.getParameters().forEach(given -> all.put(given.getName(), given.getValue()));
			Map<String, String> before = Map.copyOf(all);
			all.putAll(values);
			if (all.equals(before)) {
				return null;
			}
			List<ParameterValue> parameters = new ArrayList<>();
			all.forEach((name, value) -> {
				ParameterValue parameter = ModelFactory.eINSTANCE.createParameterValue();
				parameter.setName(name);
				parameter.setValue(value);
				parameters.add(parameter);
			});
			return new SetListCommand(choice, Literals.CHOICE__PARAMETERS, parameters);
		});
	}

	/** Chooses a contribution; parameters of the one before mean nothing to it. */
	void choose(EReference part, EReference reference, String id) {
		execute(null, () -> {
			EObject owner = part(part);
			Choice fresh = (Choice) EcoreUtil.create(reference.getEReferenceType());
			fresh.setId(id);
			if (owner == null) {
				EObject made = EcoreUtil.create(part.getEReferenceType());
				made.eSet(reference, fresh);
				return SetCommand.create(domain, study(), part, made);
			}
			Choice present = (Choice) owner.eGet(reference);
			return present != null && id.equals(present.getId()) ? null
					: SetCommand.create(domain, owner, reference, fresh);
		});
	}

	/** Adds an element to a list of them. */
	void add(EReference part, EReference reference, EObject fresh) {
		execute(null, () -> {
			EObject owner = part(part);
			if (owner != null) {
				return AddCommand.create(domain, owner, reference, fresh);
			}
			EObject made = EcoreUtil.create(part.getEReferenceType());
			@SuppressWarnings("unchecked")
			List<EObject> list = (List<EObject>) made.eGet(reference);
			list.add(fresh);
			return SetCommand.create(domain, study(), part, made);
		});
	}

	/** Takes an element out of its list. */
	void remove(EObject element) {
		execute(null, () -> RemoveCommand.create(domain, element.eContainer(), element.eContainingFeature(), element));
	}

	/** Moves an element within its list. */
	void move(EObject element, int index) {
		execute(null, () -> MoveCommand.create(domain, element.eContainer(), element.eContainingFeature(), element, index));
	}

	void dispose() {
		listeners.clear();
		stack.flush();
		factory.dispose();
	}

	/** Makes the command only after the one that it takes the place of is undone; null: nothing to do. */
	private void execute(Object field, Supplier<Command> maker) {
		if (field != null && field.equals(lastField) && lastCommand != null && stack.getUndoCommand() == lastCommand) {
			silent = true;
			stack.undo();
			silent = false;
		}
		Command command = maker.get();
		lastField = field;
		lastCommand = command;
		if (command == null) {
			changed();
		} else {
			stack.execute(command);
		}
	}

	private void changed() {
		if (!silent) {
			listeners.forEach(Runnable::run);
		}
	}
}
