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

/** A scale that ends with a round number. */
function ceilingOf(most: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  return [1, 2, 5, 10].map((factor) => factor * step).find((each) => each >= most) ?? most;
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
  const top = ceilingOf(Math.max(4, ...lines.flatMap(({ values }) => values)));
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
      <svg
        className={classes.chart}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden
        onPointerMove={onMove}
        onPointerLeave={() => setAt(undefined)}
      >
        {[0.25, 0.5, 0.75, 1].map((share) => (
          <path key={share} className={classes.grid} d={`M0 ${y(top * share)}H${WIDTH}`} />
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
      <div className={classes.axis} aria-hidden>
        {[0, Math.floor((days.length - 1) / 2), days.length - 1].map((index) => (
          <span key={index}>{days[index] && shortDay(`${days[index]}T12:00:00`)}</span>
        ))}
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
