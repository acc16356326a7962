import type { ValidatorType } from '@rjsf/utils';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { FormError } from '../../../forms/theme/form-errors.ts';
import { validateForm } from '../../../forms/validate.ts';
import { formValidator } from '../../../forms/validator.ts';
import type { FormView, JsonObject } from '../types.ts';

type FormSchema = Parameters<typeof validateForm>[0]['schema'];

/** A form being filled: its data, its errors, and the judgement before anything is sent. */
export interface FormWork {
  readonly data: JsonObject;
  readonly isTouched: boolean;
  readonly errors: readonly FormError[];
  /** Grows with every judgement that found errors, so that the summary takes the focus. */
  readonly attempt: number;
  readonly validator: ValidatorType;
  /** What the form reports; defaults that it fills in by itself do not count as an edit. */
  readonly change: (data: JsonObject) => void;
  /** A change that the person made outside the form. */
  readonly edit: (data: JsonObject) => void;
  /** The person touched the form: what it reports from now on are edits. */
  readonly touch: () => void;
  readonly check: () => boolean;
  readonly refuse: (errors: readonly FormError[]) => void;
}

/** Holds a form's data and judges it by the same rules as the server does. */
export function useFormWork(form: FormView | null, start: JsonObject): FormWork {
  const [data, setData] = useState(start);
  const [isTouched, setTouched] = useState(false);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const validator = useMemo(() => formValidator(() => new Date()), []);
  const isHandled = useRef(false);
  const touch = useCallback(() => {
    isHandled.current = true;
  }, []);
  const change = useCallback((next: JsonObject) => {
    setData(next);
    if (isHandled.current) setTouched(true);
  }, []);
  const edit = useCallback((next: JsonObject) => {
    setData(next);
    setTouched(true);
  }, []);
  const refuse = useCallback((found: readonly FormError[]) => {
    setErrors(found);
    if (found.length > 0) setAttempt((last) => last + 1);
  }, []);
  const check = () => {
    if (form === null) return true;
    const schema = form.schema as unknown as FormSchema;
    const judged = validateForm({ schema }, data as never, { now: new Date() });
    refuse(judged.errors);
    return judged.errors.length === 0;
  };
  return { data, isTouched, errors, attempt, validator, change, edit, touch, check, refuse };
}
