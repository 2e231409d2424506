/** Something goes on. The words are always there, so that it says as much when nothing may move. */
export function Spinner({ label }: { readonly label: string }) {
  return (
    <p role="status" className="flex items-center gap-3">
      <svg
        viewBox="0 0 24 24"
        className="size-6 shrink-0 animate-spin text-operator motion-reduce:animate-none"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <circle cx="12" cy="12" r="9" opacity="0.25" />
        <path d="M12 3a9 9 0 0 1 9 9" />
      </svg>
      <span>{label}</span>
    </p>
  );
}
