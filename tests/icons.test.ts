import { describe, expect, test } from 'vitest'
import { iconPaths } from '@/components/ui/icon-paths'
import { drawIcons, pathOf } from '@/scripts/icons.mjs'

test('the icons are what scripts/icons.mjs draws; run it after a change of its list or of Lucide', () => {
  expect(iconPaths).toEqual(drawIcons())
})

test('every outline begins at a place of its own', () => {
  for (const [name, path] of Object.entries(iconPaths)) expect(path, name).toMatch(/^M[-\d. ]+[a-zA-Z]/)
})

describe('shapes become paths', () => {
  test.each([
    ['<path d="m9 18l6-6l-6-6"/>', 'M9 18l6-6l-6-6'],
    ['<path d="M1 2h3"/><path d="m.5-7 6-6"/>', 'M1 2h3M.5 -7l6-6'],
    [
      '<g fill="none"><path d="m1 2"/><circle cx="12" cy="12" r="10"/></g>',
      'M1 2M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0',
    ],
    ['<ellipse cx="12" cy="5" rx="9" ry="3"/>', 'M3 5a9 3 0 1 0 18 0a9 3 0 1 0 -18 0'],
    [
      '<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/>',
      'M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-7a2 2 0 0 1 2 -2z',
    ],
  ])('%s', (body, path) => {
    expect(pathOf(body)).toBe(path)
  })
  test('an unknown one is refused', () => {
    expect(() => pathOf('<image href="x"/>')).toThrow('image')
  })
})
