import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { plainDigits } from '@/lib/core/account/digits'
import {
  domainKey,
  domainOf,
  emailKey,
  emailSchema,
  emailSpelling,
  isUnmailableAddress,
  usernameKey,
  usernameSchema,
  usernameSpelling,
} from '@/lib/core/account/matching'
import fc from '@/tests/support/property'
import { anyText } from './any-text'

const anyAddress = fc.oneof(
  anyText,
  fc.tuple(anyText, anyText).map(([local, domain]) => `${local}@${domain}.test`),
  fc.emailAddress(),
)
const accepted = (text: unknown) => emailSchema.safeParse(text).success

describe('an e-mail address', () => {
  it.each([
    [' Upper.Case@People.Example ', 'upper.case@people.example'],
    ['plus+gitlab-1@people.example', 'plus+gitlab-1@people.example'],
    ['Jörg@Bücher.example', 'jörg@xn--bcher-kva.example'],
    ['jo\u0308rg@bu\u0308cher.example', 'jörg@xn--bcher-kva.example'],
    ['jörg@XN--BCHER-KVA.example', 'jörg@xn--bcher-kva.example'],
    ["o'brien@people.example", "o'brien@people.example"],
    ['robin＠people．example', 'robin@people.example'],
    ['ｒｏｂｉｎ@people.example', 'robin@people.example'],
    ['robin@people。example', 'robin@people.example'],
    ['\u00a0robin@people.example\t', 'robin@people.example'],
    ['_____@corp.test', '_____@corp.test'],
    ['jane@example.org\u200b', 'jane@example.org'],
    ['\u202ajane@example.org\u202c', 'jane@example.org'],
    ['ja\u00adne@exam\u2060ple.org\u200f', 'jane@example.org'],
    ['jane@example.org.', 'jane@example.org'],
    ['jane@example.org. ', 'jane@example.org'],
    ['jane@example.org,', 'jane@example.org'],
    ['mailto:jane@example.org', 'jane@example.org'],
    ['MAILTO:jane@example.org?subject=Hello', 'jane@example.org'],
    ['<jane@example.org>', 'jane@example.org'],
    ['Jane Doe <jane@example.org>', 'jane@example.org'],
    ['“jane@example.org”', 'jane@example.org'],
    ['(jane@example.org).', 'jane@example.org'],
    ['<jane@example.org', 'jane@example.org'],
    ['jane@example.org>', 'jane@example.org'],
    ['jane@example.org"', 'jane@example.org'],
    ['• jane@example.org', 'jane@example.org'],
    ['jane@example.org…', 'jane@example.org'],
    ['✉️ jane@example.org 🙂', 'jane@example.org'],
    ['jane@example.org。', 'jane@example.org'],
    ['’jane@example.org’', 'jane@example.org'],
    ["'jane@example.org',", 'jane@example.org'],
    ['`jane@example.org`', 'jane@example.org'],
    ['**jane@example.org**', 'jane@example.org'],
    ['E-Mail: jane@example.org', 'jane@example.org'],
    ['mailto://jane@example.org', 'jane@example.org'],
    ['mailto:jane%40example.org', 'jane@example.org'],
    ['[jane@example.org](mailto:jane@example.org)', 'jane@example.org'],
    ['jane@example.org <jane@example.org>', 'jane@example.org'],
    ['"Doe, Jane" <jane@example.org>', 'jane@example.org'],
    ['"jane"@example.org', 'jane@example.org'],
    ['"taro..yamada"@mobile.example.org', 'taro..yamada@mobile.example.org'],
    ['o’brien@people.example', "o'brien@people.example"],
    ['anne\u2011marie@people.example', 'anne-marie@people.example'],
    ['anne–marie@my—people.example', 'anne-marie@my-people.example'],
    ['jane@example.org <mailto:jane@example.org>', 'jane@example.org'],
    ["'s-hertogenbosch@corp.test", "'s-hertogenbosch@corp.test"],
    ['taro..yamada@mobile.example.org', 'taro..yamada@mobile.example.org'],
    ['hanako.@mobile.example.org', 'hanako.@mobile.example.org'],
    ['.a@corp.test', '.a@corp.test'],
  ])('%j is kept as %j', (typed, canonical) => {
    expect(emailSchema.parse(typed)).toBe(canonical)
    expect(emailKey(typed)).toBe(canonical)
  })

  it.each([
    ['two @', 'a@b@c.test'],
    ['two @, one of them wide', 'a＠b@c.test'],
    ['a quoted local part', '"x@evil.test y"@corp.test'],
    ['quotes around spaces', '"x y"@corp.test'],
    ['a list', 'a@corp.test,b@corp.test'],
    ['a list by semicolon', 'a@corp.test;b@corp.test'],
    ['a group', 'friends: a@corp.test;'],
    ['a comment', 'a(hello)@corp.test'],
    ['a comment in the domain', 'a@corp.test(hello)'],
    ['a new header', 'a@corp.test\r\nBcc: b@corp.test'],
    ['a line feed in the middle', 'a\n@corp.test'],
    ['a space in the middle', 'a b@corp.test'],
    ['a space in the domain', 'a@corp. test'],
    ['NUL', 'a\0@corp.test'],
    ['NUL behind it', 'a@corp.test\0'],
    ['half a character', 'a\ud800@corp.test'],
    ['an IP address', 'a@192.0.2.1'],
    ['an IP address in brackets', 'a@[192.0.2.1]'],
    ['an IP address in hex', 'a@0x7f.1'],
    ['one label', 'a@localhost'],
    ['two dots', 'a@corp..test'],
    ['a path', 'a@corp.test/b'],
    ['a port', 'a@corp.test:25'],
    ['a percent-encoded domain', 'a@corp%2etest'],
    ['an underscore in the domain', 'a@my_corp.test'],
    ['ASCII that decodes to nothing', 'a@xn--a.example'],
    ['a wildcard', '%'],
    ['dots alone before the @', '..@corp.test'],
    ['a name with an address in it', 'x@evil.test <a@corp.test>'],
    ['two addresses in brackets', '<a@corp.test> <b@corp.test>'],
    ['nothing before the @', '@corp.test'],
    ['nothing after the @', 'a@'],
    ['nothing', ''],
    ['a label of 64', `a@${'b'.repeat(64)}.test`],
    ['255 letters', `${'a'.repeat(245)}@corp.test`],
  ])('is refused with %s', (_what, typed) => {
    expect(accepted(typed)).toBe(false)
  })

  it.each([
    ['robin at example', 'no @'],
    ['robin@people .example', 'a space'],
    ['robin@people@example.org', 'more than one @'],
    ['robin@people,example', 'a comma'],
    ['robin@people', 'after the @ is not complete'],
  ])('says of %j what is wrong', (typed, words) => {
    expect(emailSchema.safeParse(typed).error?.issues[0]?.message).toContain(words)
  })

  it('that is only begun stays a beginning, for the search', () => {
    expect([emailKey('robin@'), emailKey('robin+'), emailKey('robin@people.')]).toEqual([
      'robin@',
      'robin+',
      'robin@people',
    ])
  })

  it('may have 254 letters', () => {
    expect(accepted(`${'a'.repeat(244)}@corp.test`)).toBe(true)
  })

  it.each([[{ not: '' }], [['a@corp.test']], [null], [undefined], [1], [{ toString: 'a@corp.test' }]])(
    'is a string and nothing else: %j',
    typed => {
      expect(accepted(typed)).toBe(false)
    },
  )

  it('tells a look-alike from the real one', () => {
    expect(emailKey('a@pаypal.example')).not.toBe(emailKey('a@paypal.example'))
    expect(emailSchema.parse('a@pаypal.example')).toMatch(/^a@xn--/)
  })

  it('is canonical after one pass, and accepted again as what it became', () => {
    fc.assert(
      fc.property(anyAddress, text => {
        const once = emailKey(text)
        const parsed = emailSchema.safeParse(text)
        if (parsed.success) {
          expect(parsed.data).toBe(once)
          expect(emailSchema.parse(parsed.data)).toBe(parsed.data)
          expect(emailKey(emailSpelling(text))).toBe(once)
        }
      }),
    )
  })

  it('takes a hostile megabyte in no time', () => {
    expect(accepted('ﷺ'.repeat(1_000_000))).toBe(false)
    expect(accepted(`${'a.'.repeat(450)}@`)).toBe(false)
  })
  it.each([
    ['marks, whose order composing sorts', `a${'\u0301'.repeat(500_000)}${'\u0316'.repeat(500_000)}@`],
    ['dots that end in none', `${'.'.repeat(1_000_000)}a`],
    ['signs around nothing', `${'*'.repeat(500_000)}a${'*'.repeat(499_999)}b`],
  ])('takes a hostile megabyte of %s at once, wherever it is compared', (_what, text) => {
    for (const read of [
      emailKey,
      emailSpelling,
      usernameKey,
      usernameSpelling,
      domainKey,
      domainOf,
      plainDigits,
    ])
      expect(typeof read(text)).toBe('string')
    expect(isUnmailableAddress(text)).toBe(false)
  })

  it('is a plain string in the API document', () => {
    expect(z.toJSONSchema(emailSchema)).toMatchObject({ type: 'string', maxLength: 254 })
    expect(z.toJSONSchema(usernameSchema)).toMatchObject({ type: 'string', maxLength: 255 })
  })
})

describe('a domain', () => {
  it('is compared in its ASCII form', () => {
    expect(domainKey(' Bücher.Example')).toBe('xn--bcher-kva.example')
    expect(domainOf('a@b＠Bücher.Example')).toBe('xn--bcher-kva.example')
    expect(domainOf('nobody')).toBe('')
  })
})

describe('a username', () => {
  it.each([
    [' Upper_Case ', 'Upper_Case', 'upper_case'],
    ['@robin', 'robin', 'robin'],
    ['＠robin', 'robin', 'robin'],
    ['https://gitlab.com/Robin', 'Robin', 'robin'],
    ['https://forum.example/u/robin/', 'robin', 'robin'],
    ['gitlab.com/robin', 'robin', 'robin'],
    ['www.gitlab.com/Robin?tab=activity', 'Robin', 'robin'],
    ['Username: robin', 'robin', 'robin'],
    ['“robin”', 'robin', 'robin'],
    ['anne\u2011marie', 'anne‐marie', 'anne-marie'],
    ['<@robin>', 'robin', 'robin'],
    ['robin,', 'robin', 'robin'],
    ['zoë', 'zoë', 'zoë'],
    ['ZOE\u0308', 'ZOË', 'zoë'],
    ['名前', '名前', '名前'],
    ['\u200brobin\ufeff', 'robin', 'robin'],
    ['ro\u00adbin\u202c', 'robin', 'robin'],
    [`${'l'.repeat(200)}_tag`, `${'l'.repeat(200)}_tag`, `${'l'.repeat(200)}_tag`],
  ])('%j is kept as %j and compared as %j', (typed, spelling, key) => {
    expect(usernameSchema.parse(typed)).toBe(spelling)
    expect(usernameKey(typed)).toBe(key)
  })

  it.each([[''], ['@'], ['@@robin'], ['two words'], ['a\nb'], ['a\0'], ['l'.repeat(256)]])(
    '%j is refused',
    typed => {
      expect(usernameSchema.safeParse(typed).success).toBe(false)
    },
  )

  it('is compared the same before and after it was accepted', () => {
    fc.assert(
      fc.property(anyText, text => {
        const parsed = usernameSchema.safeParse(text)
        if (parsed.success) expect(usernameKey(parsed.data)).toBe(usernameKey(text))
      }),
    )
  })
})

describe('an address that an account may have, though no mail can go to it', () => {
  it.each([
    '"hanako suzuki"@mobile.example.org',
    'hanako(home)@mobile.example.org',
    '...@mobile.example.org',
    'a:b@Corp.Test',
  ])('%s is one', text => {
    expect(emailSchema.safeParse(text).success).toBe(false)
    expect(isUnmailableAddress(text)).toBe(true)
  })
  it.each([
    ['mail goes there', 'taro..yamada@mobile.example.org'],
    ['no address', 'no address'],
    ['nothing before the @', '@people.example'],
    ['nothing behind it', 'robin@'],
    ['a domain that can’t be', 'ro(bin@people'],
    ['a computer’s number', 'ro(bin@[192.0.2.1]'],
    ['two addresses', 'robin@people.example, sam@people.example'],
    ['two addresses without a space', 'robin@people.example;sam@people.example'],
    ['a space without quotes', 'robin old@people.example'],
    ['what can’t be seen', '"a\u0007b"@people.example'],
    ['too long', `"${'a b'.repeat(90)}"@people.example`],
  ])('is not: %s', (_why, text) => {
    expect(isUnmailableAddress(text)).toBe(false)
  })
})
