import type { WidgetProps } from '@rjsf/utils';
import { PenLine, RotateCcw } from 'lucide-react';
import { type PointerEvent, useRef, useState } from 'react';
import { wordsOf } from '../theme/form-context.ts';
import type { ThemeWords } from '../theme/words.ts';
import { controlNotes } from './control.ts';

const WIDTH = 640;
const HEIGHT = 240;
const PEN_WIDTH = 5;

/** A signature: drawn with finger or mouse, or the name typed by those who cannot draw. */
export function Signature(props: WidgetProps) {
  const { id, value, onChange, registry } = props;
  const words = wordsOf(registry);
  const text = typeof value === 'string' ? value : '';
  if (text.startsWith('data:image/')) {
    return (
      <div className="signature" id={id}>
        <img className="signature-image" src={text} alt={words.signed} />
        <button
          type="button"
          className="button button-second"
          disabled={props.disabled || props.readonly}
          onClick={() => onChange(undefined)}
        >
          <RotateCcw aria-hidden="true" strokeWidth={1.5} />
          {words.signAgain}
        </button>
      </div>
    );
  }
  return (
    <div className="signature" id={id}>
      {!props.readonly && <Pad words={words} finish={onChange} />}
      <label className="signature-typed" htmlFor={`${id}-name`}>
        <span>{words.signByName}</span>
      </label>
      <input
        id={`${id}-name`}
        type="text"
        className="input input-middle"
        data-keypad="text"
        autoComplete="off"
        value={text}
        disabled={props.disabled}
        readOnly={props.readonly}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        {...controlNotes(props)}
      />
    </div>
  );
}

interface PadProps {
  readonly words: ThemeWords;
  readonly finish: (image: string) => void;
}

function Pad({ words, finish }: PadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isDrawing, setDrawing] = useState(false);
  const [hasInk, setInk] = useState(false);
  const start = (event: PointerEvent<HTMLCanvasElement>) => {
    const brush = brushOf(canvas.current);
    if (brush === undefined) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    brush.beginPath();
    brush.moveTo(...place(event));
    setDrawing(true);
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    const brush = isDrawing ? brushOf(canvas.current) : undefined;
    if (brush === undefined) return;
    brush.lineTo(...place(event));
    brush.stroke();
    setInk(true);
  };
  return (
    <div className="signature-pad">
      <span className="signature-label">
        <PenLine aria-hidden="true" strokeWidth={1.5} />
        {words.signHere}
      </span>
      <canvas
        ref={canvas}
        width={WIDTH}
        height={HEIGHT}
        aria-label={words.signHere}
        role="img"
        onPointerDown={start}
        onPointerMove={draw}
        onPointerUp={() => setDrawing(false)}
      />
      {hasInk && (
        <div className="signature-actions">
          <button
            type="button"
            className="button button-second"
            onClick={() => finish(canvas.current?.toDataURL('image/png') ?? '')}
          >
            {words.useSignature}
          </button>
          <button
            type="button"
            className="button button-plain"
            onClick={() => {
              brushOf(canvas.current)?.clearRect(0, 0, WIDTH, HEIGHT);
              setInk(false);
            }}
          >
            {words.clear}
          </button>
        </div>
      )}
    </div>
  );
}

function brushOf(canvas: HTMLCanvasElement | null): CanvasRenderingContext2D | undefined {
  const brush = canvas?.getContext('2d') ?? undefined;
  if (brush === undefined) return undefined;
  brush.lineWidth = PEN_WIDTH;
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  brush.strokeStyle = '#1b2430';
  return brush;
}

function place(event: PointerEvent<HTMLCanvasElement>): [number, number] {
  const box = event.currentTarget.getBoundingClientRect();
  return [
    ((event.clientX - box.left) * WIDTH) / box.width,
    ((event.clientY - box.top) * HEIGHT) / box.height,
  ];
}
