import { masked } from './mask'

/**
 * A person's name or address, covered until it is pointed at for a moment or focused (CSS only, see `covered` in the
 * stylesheet). A button, as that is what can be focused by key, by tap and by a screen reader, which then reads the value.
 * @example <PersonMask value={request.email} />
 */
export function PersonMask({ value, cover = masked(value) }: { value: string; cover?: string }) {
  return (
    <button type="button" className="covered cursor-default">
      <bdi className="text-ink-soft">{cover}</bdi>
      <bdi>{value}</bdi>
    </button>
  )
}
