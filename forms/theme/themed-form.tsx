import Form from '@rjsf/core';
import type {
  Experimental_DefaultFormStateBehavior,
  RJSFSchema,
  TemplatesType,
  UiSchema,
  ValidatorType,
  Widget,
} from '@rjsf/utils';
import { type ReactNode, useMemo } from 'react';
import { Attachments } from '../widgets/attachments.tsx';
import { CalendarDate } from '../widgets/calendar-date.tsx';
import { ManyChoices, OneChoice, OpeningList, Radios, YesNo } from '../widgets/choices.tsx';
import { Money } from '../widgets/money.tsx';
import { Place } from '../widgets/place.tsx';
import { Signature } from '../widgets/signature.tsx';
import {
  BankCard,
  IdNumber,
  LongText,
  Mobile,
  PersonName,
  ShortText,
  Telephone,
} from '../widgets/text.tsx';
import { WholeNumber } from '../widgets/whole-number.tsx';
import { ArrayItemTemplate, ArrayTemplate } from './array-template.tsx';
import { FieldTemplate } from './field-template.tsx';
import type { FormContext } from './form-context.ts';
import { errorTree, type FormError } from './form-errors.ts';
import { drawn } from './localized.ts';
import { ObjectTemplate } from './object-template.tsx';

/** Widgets by the names that forms use: the engine's own, and the formats of our schemas. */
const widgets: Readonly<Record<string, Widget>> = {
  text: ShortText,
  textarea: LongText,
  select: OneChoice,
  list: OpeningList,
  radio: Radios,
  checkboxes: ManyChoices,
  checkbox: YesNo,
  updown: WholeNumber,
  date: CalendarDate,
  'id-card': IdNumber,
  'bank-card': BankCard,
  'cn-mobile': Mobile,
  'cn-phone': Telephone,
  'person-name': PersonName,
  'money-fen': Money,
  money: Money,
  division12: Place,
  division: Place,
  signature: Signature,
  attachments: Attachments,
};

const templates: Partial<TemplatesType> = {
  FieldTemplate,
  ObjectFieldTemplate: ObjectTemplate,
  ArrayFieldTemplate: ArrayTemplate,
  ArrayFieldItemTemplate: ArrayItemTemplate,
  FieldErrorTemplate: Nothing,
  FieldHelpTemplate: Nothing,
  DescriptionFieldTemplate: PlainDescription,
  ErrorListTemplate: Nothing,
};

/**
 * What the engine may fill in by itself: what the schema names as a default, and the first card of a
 * list that needs one. Never an answer: it would tick declarations and say no for the person.
 */
const DEFAULTS: Experimental_DefaultFormStateBehavior = {
  constAsDefaults: 'never',
  requiredBooleanDefault: 'skip',
  emptyObjectFields: 'skipEmptyDefaults',
  arrayMinItems: {
    populate: 'requiredOnly',
    computeSkipPopulate: (_validator, schema) =>
      (schema?.items as RJSFSchema | undefined)?.type !== 'object',
  },
};

interface ThemedFormProps {
  readonly schema: object;
  readonly uiSchema?: object;
  readonly data: object;
  readonly errors: readonly FormError[];
  readonly context: FormContext;
  /** Decides which branch of a conditional schema holds; see `forms/validator.ts`. */
  readonly validator: ValidatorType;
  readonly isReadOnly?: boolean;
  readonly onChange?: (data: Record<string, unknown>) => void;
}

/**
 * A form in our theme. It draws and collects; it never judges: the page validates the data with the
 * form's own validator when the person goes on, and hands the errors in.
 */
export function ThemedForm(props: ThemedFormProps) {
  const { schema, uiSchema, data, errors, context, validator, isReadOnly, onChange } = props;
  const shown = useMemo(() => drawn(schema as RJSFSchema), [schema]);
  const tree = useMemo(() => errorTree(errors, context.language), [errors, context.language]);
  return (
    <Form
      tagName="div"
      className="themed-form"
      schema={shown}
      uiSchema={(uiSchema ?? {}) as UiSchema}
      formData={data}
      formContext={context}
      validator={validator}
      widgets={{ ...widgets }}
      templates={templates}
      extraErrors={tree}
      noValidate
      noHtml5Validate
      showErrorList={false}
      readonly={isReadOnly === true}
      experimental_defaultFormStateBehavior={DEFAULTS}
      onChange={(event) => onChange?.(event.formData as Record<string, unknown>)}
    >
      <Nothing />
    </Form>
  );
}

/** The field template draws what these would draw, in our own order. */
function Nothing(): ReactNode {
  return null;
}

function PlainDescription({ description }: { readonly description: ReactNode }): ReactNode {
  return description;
}
