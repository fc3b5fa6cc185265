export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger'

const tones: Record<ButtonTone, string> = {
  primary: 'border-transparent bg-accent-fill text-on-fill hover:bg-accent-fill-strong',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'border-transparent text-accent hover:bg-accent-soft',
  danger: 'border-transparent bg-overdue-fill text-on-fill hover:bg-overdue-fill-strong',
}

/** Classes of a button, for an element that must look like one (a <summary>, say). */
export const buttonClass = (tone: ButtonTone = 'secondary', extra = '') =>
  `inline-flex min-h-control items-center justify-center gap-2 rounded-md border px-control-inset py-1 text-center font-semibold no-underline transition-colors duration-100 ${tones[tone]} ${extra}`
