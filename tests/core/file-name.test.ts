import { describe, expect, test } from 'vitest'
import { cleanFileName, extensionOf } from '@/lib/core/files/file-name'
import fc from '@/tests/support/property'

describe('a name that somebody sent', () => {
  test.each([
    ['Certificate of death.pdf', ['pdf'], 'Certificate of death.pdf'],
    ['../../etc/passwd', ['txt'], 'passwd.txt'],
    ['C:\\Users\\me\\scan.PDF', ['pdf'], 'scan.PDF'],
    ['a\u202Efdp.exe', ['pdf'], 'afdp.exe.pdf'],
    ['photo.jpg', ['png'], 'photo.jpg.png'],
    ['export.tar.gz', ['gz', 'tar.gz'], 'export.tar.gz'],
    ['<img src=x onerror=alert(1)>.png', ['png'], 'img src=x onerror=alert(1).png'],
    ['.htaccess', ['txt'], 'htaccess.txt'],
    ['\0\r\n', ['csv'], 'file.csv'],
    ['', ['pdf'], 'file.pdf'],
    ['a. ', ['pdf'], 'a.pdf'],
    ['مريم.pdf', ['pdf'], 'مريم.pdf'],
  ])('%j becomes a plain one', (sent, fitting, kept) => {
    expect(cleanFileName(sent, fitting)).toBe(kept)
  })
  test.each([
    [251, 'a'],
    [252, 'a'],
    [400, 'é'],
  ])('of %d times %j fills 255 bytes and no more', (times, character) => {
    const name = cleanFileName(`${character.repeat(times)}.pdf`, ['pdf'])
    expect(new TextEncoder().encode(name).length).toBe(character === 'é' ? 254 : 255)
  })
  test('is always short and visible, without a path, and with the right ending', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), sent => {
        const name = cleanFileName(sent, ['pdf'])
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
        expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}\p{Surrogate}]|^\.|\.\./u)
        expect(extensionOf(name)).toBe('pdf')
        expect(cleanFileName(name, ['pdf'])).toBe(name)
      }),
    )
  })
})
