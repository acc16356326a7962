import type { WidgetProps } from '@rjsf/utils';
import { useCallback, useEffect, useState } from 'react';
import { contextOf, type Division, type FormContext, wordsOf } from '../theme/form-context.ts';
import { controlNotes } from './control.ts';

/** Level of a division code by its trailing zeros: county 6, town 9, village 12 digits. */
const LEVEL_DIGITS = [6, 9, 12] as const;

interface LevelProps {
  readonly id: string;
  readonly label: string;
  readonly parent: string | undefined;
  readonly chosen: string | undefined;
  readonly choose: (code: string | undefined) => void;
  readonly props: WidgetProps;
}

/** A place of the division tree: county, then town, then village; each list loads when it is needed. */
export function Place(props: WidgetProps) {
  const { id, value, onChange, registry } = props;
  const words = wordsOf(registry);
  const labels = [words.pickCounty, words.pickTown, words.pickVillage];
  const code = typeof value === 'string' ? value : undefined;
  const depth = code === undefined ? 0 : depthOf(code);
  return (
    <div className="place" id={id}>
      {labels.slice(0, Math.min(depth + 1, labels.length)).map((label, level) => (
        <Level
          key={label}
          id={`${id}-${level}`}
          label={label}
          parent={ancestor(code, level - 1)}
          chosen={level < depth ? ancestor(code, level) : undefined}
          choose={(next) => onChange(next ?? ancestor(code, level - 1))}
          props={props}
        />
      ))}
    </div>
  );
}

function Level({ id, label, parent, chosen, choose, props }: LevelProps) {
  const { divisions } = contextOf(props.registry);
  const words = wordsOf(props.registry);
  const [places, setPlaces] = useState<readonly Division[] | 'failed' | undefined>();
  const load = useCallback(() => {
    setPlaces(undefined);
    if (divisions !== undefined) {
      placesBelow(divisions, parent).then(setPlaces, () => setPlaces('failed'));
    }
  }, [divisions, parent]);
  useEffect(load, [load]);
  if (places === 'failed') {
    return (
      <p className="field-error">
        <span>{words.divisionsFailed}</span>
        <button type="button" className="button button-second" onClick={load}>
          {words.tryAgain}
        </button>
      </p>
    );
  }
  if (contextOf(props.registry).isPublicScreen === true) {
    return <Tiles id={id} label={label} places={places} chosen={chosen} choose={choose} />;
  }
  return (
    <label className="place-level">
      <span>{label}</span>
      <select
        id={id}
        className="input input-middle"
        value={chosen ?? ''}
        disabled={places === undefined || props.disabled || props.readonly}
        onChange={(event) => choose(event.target.value === '' ? undefined : event.target.value)}
        {...controlNotes(props)}
      >
        <option value="">{words.choose}</option>
        {(places ?? []).map((place) => (
          <option key={place.code} value={place.code}>
            {place.name}
          </option>
        ))}
      </select>
    </label>
  );
}

type TilesProps = Omit<LevelProps, 'parent' | 'props'> & {
  readonly places: readonly Division[] | undefined;
};

/** One level to be touched: a list that opens has rows too low for a finger. */
function Tiles({ id, label, places, chosen, choose }: TilesProps) {
  return (
    <fieldset className="field place-level">
      <legend>{label}</legend>
      <div className="place-tiles">
        {(places ?? []).map((place) => (
          <label className="choice" key={place.code}>
            <input
              type="radio"
              name={id}
              id={`${id}-${place.code}`}
              checked={place.code === chosen}
              onChange={() => choose(place.code)}
            />
            <span>{place.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The picker begins with counties; a tree that begins with cities is entered one level below. */
async function placesBelow(
  divisions: NonNullable<FormContext['divisions']>,
  parent: string | undefined,
): Promise<readonly Division[]> {
  const found = await divisions(parent);
  if (parent !== undefined || !found.every((place) => place.level === 'city')) return found;
  const counties = await Promise.all(found.map((city) => divisions(city.code)));
  return counties.flat();
}

/** How many levels of the picker a code fills. */
function depthOf(code: string): number {
  const significant = code.replace(/0+$/u, '').length;
  return LEVEL_DIGITS.filter((_digits, level) => significant > (LEVEL_DIGITS[level - 1] ?? 4))
    .length;
}

function ancestor(code: string | undefined, level: number): string | undefined {
  const digits = LEVEL_DIGITS[level];
  if (code === undefined || digits === undefined) return undefined;
  return code.slice(0, digits).padEnd(12, '0');
}
