import {
  type ArrayFieldItemTemplateProps,
  type ArrayFieldTemplateProps,
  errorId,
  getUiOptions,
} from '@rjsf/utils';
import { CircleAlert, Plus, Trash2 } from 'lucide-react';
import { contextOf, wordsOf } from './form-context.ts';
import { pointerOf } from './form-errors.ts';

/** A list of like things (the members of a household): a card for each, and a button for one more. */
export function ArrayTemplate(props: ArrayFieldTemplateProps) {
  const { fieldPathId, items, title, registry, rawErrors, schema, uiSchema } = props;
  const words = wordsOf(registry);
  const isHeading = contextOf(registry).headedBy === pointerOf(fieldPathId.path);
  const name = itemName(props);
  const hint = getUiOptions(uiSchema).description ?? schema.description;
  return (
    <fieldset className="fields-group" id={fieldPathId.$id}>
      <legend className={isHeading ? 'visually-hidden' : 'group-title'}>{title}</legend>
      {hint !== undefined && <p className="field-hint">{hint}</p>}
      {rawErrors !== undefined && rawErrors.length > 0 && (
        <p className="field-error" id={errorId(fieldPathId)}>
          <CircleAlert aria-hidden="true" strokeWidth={1.5} />
          <span>{rawErrors.join(' ')}</span>
        </p>
      )}
      {items.length === 0 && <p className="field-empty">{words.noItems(title)}</p>}
      <div className="items">{items}</div>
      {props.canAdd && (
        <button
          type="button"
          className="button button-second"
          onClick={(event) => props.onAddClick(event)}
          disabled={props.disabled || props.readonly}
        >
          <Plus aria-hidden="true" strokeWidth={1.5} />
          {words.addNamed(name)}
        </button>
      )}
    </fieldset>
  );
}

/** One card of the list, with its number and the button that removes it. */
export function ArrayItemTemplate(props: ArrayFieldItemTemplateProps) {
  const { children, index, buttonsProps, registry, schema, parentUiSchema } = props;
  const words = wordsOf(registry);
  const name = String(getUiOptions(parentUiSchema).itemTitle ?? schema.title ?? '');
  return (
    <div className="item">
      <div className="item-head">
        <strong>{words.itemNamed(name, index + 1)}</strong>
        {buttonsProps.hasRemove && (
          <button
            type="button"
            className="button button-plain"
            aria-label={words.removeNamed(name, index + 1)}
            onClick={(event) => buttonsProps.onRemoveItem(event)}
          >
            <Trash2 aria-hidden="true" strokeWidth={1.5} />
            {words.remove}
          </button>
        )}
      </div>
      {children}
    </div>
  );
}

function itemName({ uiSchema, schema, title }: ArrayFieldTemplateProps): string {
  const items =
    typeof schema.items === 'object' && !Array.isArray(schema.items) ? schema.items : {};
  return String(getUiOptions(uiSchema).itemTitle ?? items.title ?? title);
}
