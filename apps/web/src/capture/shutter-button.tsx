/** The shutter, with the ring that fills before a photograph is taken by itself. */
export function ShutterButton(props: {
  readonly label: string;
  /** 0–1. */
  readonly steady: number;
  readonly isDisabled: boolean;
  readonly onPress: () => void;
}) {
  const { label, steady, isDisabled, onPress } = props;
  return (
    <button
      type="button"
      aria-label={label}
      disabled={isDisabled}
      onClick={onPress}
      className="relative size-18 cursor-pointer rounded-full text-ink disabled:cursor-wait disabled:opacity-60"
    >
      <svg aria-hidden="true" viewBox="0 0 72 72" className="size-full -rotate-90" fill="none" strokeWidth="5">
        <circle cx="36" cy="36" r="33" className="stroke-line-strong" />
        <circle
          cx="36"
          cy="36"
          r="33"
          className="stroke-good transition-[stroke-dashoffset] duration-150"
          pathLength="100"
          strokeDasharray="100"
          strokeDashoffset={100 - 100 * steady}
        />
        <circle cx="36" cy="36" r="25" fill="currentColor" />
      </svg>
    </button>
  );
}
