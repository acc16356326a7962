import type { EnumOptionsType, WidgetProps } from '@rjsf/utils';
import { RADIO_MAX } from '../theme/choice-group.ts';
import { wordsOf } from '../theme/form-context.ts';
import { controlNotes } from './control.ts';

/** One of a few: radios, all visible. Many options become a list that opens. */
export function OneChoice(props: WidgetProps) {
  const options = props.options.enumOptions ?? [];
  if (props.multiple === true) return <ManyChoices {...props} />;
  return options.length > RADIO_MAX ? <OpeningList {...props} /> : <Radios {...props} />;
}

/** One of a few, each with the whole row to press. */
export function Radios(props: WidgetProps) {
  const { id, value, disabled, readonly, onChange } = props;
  const options = props.options.enumOptions ?? [];
  const notes = controlNotes(props);
  return (
    <div className="choices" id={id}>
      {options.map((option, index) => (
        <label className="choice" key={String(option.value)}>
          <input
            type="radio"
            name={id}
            id={`${id}-${index}`}
            checked={option.value === value}
            disabled={disabled || readonly}
            onChange={() => onChange(option.value)}
            {...notes}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}

/** Any of a few. */
export function ManyChoices(props: WidgetProps) {
  const { id, value, disabled, readonly, onChange } = props;
  const options: EnumOptionsType[] = props.options.enumOptions ?? [];
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const notes = controlNotes(props);
  const toggle = (option: unknown, isOn: boolean) => {
    // Keeps the order of the list, whatever the order of the clicks.
    const next = options
      .map((each): unknown => each.value)
      .filter((each) => (each === option ? isOn : chosen.includes(each)));
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <div className="choices" id={id}>
      {options.map((option, index) => (
        <label className="choice" key={String(option.value)}>
          <input
            type="checkbox"
            id={`${id}-${index}`}
            checked={chosen.includes(option.value)}
            disabled={disabled || readonly}
            onChange={(event) => toggle(option.value, event.target.checked)}
            {...notes}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}

/** One of many: the native list. */
export function OpeningList(props: WidgetProps) {
  const { id, value, disabled, readonly, onChange, registry } = props;
  const options = props.options.enumOptions ?? [];
  return (
    <select
      id={id}
      className="input input-middle"
      value={options.findIndex((option) => option.value === value)}
      disabled={disabled || readonly}
      onChange={(event) => onChange(options[Number(event.target.value)]?.value)}
      {...controlNotes(props)}
    >
      <option value={-1}>{wordsOf(registry).choose}</option>
      {options.map((option, index) => (
        <option key={String(option.value)} value={index}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** Yes or no; nothing is chosen before the person chooses. A statement to agree to is one box. */
export function YesNo(props: WidgetProps) {
  const { id, value, disabled, readonly, onChange, registry, schema, label } = props;
  const words = wordsOf(registry);
  const notes = controlNotes(props);
  if (schema.const === true || props.options.widget === 'checkbox') {
    return (
      <div className="choices choices-statement" id={id}>
        <label className="choice">
          <input
            type="checkbox"
            id={`${id}-0`}
            checked={value === true}
            disabled={disabled || readonly}
            onChange={(event) => onChange(event.target.checked ? true : undefined)}
            {...notes}
          />
          <span>{label}</span>
        </label>
      </div>
    );
  }
  return (
    <div className="choices choices-row" id={id}>
      {[true, false].map((answer) => (
        <label className="choice" key={String(answer)}>
          <input
            type="radio"
            name={id}
            id={`${id}-${answer ? 0 : 1}`}
            checked={value === answer}
            disabled={disabled || readonly}
            onChange={() => onChange(answer)}
            {...notes}
          />
          <span>{answer ? words.yes : words.no}</span>
        </label>
      ))}
    </div>
  );
}
