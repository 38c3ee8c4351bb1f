import { type PointerEvent, useState } from 'react';
import { number, shortDay } from '../lib/format';
import classes from './chart.module.css';

export interface Line {
  readonly label: string;
  readonly tone: 'accent' | 'ended' | 'attention';
  readonly values: readonly number[];
}

const WIDTH = 800;
const HEIGHT = 200;
const TOP = 12;

/** The scale goes up to so much at least. */
const LEAST = 4;

/** Round whole numbers, evenly apart, of which the last is `most` or more; it is 1 at least. */
function scaleOf(most: number): readonly number[] {
  const unit = 10 ** Math.floor(Math.log10(most));
  const [factor = 1, steps = 5] =
    [[1, 5] as const, [2, 4] as const, [5, 5] as const, [10, 5] as const].find(
      ([each]) => each * unit >= most,
    ) ?? [];
  return Array.from({ length: steps }, (_, step) => ((step + 1) * factor * unit) / steps);
}

/**
 * Lines over days. Each has its own dash as well as its colour, and the numbers are there as text: of the day under the
 * pointer, and all of them in a table for those who do not see the picture.
 */
export function LineChart({
  label,
  days,
  lines,
}: {
  readonly label: string;
  readonly days: readonly string[];
  readonly lines: readonly Line[];
}) {
  const [at, setAt] = useState<number>();
  const scale = scaleOf(Math.max(LEAST, ...lines.flatMap(({ values }) => values)));
  const top = scale.at(-1) ?? LEAST;
  const x = (index: number): number => (days.length < 2 ? 0 : (index / (days.length - 1)) * WIDTH);
  const y = (value: number): number => HEIGHT - (value / top) * (HEIGHT - TOP);
  const onMove = (event: PointerEvent<SVGSVGElement>): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const index = Math.round(((event.clientX - left) / width) * (days.length - 1));
    setAt(Math.max(0, Math.min(days.length - 1, index)));
  };
  const shown = at ?? days.length - 1;
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.legend} aria-hidden>
        <span className={classes.day}>{days[shown] && shortDay(`${days[shown]}T12:00:00`)}</span>
        {lines.map(({ label: name, tone, values }) => (
          <span key={name} className={classes.key} data-tone={tone}>
            <svg width="22" height="8">
              <path d="M0 4H22" className={classes.line} data-tone={tone} />
            </svg>
            {name} <strong>{number(values[shown] ?? 0)}</strong>
          </span>
        ))}
      </figcaption>
      <div className={classes.plot}>
        <svg
          className={classes.chart}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden
          onPointerMove={onMove}
          onPointerLeave={() => setAt(undefined)}
        >
          {scale.map((value) => (
            <path key={value} className={classes.grid} d={`M0 ${y(value)}H${WIDTH}`} />
          ))}
          {lines.map(({ label: name, tone, values }) => (
            <path
              key={name}
              className={classes.line}
              data-tone={tone}
              d={values.map((value, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(value)}`).join('')}
            />
          ))}
          {at !== undefined && <path className={classes.cursor} d={`M${x(at)} 0V${HEIGHT}`} />}
        </svg>
        <div className={classes.scale} aria-hidden>
          {scale.map((value) => (
            <span key={value} style={{ top: `${(y(value) / HEIGHT) * 100}%` }}>
              {number(value)}
            </span>
          ))}
          {/* as wide as the widest of them */}
          <span data-widest>{number(top)}</span>
        </div>
        <div className={classes.axis} aria-hidden>
          {[0, Math.floor((days.length - 1) / 2), days.length - 1].map((index) => (
            <span key={index}>{days[index] && shortDay(`${days[index]}T12:00:00`)}</span>
          ))}
        </div>
      </div>
      {/* a table grows over its height, and would make the page longer */}
      <div className="visually-hidden">
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">{label}</th>
              {lines.map(({ label: name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day, index) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                {lines.map(({ label: name, values }) => (
                  <td key={name}>{values[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
