import { Select } from 'antd';
import { readDivisions } from '../api.ts';
import { useSession } from '../session.tsx';
import type { Appointment } from '../types.ts';
import { useRemote } from '../use-remote.ts';
import { useWords } from '../words/words.tsx';

/** A place that a case can belong to. */
export interface Unit {
  readonly code: string;
  readonly name: string;
}

const homeLevels = new Set(['village', 'community', 'grid']);
const DIVISION_DIGITS = 12;

/** The village of an appointment; a grid belongs to the village whose digits it begins with. */
function villageOf(post: Appointment): Unit {
  return { code: post.unitCode.slice(0, DIVISION_DIGITS), name: post.unitName };
}

async function unitsOf(posts: readonly Appointment[]): Promise<readonly Unit[]> {
  const own = posts.filter((post) => homeLevels.has(post.level)).map(villageOf);
  if (own.length > 0) return own.filter((unit, at) => own.findIndex(sameAs(unit)) === at);
  const first = posts[0];
  if (first === undefined) return [];
  return (await readDivisions({ parent: first.unitCode })).items;
}

const sameAs = (unit: Unit) => (other: Unit) => unit.code === other.code;

/** The places that this person may lodge for: the own village, or those of the own town. */
export function useUnits() {
  const { me } = useSession();
  return useRemote(`units:${me.user.id}`, () => unitsOf(me.appointments));
}

interface UnitPickerProps {
  readonly units: readonly Unit[];
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** Which village or community the family lives in; said as text when there is only one. */
export function UnitPicker({ units, value, onChange }: UnitPickerProps) {
  const { say } = useWords();
  const [only] = units;
  if (units.length === 1 && only) {
    return (
      <p>
        {say('lodge.place')}：<strong>{only.name}</strong>
      </p>
    );
  }
  return (
    <div className="labelled">
      <label htmlFor="unit">{say('lodge.place')}</label>
      <Select
        id="unit"
        showSearch
        optionFilterProp="label"
        {...(value === '' ? {} : { value })}
        options={units.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={onChange}
      />
    </div>
  );
}
