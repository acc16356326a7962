import { descriptionId, errorId, type FieldTemplateProps, getUiOptions } from '@rjsf/utils';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { isChoiceGroup } from './choice-group.ts';
import { contextOf, wordsOf } from './form-context.ts';
import { pointerOf } from './form-errors.ts';

/** One question: label or legend, hint, error, control. Never an asterisk: what may stay empty says so. */
export function FieldTemplate(props: FieldTemplateProps) {
  const { hidden, children, schema, displayLabel, id, fieldPathId, registry } = props;
  if (hidden) return <div hidden>{children}</div>;
  const { widget } = getUiOptions(props.uiSchema);
  const isContainer = schema.type === 'object' || displayLabel === false;
  if (isContainer && !isChoiceGroup(schema, widget)) return <>{children}</>;
  const isHeading = contextOf(registry).headedBy === pointerOf(fieldPathId.path);
  const labelClass = isHeading ? 'visually-hidden' : 'field-label';
  // What is only shown is neither asked for nor left to choice.
  const isAsked = !props.required && schema.readOnly !== true;
  const label = isAsked ? `${props.label}${wordsOf(registry).optional}` : props.label;
  const notes = <FieldNotes {...props} />;
  const className = `field${(props.rawErrors?.length ?? 0) > 0 ? ' field-wrong' : ''}`;
  // A statement to agree to carries its text on the box itself.
  if (schema.type === 'boolean' && schema.const === true) {
    return (
      <div className={className}>
        {notes}
        {children}
      </div>
    );
  }
  if (isChoiceGroup(schema, widget)) {
    return (
      <fieldset className={className} id={`${id}__group`} aria-describedby={describedBy(props)}>
        <legend className={labelClass}>{label}</legend>
        {notes}
        {children}
      </fieldset>
    );
  }
  return (
    <div className={className}>
      <label className={labelClass} htmlFor={id}>
        {label}
      </label>
      {notes}
      {children}
    </div>
  );
}

/** The hint and the errors of one field, under the ids that its control refers to. */
function FieldNotes({ id, rawDescription, rawErrors, rawHelp }: FieldTemplateProps): ReactNode {
  const hint = rawDescription ?? rawHelp;
  return (
    <>
      {hint !== undefined && hint !== '' && (
        <p className="field-hint" id={descriptionId(id)}>
          {hint}
        </p>
      )}
      {rawErrors !== undefined && rawErrors.length > 0 && (
        <p className="field-error" id={errorId(id)}>
          <CircleAlert aria-hidden="true" strokeWidth={1.5} />
          <span>{rawErrors.join(' ')}</span>
        </p>
      )}
    </>
  );
}

function describedBy({ id, rawDescription, rawErrors, rawHelp }: FieldTemplateProps) {
  const ids = [
    (rawDescription ?? rawHelp) ? descriptionId(id) : '',
    (rawErrors?.length ?? 0) > 0 ? errorId(id) : '',
  ].filter((name) => name !== '');
  return ids.length > 0 ? ids.join(' ') : undefined;
}
