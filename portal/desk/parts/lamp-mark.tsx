import {
  CircleCheck,
  CirclePause,
  Clock,
  type LucideIcon,
  Minus,
  TriangleAlert,
} from 'lucide-react';
import type { Lamp } from '../types.ts';
import { useWords, type WordKey } from '../words/words.tsx';

const icons: Readonly<Record<Lamp, LucideIcon>> = {
  in_time: CircleCheck,
  due_soon: Clock,
  overdue: TriangleAlert,
  stopped: CirclePause,
  none: Minus,
};

interface LampMarkProps {
  readonly lamp: Lamp;
  readonly text: string;
}

/** The lamp of the legal clock: always an icon and words, never a color alone. */
export function LampMark({ lamp, text }: LampMarkProps) {
  const { say } = useWords();
  const Icon = icons[lamp];
  const words = text === '' ? say(`lamp.${lamp}` satisfies WordKey) : text;
  return (
    <span className={`lamp lamp-${lamp}`}>
      <Icon size={16} strokeWidth={1.5} aria-hidden />
      {words}
    </span>
  );
}
