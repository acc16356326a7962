import { descriptionId, type ObjectFieldTemplateProps } from '@rjsf/utils';
import type { ReactElement } from 'react';
import { contextOf, isVisible, wordsOf } from './form-context.ts';
import { pointerOf } from './form-errors.ts';

/** A group of questions; on a one-question page only the places of that page are drawn. */
export function ObjectTemplate(props: ObjectFieldTemplateProps) {
  const { fieldPathId, properties, title, description, registry } = props;
  const { visible, headedBy } = contextOf(registry);
  const pointer = pointerOf(fieldPathId.path);
  const shown = properties
    .filter((property) => isVisible(visible, `${pointer}/${property.name}`))
    .map((property) => property.content);
  // A card of a list has its number and name in its own head.
  const isCard = /\/\d+$/u.test(pointer);
  if (pointer === '' || !title || isCard) return <div className="fields">{shown}</div>;
  if (props.required !== true && headedBy !== pointer) {
    return <OptionalGroup {...props} shown={shown} />;
  }
  return (
    <fieldset className="fields-group" id={fieldPathId.$id}>
      <legend className={headedBy === pointer ? 'visually-hidden' : 'group-title'}>{title}</legend>
      {description !== undefined && description !== '' && (
        <div className="field-hint" id={descriptionId(fieldPathId)}>
          {description}
        </div>
      )}
      <div className="fields">{shown}</div>
    </fieldset>
  );
}

/** A group that most people skip: closed until somebody opens it, or it already holds something. */
function OptionalGroup(
  props: ObjectFieldTemplateProps & { readonly shown: readonly ReactElement[] },
) {
  const { fieldPathId, title, formData, errorSchema, registry, shown } = props;
  const isFilled =
    formData !== undefined && Object.values(formData).some((value) => value !== undefined);
  const isWrong = Object.keys(errorSchema ?? {}).length > 0;
  return (
    <details className="optional-group" id={fieldPathId.$id} open={isFilled || isWrong}>
      <summary>
        {title}
        {wordsOf(registry).optional}
      </summary>
      <div className="fields">{shown}</div>
    </details>
  );
}
