import { descriptionId, errorId, getUiOptions, type WidgetProps } from '@rjsf/utils';

/** The attributes that tie a control to its hint and its error. */
export interface ControlNotes {
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
}

/** Ties a control to the hint and the error that the field template draws; only to those that exist. */
export function controlNotes(props: WidgetProps): ControlNotes {
  const { id, rawErrors, schema, uiSchema } = props;
  const hint = getUiOptions(uiSchema).description ?? schema.description ?? uiSchema?.['ui:help'];
  const isWrong = (rawErrors?.length ?? 0) > 0;
  const ids = [hint ? descriptionId(id) : '', isWrong ? errorId(id) : ''].filter(Boolean);
  return {
    ...(isWrong ? { 'aria-invalid': true as const } : {}),
    ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}),
  };
}

/** Text without the blanks that people leave around and, for numbers, inside. */
export function withoutBlanks(text: string): string {
  return text.replace(/[\s\u3000-]/gu, '');
}
