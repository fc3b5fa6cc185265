import fc from '@/tests/support/property'

const anyCharacter = fc
  .oneof(fc.integer({ min: 0, max: 0x24f }), fc.integer({ min: 0, max: 0x10_ffff }))
  .map(point => String.fromCodePoint(point))

/** Any text that a hostile client can send: control characters, halves of characters, every script. */
export const anyText = fc.array(anyCharacter, { maxLength: 12 }).map(characters => characters.join(''))
