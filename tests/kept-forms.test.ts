import { expect, test } from 'vitest'
import { sourceFiles } from '@/tests/support/source'

/** Forms of the desk and their fields, as they stand in the source. */
const desk = sourceFiles().filter(
  ({ path }) =>
    path.endsWith('.tsx') &&
    /^(components|app\/\(desk\))\//.test(path) &&
    !/^components\/(public|privacy-center|ui)\//.test(path),
)
/**
 * A form that acts: a search leads to an address, a dialog only closes, nobody is signed in before a password or
 * after signing out.
 */
const acts = (form: string) =>
  !/^<form[^>]*method="dialog"/.test(form) &&
  (/^<form[^>]*method="post"/.test(form) || !/^<form[^>]*action=("|\{`)/.test(form)) &&
  !form.includes('type="password"') &&
  !form.includes('onSubmit={forgetAllText}')
/** Something is typed or chosen in it, or it takes the fields that it is given. */
const isFilledIn = (form: string) =>
  /<(TextArea|Textarea|Select|select|RadioGroup)\b|\{children/.test(form) ||
  [...form.matchAll(/<(TextField|input)\b[^>]*?\/>/gs)].some(
    ([field]) => !/\bunkept\b|type="(hidden|file)"|type="checkbox".*\brequired\b/s.test(field),
  )
/** What a button says is no field. */
const formsOf = (text: string) =>
  [...text.matchAll(/<form\b.*?<\/form>/gs)].map(([form]) => form.replaceAll(/<(button)\b.*?<\/\1>/gis, ''))

test('every form of the desk keeps what is typed and chosen in it until the act was carried out', () => {
  const forms = desk.flatMap(({ path, text }) => formsOf(text).map(form => ({ path, form })))
  expect(forms.length).toBeGreaterThan(10)
  const lost = forms.filter(({ form }) => acts(form) && isFilledIn(form) && !form.includes('<KeptText'))
  expect(lost.map(({ path }) => path)).toEqual([])
})

test('a box that confirms something has to be ticked each time, and is never ticked again by the product', () => {
  const boxes = desk.flatMap(({ path, text }) =>
    [...text.matchAll(/<input\b[^>]*?type="checkbox"[^>]*?\/>/gs)].map(([box]) => ({ path, box })),
  )
  expect(boxes.length).toBeGreaterThan(3)
  const confirming = boxes.filter(({ box }) => /name="confirm"|agree|checked that/.test(box))
  expect(confirming.length).toBeGreaterThan(0)
  expect(confirming.filter(({ box }) => !/\brequired\b/.test(box)).map(({ path }) => path)).toEqual([])
  const kept = sourceFiles().find(({ path }) => path === 'components/ui/form/typed-fields.ts')
  expect(kept?.text).toContain('input[type=checkbox]:not([required])')
})

test('every textarea is the component that keeps what was typed before the page’s scripts had loaded', () => {
  const bare = sourceFiles().filter(({ path, text }) => path.endsWith('.tsx') && /<textarea\b/.test(text))
  expect(bare.map(({ path }) => path)).toEqual(['components/ui/form/textarea.tsx'])
})

test('every address of the desk that takes or gives a file asks somebody whose session has ended to sign in', () => {
  const handlers = sourceFiles()
    .filter(({ path }) => /^app\/\(desk\)\/.*\/route\.ts$/.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/export async function (GET|POST)\b.*?^}/gms)].map(([handler]) => ({
        path,
        handler,
      })),
    )
  expect(handlers.length).toBeGreaterThan(5)
  const asks = /requireStaff\(|if \(!staff\) return (await signInAgain|leadTo\(signInPage)\(/
  expect(handlers.filter(({ handler }) => !asks.test(handler)).map(({ path }) => path)).toEqual([])
  // A bare status is no answer to a person, but for 404: that there is nothing may be all that they are to know.
  const bare = handlers.filter(({ handler }) => /status: (?!404|303)\d/.test(handler))
  expect(bare.map(({ path }) => path)).toEqual([])
})

test('every act of such a form that ends with another page says there which press was carried out', () => {
  const actions = sourceFiles().filter(({ path }) => /^app\/\(desk\)\/.*actions\.ts$/.test(path))
  const silent = actions.flatMap(({ path, text }) =>
    [...text.matchAll(/redirect\([^\n]*/g)].flatMap(([call]) =>
      call.includes('did=') || call.includes('/sign-in') ? [] : [`${path}: ${call}`],
    ),
  )
  expect(silent).toEqual([])
})
