/** An icon of one path: a row of a long table that comes to show another one changes an attribute, and no elements. */
export const LineIcon = ({
  line,
  size,
  stroke = 2,
}: {
  readonly line: string;
  /** Pixels. */
  readonly size: number;
  readonly stroke?: number;
}) => (
  <svg
    viewBox="0 0 24 24"
    width={size}
    height={size}
    fill="none"
    stroke="currentColor"
    strokeWidth={stroke}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
  >
    <path d={line} />
  </svg>
);
