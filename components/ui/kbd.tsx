/** A key to press. @example <Kbd>j</Kbd> */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-grid min-w-[1.6em] place-items-center rounded-sm border border-b-2 border-line-strong bg-surface px-1 font-sans text-xs text-ink-soft">
      {children}
    </kbd>
  )
}
